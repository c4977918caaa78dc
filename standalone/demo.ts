// `npm run demo`: see standalone/demo/options.ts for all options.
import { runCommand } from './command/run_command';
import { runDemo } from './demo/run_demo';

void runCommand(() => runDemo(process.argv.slice(2))).then(() => {
  // Waits between attempts and open connections of a step that was given up must not keep the process.
  process.exit();
});

// `npm run evaluate -- [--seed n] [--people 1000] [--days 30] [--report file.html] [--json]`: see evaluate_command.ts.
import { runCommand } from '../../standalone/command/run_command';
import { evaluateCommand } from './evaluate_command';

void runCommand(() => evaluateCommand(process.argv.slice(2)));

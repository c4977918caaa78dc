// `npm run fuzz -- [--seed n] [--records n] [--json]`: see test/fuzz/fuzz_command.ts.
import { runCommand } from '../../standalone/command/run_command';
import { fuzzCommand } from '../fuzz/fuzz_command';

void runCommand(() => fuzzCommand(process.argv.slice(2)));

// `npm run bench -- [--records n] [--calls n] [--events n] [--only pipelines|resolver|rebuild|rules|backtest] [--json]`: see bench_command.ts.
import { runCommand } from '../../standalone/command/run_command';
import { benchCommand } from './bench_command';

void runCommand(() => benchCommand(process.argv.slice(2)));

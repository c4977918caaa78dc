// `npm run ingest -- --source asterisk_cdr FILE...`: see standalone/ingest/options.ts for all options.
import { runCommand } from './command/run_command';
import { runIngest } from './ingest/run_ingest';

void runCommand(() => runIngest(process.argv.slice(2)));

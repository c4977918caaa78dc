import { chmod, chown, mkdir, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { giveTo, requireReachable, type Account } from './account';
import { describeError, ElasticsearchStartError } from './errors';

/** The folders of one Elasticsearch below its data folder, all absolute. */
export interface DataFolder {
  root: string;
  base: string;
  config: string;
  data: string;
  logs: string;
  tmp: string;
  /** What Elasticsearch writes while it runs. */
  logFile: string;
}

/** Log to standard output, of which we keep the last lines, and to one file that never exceeds two times 10 MB. */
const loggingConfig = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
appender.file.type = RollingFile
appender.file.name = file
appender.file.fileName = \${sys:es.logs.base_path}/vishing.log
appender.file.filePattern = \${sys:es.logs.base_path}/vishing.%i.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 10MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 1
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
rootLogger.appenderRef.file.ref = file
`;

/** Where data is kept when nobody names a folder. Root's own home is closed to the account Elasticsearch gets. */
export function defaultDataFolder(): string {
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'vishing', 'data');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'vishing');
  if (process.getuid?.() === 0) return '/var/lib/vishing';
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'vishing');
}

/** Makes the folders and the logging configuration. Throws `data_dir_unusable` when that is not possible. */
export async function prepareDataFolder(dataDir: string, account?: Account): Promise<DataFolder> {
  const root = resolve(dataDir);
  const base = join(root, 'elasticsearch');
  const logs = join(base, 'logs');
  const folder: DataFolder = {
    root,
    base,
    config: join(base, 'config'),
    data: join(base, 'data'),
    logs,
    tmp: join(base, 'tmp'),
    logFile: join(logs, 'vishing.log'),
  };
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
    // The account must pass through this folder, which shows it nothing; the passwords in it stay ours.
    if (account) await chmod(root, ((await stat(root)).mode & 0o7777) | 0o011);
    for (const path of [base, folder.config, folder.data, logs, folder.tmp])
      await mkdir(path, { recursive: true, mode: 0o700 });
    const logging = join(folder.config, 'log4j2.properties');
    await writeFile(logging, loggingConfig);
    if (account) {
      await giveTo(base, account);
      for (const path of [folder.config, folder.data, logs, folder.tmp])
        await giveTo(path, account);
      await chown(logging, account.uid, account.gid);
    }
  } catch (error) {
    throw new ElasticsearchStartError(
      'data_dir_unusable',
      `The data folder ${root} cannot be used: ${describeError(error)}. Choose another one with --data-dir.`,
      { cause: error }
    );
  }
  if (account) await requireReachable(base, account, 'Choose another data folder with --data-dir.');
  return folder;
}

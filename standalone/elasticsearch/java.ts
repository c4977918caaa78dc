import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ElasticsearchStartError } from './errors';

const run = promisify(execFile);

/** Oldest Java that Elasticsearch 8.19 runs on. */
export const oldestJava = 17;

export interface Java {
  /** The `java` program. */
  path: string;
  /** Feature version, such as 17. */
  major: number;
}

/** The feature version from what `java -version` prints, e.g. 8 for "1.8.0_402"; undefined when it prints something else. */
export function parseJavaVersion(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match ? Number(match[1]) : undefined;
}

type Environment = Record<string, string | undefined>;

interface Surroundings {
  platform: NodeJS.Platform;
  env: Environment;
  /** Folders that hold installed versions of Java, one folder each. */
  usual: string[];
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM') return [];
    throw error;
  }
}

/** Folders where the installers and version managers of a system put their versions of Java. */
export function usualFolders(platform: NodeJS.Platform, env: Environment, home: string): string[] {
  const everywhere = [join(home, '.sdkman', 'candidates', 'java'), join(home, '.jdks')];
  if (platform === 'darwin')
    return [
      '/Library/Java/JavaVirtualMachines',
      join(home, 'Library', 'Java', 'JavaVirtualMachines'),
      '/opt/homebrew/opt',
      '/usr/local/opt',
      ...everywhere,
    ];
  if (platform === 'win32') {
    const programs = env.ProgramFiles ?? 'C:\\Program Files';
    const vendors = [
      'Java',
      'Eclipse Adoptium',
      'Microsoft',
      'Amazon Corretto',
      'Zulu',
      'BellSoft',
    ];
    return [...vendors.map((vendor) => join(programs, vendor)), ...everywhere];
  }
  return ['/usr/lib/jvm', '/usr/java', '/opt', '/usr/local', ...everywhere];
}

/** Programs that may be Java, best first: JAVA_HOME, PATH, then the usual folders. */
async function* candidates({ platform, env, usual }: Surroundings): AsyncGenerator<string> {
  const program = platform === 'win32' ? 'java.exe' : 'java';
  if (env.JAVA_HOME) yield join(env.JAVA_HOME, 'bin', program);
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter))
    if (folder) yield join(folder, program);
  for (const parent of usual)
    for (const folder of await foldersIn(parent)) {
      yield join(folder, 'bin', program);
      if (platform === 'darwin') yield join(folder, 'Contents', 'Home', 'bin', program);
    }
}

function thisMachine(): Surroundings {
  const { platform, env } = process;
  return { platform, env, usual: usualFolders(platform, env, homedir()) };
}

async function versionOf(path: string): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await run(path, ['-version'], {
      timeout: 15_000,
      windowsHide: true,
    });
    return parseJavaVersion(stderr + stdout);
  } catch {
    // Not there, not a program, or a stub that asks to install Java: each means "look further".
    return undefined;
  }
}

/**
 * The first Java of at least version 17 in JAVA_HOME, PATH and the usual folders.
 * Throws `java_missing`, naming an older Java when one was found.
 */
export async function findJava(surroundings = thisMachine()): Promise<Java> {
  const tried = new Set<string>();
  let older: Java | undefined;
  for await (const path of candidates(surroundings)) {
    if (tried.has(path)) continue;
    tried.add(path);
    const major = await versionOf(path);
    if (major === undefined) continue;
    if (major >= oldestJava) return { path, major };
    older ??= { path, major };
  }
  const found = older ? `Only Java ${older.major} was found (${older.path}).` : 'None was found.';
  throw new ElasticsearchStartError(
    'java_missing',
    `Elasticsearch needs Java ${oldestJava} or newer. ${found} Install one (for example a JDK ${oldestJava} from your system's packages), or set JAVA_HOME to its folder, then start again.`
  );
}

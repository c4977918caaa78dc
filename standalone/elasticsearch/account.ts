import { chown, lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ElasticsearchStartError } from './errors';

/** The user and group that Elasticsearch runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/** Used when root starts us: Elasticsearch refuses to run as root. No system hands this number out. */
const unprivilegedId = 65_533;

/** The account to switch to, or undefined when Elasticsearch can run as the caller. */
export function serverAccount(callerUid = process.getuid?.()): Account | undefined {
  return callerUid === 0 ? { uid: unprivilegedId, gid: unprivilegedId } : undefined;
}

async function canEnter(folder: string, { uid, gid }: Account): Promise<boolean> {
  const { mode, uid: owner, gid: group } = await stat(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  return (mode & (group === gid ? 0o010 : 0o001)) !== 0;
}

/** Throws `data_dir_unusable` when a folder on the way to `path` keeps the account out. */
export async function requireReachable(
  path: string,
  account: Account,
  remedy: string
): Promise<void> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!(await canEnter(folder, account)))
      throw new ElasticsearchStartError(
        'data_dir_unusable',
        `Elasticsearch does not run as root, so it runs as user ${account.uid}, and that user cannot enter ${folder} on the way to ${path}. ${remedy}`
      );
    if (folder === dirname(folder)) return;
  }
}

/** Gives a folder and all in it to the account; does nothing when the folder is already its own. */
export async function giveTo(folder: string, account: Account): Promise<void> {
  if ((await lstat(folder)).uid === account.uid) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveTo(path, account);
    else if (entry.isFile()) await chown(path, account.uid, account.gid);
  }
  await chown(folder, account.uid, account.gid);
}

import { statfs } from 'node:fs/promises';
import { ElasticsearchStartError } from './errors';

/** Throws `disk_full` unless `folder` (which exists) has room for `needed` bytes. */
export async function requireDiskSpace(
  folder: string,
  needed: number,
  purpose: string
): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= needed) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
  throw new ElasticsearchStartError(
    'disk_full',
    `${purpose} needs ${megabytes(needed)} MB in ${folder}, but only ${megabytes(free)} MB are free. Free some space or choose another folder, then start again.`
  );
}

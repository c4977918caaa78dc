import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ElasticsearchStartError } from './errors';

const schema = z.object({
  /** Password of the superuser `elastic`. */
  elastic: z.string().min(6),
  /** Password of `kibana_system`, the user of Kibana's server. */
  kibanaSystem: z.string().min(6),
});

export type Credentials = z.infer<typeof schema>;

function randomPassword(): string {
  return randomBytes(18).toString('base64url');
}

/** The passwords of this data folder; made up and written (mode 600) the first time. */
export async function readOrCreateCredentials(dataDir: string): Promise<Credentials> {
  const file = join(dataDir, 'credentials.json');
  const fresh: Credentials = { elastic: randomPassword(), kibanaSystem: randomPassword() };
  try {
    await writeFile(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new ElasticsearchStartError(
      'data_dir_unusable',
      `${file} does not hold the passwords of this data folder. Restore it, or delete ${dataDir} to begin with an empty one.`,
      { cause: error }
    );
  }
}

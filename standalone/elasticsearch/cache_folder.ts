import { homedir } from 'node:os';
import { join } from 'node:path';

interface Surroundings {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  /** 0 is root; undefined on Windows. */
  uid: number | undefined;
}

/**
 * The folder of this user for files that can be downloaded again. `VISHING_CACHE_DIR` overrides it;
 * otherwise the place each system names for caches is used (XDG base directories on Linux).
 */
export function cacheFolder(
  { platform, env, home, uid }: Surroundings = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.(),
  }
): string {
  if (env.VISHING_CACHE_DIR) return env.VISHING_CACHE_DIR;
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'vishing', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'vishing');
  // Elasticsearch does not run as root, and the account it gets cannot enter root's home.
  if (uid === 0) return '/var/cache/vishing';
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'vishing');
}

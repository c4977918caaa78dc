// Runs a TypeScript entry point after making sure that the dependencies are there.
// Plain JavaScript with Node built-ins only: this file must work in a clone where nothing is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldestNode = 20;

/** Stops with one sentence for the person who must act; `code` is the exit status. */
function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** Installs exactly what package-lock.json names, unless the same lock file was installed before. */
function ensureDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.vishing-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing dependencies (npm ci) ...\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.error)
    fail(
      `npm could not be started (${result.error.message}). Install Node.js with npm and try again.`
    );
  if (result.status !== 0) {
    fail(
      'npm ci failed, see the lines above. Check the connection to your npm registry, then run the same command again.'
    );
  }
  writeFileSync(stamp, wanted);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < oldestNode) {
  fail(
    `Node.js ${oldestNode} or newer is needed, but this is ${process.version}. Install a newer Node.js and try again.`
  );
}
const [entry, ...rest] = process.argv.slice(2);
if (!entry) fail('Usage: node scripts/run.mjs ENTRY.ts [ARGUMENT ...]', 2);
ensureDependencies();

process.argv = [process.argv[0], join(root, entry), ...rest];
const require = createRequire(import.meta.url);
require('tsx/cjs');
require(join(root, entry));

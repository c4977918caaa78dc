import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

const BINARY = /\.(png|jpg|gif|ico|zip|gz|br|pdf|woff2?)$/;

/** Paths of all files that git tracks and that are still there, relative to the root. */
export const trackedFiles = (): string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(ROOT, path)));

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** `path:line` of every line of the tracked text files that matches. */
export const findLines = (pattern: RegExp, paths: readonly string[] = trackedFiles()): string[] =>
  paths
    .filter((path) => !BINARY.test(path))
    .flatMap((path) =>
      readText(path)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []))
    );

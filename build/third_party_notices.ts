import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageOf } from './import_rules';

const MARKER = 'node_modules/';
const packageSchema = z.object({ version: z.string(), license: z.string().default('unknown') });

/** Folders of the packages among the bundled files, relative to the root and sorted. */
const packageFolders = (inputs: readonly string[]): string[] => {
  const folders = inputs.flatMap((input) => {
    const at = input.lastIndexOf(MARKER);
    if (at < 0 || !/^[^:]+$/.test(input)) return [];
    const end = at + MARKER.length;
    return [input.slice(0, end) + packageOf(input.slice(end))];
  });
  return [...new Set(folders)].sort();
};

const licenceText = (folder: string): string => {
  const name = readdirSync(folder).find((file) => /^licen[cs]e(\.|$)/i.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
};

/**
 * The licences of the libraries that are part of the bundles, as most of them ask for.
 * @param inputs bundled files relative to `root`, as esbuild's metafile names them
 */
export const thirdPartyNotices = (root: string, inputs: readonly string[]): string => {
  const entries = packageFolders(inputs).flatMap((relative) => {
    const folder = join(root, relative);
    if (!existsSync(join(folder, 'package.json'))) return [];
    const { version, license } = packageSchema.parse(
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    );
    const name = packageOf(relative.slice(relative.lastIndexOf(MARKER) + MARKER.length));
    return [`${name} ${version} (${license})\n\n${licenceText(folder)}`];
  });
  return `This plugin contains the following libraries.\n\n${entries.join('\n\n---\n\n')}\n`;
};

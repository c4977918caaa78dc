import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { toSource, type Source } from '../../common/model/source';

const FOLDER = join(__dirname, '..', '..', 'server', 'content', 'sources');

let known: readonly Source[] | undefined;

const readAll = (): Source[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) =>
      toSource(basename(file, '.yml'), parse(readFileSync(join(FOLDER, file), 'utf8')))
    );

/** The sources that ship with the plugin, by id. */
export const knownSources = (): readonly Source[] => (known ??= readAll());

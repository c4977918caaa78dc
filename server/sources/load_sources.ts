import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { toSource, type Source } from '../../common/model/source';

/** Folder below `server/content`. */
export const SOURCES_FOLDER = 'sources';

/** Every source below `dir` (`server/content/sources`), by id. @throws as `toSource` does */
export const loadSources = (dir: string): Source[] =>
  readdirSync(dir)
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) => toSource(basename(file, '.yml'), parse(readFileSync(join(dir, file), 'utf8'))));

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Source } from '../../common/model/source';
import { parseSource } from '../../common/sources/parse_source';

/** Folder below `server/content`. */
export const SOURCES_FOLDER = 'sources';

/** Every source below `dir` (`server/content/sources`), by id. @throws as `parseSource` does */
export const loadSources = (dir: string): Source[] =>
  readdirSync(dir)
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) => parseSource(basename(file, '.yml'), readFileSync(join(dir, file), 'utf8')));

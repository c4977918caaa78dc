import { join } from 'node:path';
import type { Source as PhoneSystem } from '../../common/model/source';
import { loadSources } from '../../server/sources/load_sources';
import { casesOf, FOLDERS, readFixture } from '../pipelines/fixtures';
import type { Source } from '../pipelines/pipeline_tester';

/** The records of one fixture: they are of one phone system and one place. */
export interface SeedFile {
  readonly name: string;
  readonly source: PhoneSystem | undefined;
  readonly documents: readonly Source[];
}

const SOURCES = join(__dirname, '../../server/content/sources');

/** All fixtures of all sources, broken ones included. */
export const loadSeeds = (): SeedFile[] => {
  const sources = loadSources(SOURCES);
  return FOLDERS.flatMap((folder) =>
    casesOf(folder).map((name) => ({
      name: `${folder}/${name}`,
      source: sources.find(({ id }) => id === (folder === 'refused' ? name : folder)),
      documents: readFixture(folder, name),
    }))
  );
};

import type { Client } from '@elastic/elasticsearch';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Parsed, type Source } from './pipeline_tester';

const FIXTURES = join(__dirname, 'fixtures');

/** Folders of fixtures: one a source, and `refused` with what no pipeline accepts. */
export const FOLDERS = readdirSync(FIXTURES).sort();

/** Names of the fixtures in one folder, without ending. */
export const casesOf = (folder: string): string[] =>
  readdirSync(join(FIXTURES, folder))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();

export const readFixture = (folder: string, name: string): Source[] =>
  JSON.parse(readFileSync(join(FIXTURES, folder, `${name}.json`), 'utf8')) as Source[];

/** Every document of every fixture in one folder. */
export const readAll = (folder: string): Source[] =>
  casesOf(folder).flatMap((name) => readFixture(folder, name));

/** Parses a fixture whose documents must all be understood. @throws saying which document was refused and why */
export const parseFixture = async (es: Client, folder: string, name: string): Promise<Parsed[]> => {
  const parsed = await parse(es, readFixture(folder, name));
  return parsed.map((document, index) => {
    if (!document) throw new Error(`${folder}/${name}: document ${index} was dropped`);
    if (document.source.error) {
      throw new Error(`${folder}/${name}: ${JSON.stringify(document.source.error)}`);
    }
    return document;
  });
};

import type { Client } from '@elastic/elasticsearch';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecordCutter } from '../../common/readers/record_cutter';
import { loadSources } from '../../server/sources/load_sources';
import { parse, type Parsed } from './pipeline_tester';

const sources = loadSources(join(__dirname, '../../server/content/sources'));

/**
 * The file's text, cut by the reader of its source and read by the pipelines.
 * @param site settings of the place it comes from, such as its time zone
 * @throws for a record that is refused
 */
export const readText = async (
  es: Client,
  provider: string,
  text: string,
  site: object = {}
): Promise<Parsed[]> => {
  const source = sources.find(({ id }) => id === provider);
  if (!source) throw new Error(`There is no source ${provider}`);
  const cutter = createRecordCutter(source.format);
  const documents = [...cutter.push(text), ...cutter.end()].map(({ message, header }) => ({
    message,
    event: { provider },
    vishing: { site, ...(header === undefined ? {} : { header }) },
  }));
  return (await parse(es, documents)).map((document) => {
    if (!document || document.source.error) throw new Error(JSON.stringify(document?.source));
    return document;
  });
};

const SAMPLES = process.env.VISHING_SAMPLES ?? join(__dirname, '../../../shared/samples');

/** Text of a record of somebody else's system, such as `cucm/cdr.txt`; see `describeSamples`. */
export const sample = (file: string): string => readFileSync(join(SAMPLES, file), 'utf8');

/** Records of other people's systems are no part of this repository: their tests exist where their folder does. */
export const describeSamples = (name: string, tests: () => void): void => {
  if (existsSync(SAMPLES)) describe(name, tests);
};

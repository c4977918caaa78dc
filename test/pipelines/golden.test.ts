import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { casesOf, FOLDERS, readFixture } from './fixtures';
import { field, parse, pipelineBench, type Parsed } from './pipeline_tester';

const es = pipelineBench();

const UPDATE = process.env.UPDATE_GOLDEN === '1';
const expectedFile = (folder: string, name: string): string =>
  join(__dirname, 'expected', folder, `${name}.json`);

/** The ingest time changes with every run: it is checked, then replaced by a word. */
const withoutClock = (parsed: Parsed | undefined): unknown => {
  if (!parsed) return null;
  const { source, id } = parsed;
  const ingested = field(source, 'event.ingested');
  expect(typeof ingested).toBe('string');
  const failed = field(source, 'event.kind') === 'pipeline_error';
  if (failed) expect(source['@timestamp']).toBe(ingested);
  const event = { ...(source.event as object), ingested: '<now>' };
  return {
    _id: id,
    ...source,
    event,
    ...(failed ? { '@timestamp': '<now>', error: withoutSources(source.error) } : {}),
  };
};

/** A new source changes no document but the list of sources in an error. */
const withoutSources = (error: unknown): unknown => ({
  message: String(field(error, 'message')).replace(
    /to one of (\w+, )+\w+\./,
    'to one of <sources>.'
  ),
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

const cases = FOLDERS.flatMap((folder) => casesOf(folder).map((name) => ({ folder, name })));

// Expected documents are rewritten with UPDATE_GOLDEN=1; the reviewer reads the difference.
describe('documents of the ingest pipelines', () => {
  it.each(cases)('$folder/$name are as expected', async ({ folder, name }) => {
    const actual = (await parse(es, readFixture(folder, name))).map(withoutClock).map(sorted);
    const file = expectedFile(folder, name);
    if (UPDATE) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
    }
    if (!existsSync(file)) throw new Error(`${file} is missing: run with UPDATE_GOLDEN=1`);
    expect(actual).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});

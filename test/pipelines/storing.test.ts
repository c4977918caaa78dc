import type { Client } from '@elastic/elasticsearch';
import { readAll, readFixture } from './fixtures';
import { field, pipelineBench, type Source } from './pipeline_tester';

const STREAM = 'logs-vishing.call-pipeline_test';

/** A data stream lets its documents go by id only. */
const empty = async (es: Client): Promise<void> => {
  await es.indices.refresh({ index: STREAM, ignore_unavailable: true, allow_no_indices: true });
  const { hits } = await es.search({
    index: STREAM,
    size: 10_000,
    _source: false,
    ignore_unavailable: true,
  });
  const operations = hits.hits.map(({ _index, _id }) => ({ delete: { _index, _id } }));
  if (operations.length > 0) await es.bulk({ operations, refresh: true });
};
const es = pipelineBench(empty);
beforeEach(() => empty(es));

interface Sent {
  readonly stored: number;
  readonly known: number;
  readonly dropped: number;
  readonly refused: readonly unknown[];
}

/** Sends raw documents as a shipper does. */
const send = async (documents: readonly Source[]): Promise<Sent> => {
  const operations = documents.flatMap((document) => [{ create: { _index: STREAM } }, document]);
  const { items } = await es.bulk({ operations, refresh: true });
  const answers = items.map(({ create }) => create);
  const is = (status: number) => answers.filter((answer) => answer?.status === status);
  const dropped = answers.filter((answer) => String(answer?.result) === 'noop');
  return {
    stored: is(201).length,
    known: is(409).length,
    dropped: dropped.length,
    refused: answers.filter(
      (answer) => ![200, 201, 409].includes(answer?.status ?? 0) && !dropped.includes(answer)
    ),
  };
};

const count = async (query?: Record<string, unknown>): Promise<number> => {
  const { count: found } = await es.count({ index: STREAM, query });
  return found;
};
const failures = { term: { 'event.kind': 'pipeline_error' } };

describe('the raw data stream', () => {
  it('stores each record once, however often it is sent', async () => {
    const documents = [...readAll('asterisk_cdr'), ...readAll('ms_teams'), ...readAll('refused')];
    const first = await send(documents);
    expect(first).toMatchObject({ known: 0, refused: [] });
    expect(first.stored).toBe(documents.length);
    const again = await send(documents);
    expect(again).toMatchObject({ stored: 0, known: documents.length, refused: [] });
    expect(await count()).toBe(documents.length);
  });

  it('drops the header line and the row of types without a failure', async () => {
    const documents = readFixture('cisco_cucm', 'header-and-type-row');
    expect(await send(documents)).toMatchObject({ stored: 0, dropped: 2, refused: [] });
  });

  it('counts broken records beside good ones', async () => {
    const broken = readAll('refused');
    const good = readAll('asterisk_cdr');
    await send([...broken, ...good]);
    expect(await count(failures)).toBe(broken.length);
    expect(await count({ exists: { field: 'error.message' } })).toBe(broken.length);
    expect(await count({ term: { 'event.kind': 'event' } })).toBe(good.length);
  });

  it('stores the same record of two sites twice', async () => {
    const [document] = readFixture('asterisk_cdr', 'columns-18-inbound');
    const elsewhere = { ...document, vishing: { site: { id: 'elsewhere' } } };
    expect(await send([{ ...document }, elsewhere])).toMatchObject({ stored: 2 });
  });

  it('keeps the original text on request only', async () => {
    const [document] = readFixture('asterisk_cdr', 'columns-18-inbound');
    const tagged = { ...document, tags: ['preserve_original_event'], vishing: {} };
    await send([{ ...document }, tagged]);
    const { hits } = await es.search<Source>({ index: STREAM });
    const originals = hits.hits.map(({ _source }) => field(_source, 'event.original'));
    expect(originals.filter((original) => original === document?.message)).toHaveLength(1);
    expect(originals.filter((original) => original === undefined)).toHaveLength(1);
  });

  it('lets no sent field pose as one that was parsed', async () => {
    const [document] = readFixture('asterisk_cdr', 'columns-16-internal');
    const spoofed = {
      ...document,
      '@timestamp': '2001-01-01T00:00:00Z',
      user: { name: 'spoofed' },
      error: { message: 'spoofed' },
      vishing: { call: { id: 'spoofed' }, watchlist: { verdict: 'trusted' } },
    };
    await send([spoofed]);
    const { hits } = await es.search<Source>({ index: STREAM });
    expect(JSON.stringify(hits.hits[0]?._source)).not.toMatch(/spoofed|trusted|2001-01-01/);
  });
});

import { join } from 'node:path';
import { storeRecords } from '../../../common/api/sources';
import { previewRecordBatch } from '../../../server/records/preview_records';
import { replayFailedRecords } from '../../../server/records/replay_failures';
import { storeRecordBatch } from '../../../server/records/store_records';
import { detectSources } from '../../../server/sources/detect_source';
import { loadSources } from '../../../server/sources/load_sources';
import { listMappings, removeMapping, saveMapping } from '../../../server/sources/mapping_store';
import { readSourceStatus } from '../../../server/sources/source_status';
import { casesOf, FOLDERS, readFixture } from '../../pipelines/fixtures';
import { field, pipelineBench } from '../../pipelines/pipeline_tester';

/** Of this file alone, so that other tests' records do not count. */
const SITE = { id: 'records-test', country: 'US', timezone: 'America/New_York' };
const STREAM = 'logs-vishing.call-default';

const es = pipelineBench(async (client) => {
  await client.indices.refresh({ index: STREAM });
  const { hits } = await client.search({
    index: STREAM,
    size: 1000,
    _source: false,
    query: { prefix: { 'vishing.site.id': SITE.id } },
  });
  const operations = hits.hits.map(({ _index, _id }) => ({ delete: { _index, _id } }));
  if (operations.length > 0) await client.bulk({ operations, refresh: true });
});

const sources = loadSources(join(__dirname, '../../../server/content/sources'));

const row = (start: string, id: string): string =>
  `"","2025550142","1001","from-trunk","""Help"" <2025550142>","PJSIP/trunk-00000001","PJSIP/1001-00000002","Dial","","${start}","${start}","2026-03-02 09:17:08",128,120,"ANSWERED","DOCUMENTATION","${id}",""`;

const send = (messages: readonly string[], site: typeof SITE = SITE) =>
  storeRecordBatch(es, {
    source: 'asterisk_cdr',
    site,
    file: 'Master.csv',
    records: messages.map((message, index) => ({ message, offset: index * 100 })),
  });

const countOf = async (site: string, kind: string): Promise<number> => {
  await es.indices.refresh({ index: STREAM });
  const { count } = await es.count({
    index: STREAM,
    query: {
      bool: { filter: [{ term: { 'vishing.site.id': site } }, { term: { 'event.kind': kind } }] },
    },
  });
  return count;
};

describe('records that a person sends', () => {
  const messages = [
    row('2026-03-02 09:15:00', '1772460900.1'),
    'no call',
    row('2026-03-02 09:16:00', '1772460960.2'),
  ];

  it('are stored, and counted as known when they come again', async () => {
    const first = await send(messages);
    expect(first).toMatchObject({ stored: 2, known: 0, dropped: 0, failed: 1 });
    expect(first.failures).toEqual([
      {
        index: 1,
        reason: expect.stringMatching(/^The line has 1 column;/) as string,
        stored: true,
      },
    ]);
    expect(await send(messages)).toMatchObject({ stored: 0, known: 2, failed: 1 });
    expect(await countOf(SITE.id, 'event')).toBe(2);
    expect(await countOf(SITE.id, 'pipeline_error')).toBe(1);
  });

  it('are refused as a request when there are too many of them', () => {
    const records = Array.from({ length: 501 }, () => ({ message: 'x' }));
    expect(
      storeRecords.body.safeParse({ source: 'asterisk_cdr', site: { id: 'x' }, records }).success
    ).toBe(false);
  });

  it('are shown field by field before anything is stored', async () => {
    const [parsed, failed] = await previewRecordBatch(es, {
      source: 'asterisk_cdr',
      site: { ...SITE, id: 'records-test-preview' },
      records: messages.map((message) => ({ message })),
    });
    expect(parsed).toMatchObject({
      outcome: 'parsed',
      caller: { raw: '2025550142', e164: '+12025550142', display: '+1 202 555 0142' },
      callee: { raw: '1001', quality: 'extension' },
    });
    expect(parsed?.fields).toContainEqual({ name: 'vishing.call.talk_seconds', value: '120' });
    expect(failed).toMatchObject({ outcome: 'failed', fields: [] });
    expect(await countOf('records-test-preview', 'event')).toBe(0);
  });
});

describe('failed records', () => {
  const site = { ...SITE, id: 'records-test-replay', timezone: 'Mars/Phobos' };
  const later = (): string => new Date(Date.now() + 60_000).toISOString();

  it('become calls once the setting that made them fail is put right', async () => {
    await send([row('2026-03-02 10:15:00', '1772464500.3'), 'broken'], site);
    expect(await countOf(site.id, 'pipeline_error')).toBe(2);
    const same = await replayFailedRecords(es, { site: site.id, before: later() });
    expect(same).toMatchObject({ read: 2, repaired: 0, still_failing: 2, total: 2 });
    const fixed = await replayFailedRecords(es, {
      source: 'asterisk_cdr',
      site: site.id,
      settings: { timezone: 'America/New_York' },
      before: later(),
    });
    expect(fixed).toMatchObject({ read: 2, repaired: 1, still_failing: 1 });
    expect(fixed.next).toBeUndefined();
    expect(await countOf(site.id, 'event')).toBe(1);
    expect(await countOf(site.id, 'pipeline_error')).toBe(1);
  });

  it('of another source, or of after the replay began, are left alone', async () => {
    const other = await replayFailedRecords(es, {
      source: 'cisco_cucm',
      site: site.id,
      before: later(),
    });
    expect(other.read).toBe(0);
    const past = await replayFailedRecords(es, { site: site.id, before: '2020-01-01T00:00:00Z' });
    expect(past.read).toBe(0);
  });
});

describe('the state of a source', () => {
  it('says what came, how late, and why records failed', async () => {
    const now = Date.now();
    const statuses = await readSourceStatus(es, {
      from: new Date(now - 86_400_000).toISOString(),
      to: new Date(now + 60_000).toISOString(),
      zone: 'Europe/Berlin',
      nowMs: now,
    });
    const status = statuses.find(({ site }) => site === SITE.id);
    expect(status).toMatchObject({
      source: 'asterisk_cdr',
      records: 3,
      failed: 1,
      failures: [{ records: 1, type: expect.stringContaining('The line has N column') as string }],
    });
    expect(status?.days.reduce((sum, { records }) => sum + records, 0)).toBe(3);
    // The calls are of last March: they were uploaded, so their delay says nothing.
    expect(status?.delay).toBeUndefined();
    expect(status?.silent).toBeUndefined();
    expect(Date.parse(status?.last_record ?? '')).toBeGreaterThan(now - 600_000);
    expect(status?.last_call).toBe('2026-03-02T14:16:00.000Z');
  });
});

describe('the source of a text', () => {
  const ownFixtures = FOLDERS.filter((folder) => sources.some(({ id }) => id === folder));

  it.each(ownFixtures.filter((id) => id !== 'generic'))('is recognised for %s', async (id) => {
    const [name = ''] = casesOf(id);
    const documents = readFixture(id, name);
    const header = field(documents[0], 'vishing.header');
    const lines = documents.map(({ message }) => String(message));
    const text = [...(typeof header === 'string' ? [header] : []), ...lines].join('\n\n');
    const { candidates } = await detectSources(es, sources, { text, site: SITE });
    expect(candidates[0]?.id).toBe(id);
    expect(candidates[0]?.confidence).toBeGreaterThan(0.3);
  });

  it('is not guessed where nothing speaks for one; the layout is', async () => {
    const text =
      'When;Who;Whom\n02.03.2026 09:15;+44 20 7946 0958;100\n02.03.2026 09:20;+44 20 7946 0959;101\n';
    expect(await detectSources(es, sources, { text, site: SITE })).toEqual({
      candidates: [],
      country: 'GB',
      layout: {
        format: 'csv',
        delimiter: ';',
        header: 'When;Who;Whom',
        columns: ['When', 'Who', 'Whom'],
      },
    });
  });
});

describe('a saved column mapping', () => {
  const mapping = {
    format: 'csv',
    delimiter: ';',
    columns: { start: 'When', caller_number: 'Who', callee_number: 'Whom' },
    time_pattern: 'dd.MM.yyyy HH:mm',
    duration_unit: 's',
    direction_words: {},
    outcome_words: {},
  } as const;

  it('is a pipeline that shippers name, and reads their records', async () => {
    const saved = await saveMapping(es, 'branch', mapping);
    expect(saved.pipeline).toBe('logs-vishing.mapping.branch');
    expect((await listMappings(es)).map(({ name }) => name)).toContain('branch');
    const { docs } = await es.ingest.simulate({
      id: saved.pipeline,
      docs: [
        {
          _index: STREAM,
          _source: {
            message: '02.03.2026 09:15;+442079460958;100',
            vishing: { header: 'When;Who;Whom', site: SITE },
          },
        },
      ],
    });
    expect(docs[0]?.doc?._source).toMatchObject({
      '@timestamp': '2026-03-02T14:15:00Z',
      event: { provider: 'generic', kind: 'event' },
      source: { address: '+442079460958' },
    });
  });

  it('is gone when it was removed, and never takes the place of a pipeline of somebody else', async () => {
    await removeMapping(es, 'branch');
    await expect(removeMapping(es, 'branch')).rejects.toMatchObject({ code: 'not_found' });
    await es.ingest.putPipeline({ id: 'logs-vishing.mapping.theirs', processors: [] });
    await expect(saveMapping(es, 'theirs', mapping)).rejects.toMatchObject({ code: 'conflict' });
    await es.ingest.deletePipeline({ id: 'logs-vishing.mapping.theirs' });
  });
});

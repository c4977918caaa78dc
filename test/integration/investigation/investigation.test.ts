import { join } from 'node:path';
import { CALLS_INDEX } from '../../../common/constants';
import { createKnowledge } from '../../../server/knowledge';
import type { InvestigationContext } from '../../../server/investigation/context';
import { getCallDetails } from '../../../server/investigation/get_call';
import { listSuspiciousCalls } from '../../../server/investigation/list_suspicious_calls';
import { readDocument } from '../../../server/investigation/read_document';
import { getTimeline } from '../../../server/investigation/timeline/get_timeline';
import { formatInternational } from '../../../server/numbers/format_number';
import { installAssets } from '../../../server/setup/install_assets';
import { loadContent } from '../../../server/setup/load_content';
import { buildCall } from '../../builders/call';
import { testClient } from '../../setup/test_client';

const contentDir = join(__dirname, '..', '..', '..', 'server', 'content');
const knowledge = createKnowledge(contentDir).ofSpace('investigation');
const es = testClient();
/** A space and people of its own: other tests share the cluster. */
const context: InvestigationContext & { signals: typeof knowledge.signals } = {
  es,
  spaceId: 'investigation',
  rules: knowledge.rules,
  signals: knowledge.signals,
  formatNumber: formatInternational,
  now: () => Date.parse('2025-03-03T15:00:00.000Z'),
};
const CALL_ID = 'investigation00000001';
const START = '2025-03-03T14:03:00.000Z';
const at = (minutes: number): string =>
  new Date(Date.parse(START) + minutes * 60_000).toISOString();
const range = { from: at(-180), to: at(180) };
const remoteToolRule = knowledge
  .compile()
  .find(({ name }) => /remote access tool started/.test(name));

const call = buildCall({
  '@timestamp': START,
  event: { start: START, end: at(18) },
  user: { name: 'invana', email: 'inv.ana@example.com', id: 'S-1-5-21-7-7-7-1114' },
  host: { name: 'ws-inv-1' },
  vishing: {
    call: { id: CALL_ID },
    external: { number: '+442079460142', country: 'GB', is_first_seen: true },
    person: { id: 'inv.ana' },
    join: { method: 'number', confidence: 1 },
  },
});

const alertDocument = {
  '@timestamp': at(25),
  event: { kind: 'signal' },
  process: { name: 'AnyDesk.exe' },
  host: { name: 'WS-INV-1' },
  user: { name: 'invana' },
  'kibana.alert.rule.rule_id': remoteToolRule?.rule_id,
  'kibana.alert.rule.name': remoteToolRule?.name,
  'kibana.alert.rule.tags': remoteToolRule?.tags,
  'kibana.alert.severity': 'high',
  'kibana.alert.risk_score': 73,
  'kibana.alert.workflow_status': 'open',
  'kibana.alert.original_time': at(4.2),
  'vishing.call.id': CALL_ID,
  'vishing.gap_seconds': 252,
};

beforeAll(async () => {
  const results = await installAssets({ es, content: loadContent(contentDir) });
  expect(results.filter(({ result }) => result === 'failed')).toEqual([]);
  const refresh = true;
  await es.index({ index: CALLS_INDEX, id: CALL_ID, document: call, refresh });
  const other = buildCall({
    ...call,
    '@timestamp': at(-60),
    vishing: {
      ...call.vishing,
      call: { ...call.vishing.call, id: 'investigation00000002' },
      person: { id: 'bob' },
    },
  });
  await es.index({ index: CALLS_INDEX, id: other.vishing.call.id, document: other, refresh });
  // Integrations bring templates in which texts are keywords.
  await es.indices.putIndexTemplate({
    name: 'investigation-process',
    index_patterns: ['logs-endpoint.events.process-investigation'],
    priority: 900,
    data_stream: {},
    template: {
      mappings: {
        dynamic_templates: [
          { texts: { match_mapping_type: 'string', mapping: { type: 'keyword' } } },
        ],
      },
    },
  });
  await es.index({
    index: 'logs-endpoint.events.process-investigation',
    op_type: 'create',
    refresh,
    document: {
      '@timestamp': at(4.2),
      event: { category: ['process'], type: ['start'], action: 'start' },
      process: { name: 'AnyDesk.exe' },
      host: { name: 'WS-INV-1' },
      user: { name: 'INVANA', id: 'S-1-5-21-7-7-7-1114' },
    },
  });
  await es.indices.create({
    index: '.internal.alerts-security.alerts-investigation-000001',
    aliases: { '.alerts-security.alerts-investigation': {} },
    mappings: {
      dynamic: false,
      properties: {
        '@timestamp': { type: 'date' },
        user: { properties: { name: { type: 'keyword' } } },
        'kibana.alert.rule.tags': { type: 'keyword' },
        'kibana.alert.rule.rule_id': { type: 'keyword' },
        'kibana.alert.original_time': { type: 'date' },
        'kibana.alert.building_block_type': { type: 'keyword' },
        'kibana.space_ids': { type: 'keyword' },
      },
    },
  });
  await es.index({
    index: '.alerts-security.alerts-investigation',
    id: 'inv-alert-1',
    document: alertDocument,
    refresh,
  });
});
afterAll(() => es.close());

describe('the list of suspicious calls', () => {
  const query = {
    from: at(-60),
    to: at(60),
    sort: 'score',
    order: 'desc',
    page: 0,
    per_page: 25,
  } as const;

  it('has one row for the call, with its person, number, evidence and score', async () => {
    const list = await listSuspiciousCalls(context, query);
    expect(list.total).toBe(1);
    expect(list.truncated).toBe(false);
    expect(list.calls[0]).toMatchObject({
      call_id: CALL_ID,
      started: START,
      status: 'open',
      person: { name: 'Ana Diaz', hosts: ['ws-inv-1'] },
      number: {
        value: '+442079460142',
        display: '+44 20 7946 0142',
        verdict: 'none',
        is_first_seen: true,
      },
    });
    expect(list.calls[0]?.reasons[0]).toBe(
      'AnyDesk.exe started on WS-INV-1, 4 min 12 s after the call began'
    );
    expect(list.counts).toEqual({ open: 1, acknowledged: 0, closed: 0, last_hour: 1 });
    expect(list.checked.calls).toBeGreaterThanOrEqual(1);
  });

  it('is empty for a time in which nothing happened', async () => {
    const list = await listSuspiciousCalls(context, { ...query, from: at(-9000), to: at(-8000) });
    expect(list).toMatchObject({ total: 0, calls: [], rules: [] });
  });
});

describe('the page of a call', () => {
  it('says what happened, why it alerted and who else the number reached', async () => {
    const page = await getCallDetails(context, CALL_ID);
    expect(page.title).toBe('Unknown number called Ana Diaz; AnyDesk.exe started on WS-INV-1');
    expect(page.suspicion?.score).toBe(
      page.score_terms.reduce((sum, { points }) => sum + points, 0)
    );
    expect(page.why[0]?.conditions).toContainEqual({
      label: 'Time since the call began (seconds)',
      value: '252',
    });
    expect(page.why[0]?.guide).toContain('#### Possible investigation steps');
    expect(page.number_calls.map(({ call_id: id }) => id)).toEqual(['investigation00000002']);
  });

  it('says that a call is not there', async () => {
    await expect(getCallDetails(context, 'nowhere-nowhere')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the timeline of a call', () => {
  it('shows the call, the other call of the number, the remote tool and the alert, each in its lane', async () => {
    const { events, partial } = await getTimeline(context, CALL_ID, range);
    expect(partial).toEqual([]);
    expect(events.map(({ lane, role }) => [lane, role])).toEqual(
      expect.arrayContaining([
        ['calls', 'call'],
        ['number', 'context'],
        ['endpoint', 'evidence'],
        ['alerts', 'evidence'],
      ])
    );
  });

  it('finds an event whose account name is written in other letters, and says why it is linked', async () => {
    const { events } = await getTimeline(context, CALL_ID, range);
    const tool = events.find(({ lane }) => lane === 'endpoint');
    expect(tool).toMatchObject({
      offset_ms: 252_000,
      sentence: expect.stringContaining('AnyDesk.exe'),
    });
    expect(tool?.link?.reason).toMatch(/person on the call/);
  });

  it('leaves out what lies outside the time range', async () => {
    const { events } = await getTimeline(context, CALL_ID, { from: at(-1), to: at(1) });
    expect(events.map(({ lane }) => lane)).toEqual(['calls']);
  });

  it('gives the whole document behind a mark', async () => {
    const { events } = await getTimeline(context, CALL_ID, range);
    const document = events.find(({ lane }) => lane === 'endpoint')?.document;
    expect(document).toBeDefined();
    if (!document) return;
    expect((await readDocument(es, document)).source).toMatchObject({
      process: { name: 'AnyDesk.exe' },
    });
  });
});

import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Parsed } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();
const SOURCE = 'ms_teams_audit';
const STRANGER = 'helpdesk@support.example.net';
const OTHER_TENANT = '22222222-bbbb-4000-8000-000000000002';

/** What an analyst looks for in a record that is no call. */
const told = ({ source }: Parsed) => [
  field(source, 'event.action'),
  field(source, 'vishing.call.leg_type'),
  field(source, 'vishing.call.direction'),
  field(source, 'source.user.email') ?? field(source, 'source.user.id'),
  field(source, 'destination.user.email'),
  field(source, 'event.reason'),
];

describe('Teams calls in the Microsoft 365 audit log', () => {
  it('have tests for every fixture', () => {
    expect(casesOf(SOURCE)).toEqual([
      'chats',
      'external-call',
      'external-call-both-named',
      'internal-call',
      'other-operations',
      'reports',
      'telephone-call',
      'wrappers',
    ]);
  });

  it('are one call of the records of all participants, in any order', async () => {
    const parsed = await parseFixture(es, SOURCE, 'external-call');
    const call = {
      time: '2026-03-02T14:20:00.000Z',
      caller: STRANGER,
      callee: 'ada@example.com',
      // Only a directory tells which of two tenants is ours.
      direction: 'unknown',
      action: 'call-answered',
      outcome: 'success',
      seconds: 970,
      talk: 956,
      records: 2,
    };
    expect(mergedCalls(parsed).map(callEssentials)).toEqual([call]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([call]);
    expect(parsed.map(({ source }) => field(source, 'vishing.caller.tenant'))).toEqual([
      OTHER_TENANT,
      undefined,
    ]);
    expect(parsed.map(({ source }) => field(source, 'destination.ip'))).toEqual([
      undefined,
      '192.0.2.10',
    ]);
  });

  it('have the stranger as caller, whoever of the two the record is about', async () => {
    const parsed = await parseFixture(es, SOURCE, 'external-call-both-named');
    const answered = { action: 'call-answered', outcome: 'success' };
    expect(parsed.map((record) => ({ ...essentials(record) }))).toEqual([
      {
        time: '2026-03-02T14:50:00Z',
        caller: undefined,
        callee: 'Ada Example',
        ...answered,
        duration: 630,
        talk: 630,
      },
      {
        time: '2026-03-02T15:10:00Z',
        caller: 'IT Help Desk',
        callee: undefined,
        action: 'call-missed',
        outcome: 'unknown',
        duration: 40,
        talk: 0,
      },
      {
        time: '2026-03-02T15:20:00Z',
        caller: 'Jane Partner',
        callee: 'Ada Example',
        ...answered,
        duration: 300,
        talk: 300,
      },
    ]);
    expect(field(parsed[0]?.source, 'source.user.email')).toBe(STRANGER);
    // A guest is in no tenant, though the record names ours.
    expect(field(parsed[2]?.source, 'vishing.caller.tenant')).toBeUndefined();
  });

  it('have a telephone number as caller', async () => {
    const calls = mergedCalls(await parseFixture(es, SOURCE, 'telephone-call'));
    expect(calls.map(callEssentials)).toEqual([
      {
        time: '2026-03-02T16:00:00.000Z',
        caller: '+12025550142',
        callee: 'bob@example.com',
        direction: 'inbound',
        action: 'call-answered',
        outcome: 'success',
        seconds: 300,
        talk: 291,
        records: 2,
      },
    ]);
  });

  it('do not say which colleague called the other', async () => {
    const parsed = await parseFixture(es, SOURCE, 'internal-call');
    expect(parsed.map(({ source }) => field(source, 'source'))).toEqual([undefined, undefined]);
    expect(mergedCalls(parsed).map(callEssentials)).toMatchObject([
      { callee: 'bob@example.com', action: 'call-answered', seconds: 180, talk: 180 },
    ]);
  });

  it('are read from every wrapping of the record', async () => {
    const parsed = await parseFixture(es, SOURCE, 'wrappers');
    expect(parsed).toHaveLength(6);
    for (const { id, source } of parsed) {
      expect(id).toBe(parsed[0]?.id);
      expect(source).toMatchObject({
        '@timestamp': '2026-03-02T14:20:00Z',
        event: { id: 'dddddddd-0000-4000-8000-000000000001' },
        source: { ip: '198.51.100.7', user: { email: STRANGER } },
        vishing: { caller: { tenant: OTHER_TENANT } },
      });
    }
  });
});

describe('what the Microsoft 365 audit log tells beside calls', () => {
  it('are chats, by who wrote to whom from where', async () => {
    const parsed = await parseFixture(es, SOURCE, 'chats');
    const domains = 'External domains: support.example.net';
    const stranger = 'aaaaaaaa-0000-4000-8000-000000000009';
    const partner = 'sales@partner.example.org';
    expect(parsed.map(told)).toEqual([
      ['chat-created', 'chat', 'inbound', STRANGER, 'ada@example.com', domains],
      ['message-sent', 'chat', 'inbound', STRANGER, undefined, domains],
      ['external-chat-accepted', 'chat', 'inbound', stranger, 'ada@example.com', undefined],
      ['external-chat-blocked', 'chat', 'inbound', stranger, 'bob@example.com', undefined],
      [
        'chat-created',
        'chat',
        'outbound',
        'ada@example.com',
        partner,
        'External domains: partner.example.org',
      ],
      ['chat-created', 'chat', 'internal', 'ada@example.com', 'bob@example.com', undefined],
    ]);
    const [created, sent, accepted, blocked] = parsed.map(({ source }) => source);
    expect(field(created, 'vishing.caller')).toEqual({
      display_name: 'IT Help Desk',
      tenant: OTHER_TENANT,
    });
    expect(field(created, 'related.user')).toEqual([STRANGER, stranger, 'ada@example.com']);
    expect(field(accepted, 'vishing.caller.tenant')).toBe(OTHER_TENANT);
    // All records of one chat share their id.
    const chat = field(created, 'vishing.call.id');
    expect([sent, accepted].map((record) => field(record, 'vishing.call.id'))).toEqual([
      chat,
      chat,
    ]);
    expect(field(blocked, 'vishing.call.id')).not.toBe(chat);
    expect(mergedCalls(parsed)).toEqual([]);
  });

  it('are reports of people and warnings of Microsoft, about the stranger and to the person called', async () => {
    const parsed = await parseFixture(es, SOURCE, 'reports');
    const inbound = 'inbound';
    expect(parsed.map(told)).toEqual([
      ['call-reported', 'report', undefined, STRANGER, 'ada@example.com', 'Scam'],
      ['message-reported', 'report', undefined, undefined, 'bob@example.com', undefined],
      ['user-reported', 'report', undefined, STRANGER, 'bob@example.com', undefined],
      ['impersonation-detected', 'report', inbound, STRANGER, 'ada@example.com', 'User'],
      [
        'security-risk-in-call-detected',
        'report',
        inbound,
        STRANGER,
        'ada@example.com',
        'BrandImpersonation',
      ],
      ['call-reported', 'report', undefined, undefined, 'ada@example.com', undefined],
    ]);
    const call = field(
      (await parseFixture(es, SOURCE, 'external-call'))[0]?.source,
      'vishing.call.id'
    );
    const ids = parsed.map(({ source }) => field(source, 'vishing.call.id'));
    expect([ids[0], ids[4]]).toEqual([call, call]);
    expect(new Set(ids).size).toBe(5);
    expect(mergedCalls(parsed)).toEqual([]);
  });

  it('are other operations, which are no calls', async () => {
    const parsed = await parseFixture(es, SOURCE, 'other-operations');
    expect(parsed.map((record) => told(record).slice(0, 2))).toEqual([
      ['team-created', 'signalling'],
      ['member-added', 'signalling'],
      ['meeting-participant-detail', 'signalling'],
    ]);
    expect(mergedCalls(parsed)).toEqual([]);
  });

  it('are refused with a reason when nothing can be read', async () => {
    const refused = await parse(es, readFixture('refused', SOURCE));
    const reasons = refused.map((document) => String(field(document?.source, 'error.message')));
    const expected = [
      /^The record is a JSON list of 1 items: /,
      /^The record is a whole answer with 2 rows in "value": /,
      /^The record is not valid JSON: /,
      /^The line is neither JSON nor a row of an audit log export: /,
      /^"AuditData" is not valid JSON: /,
      /^The line is neither JSON nor a row of an audit log export: /,
      /^"AuditData" is not a JSON object: /,
      /^The record has no "Operation" or no "CreationTime": /,
      /^The record is not of Microsoft Teams but of "SharePoint": /,
      /^The start time "yesterday" is not a date and time/,
    ];
    expect(reasons).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
  });
});

describe('a file of audit records', () => {
  it('is read as the export of the Purview portal', async () => {
    const [row] = readFixture(SOURCE, 'wrappers').slice(-1);
    const text = `${String(field(row, 'vishing.header'))}\r\n${String(row?.message)}\r\n`;
    const [record] = await readText(es, SOURCE, text);
    expect(field(record?.source, 'source.user.email')).toBe(STRANGER);
  });

  it('is read as an answer of Graph', async () => {
    const records = readFixture(SOURCE, 'chats').map(({ message }) => String(message));
    const text = `{"value": [${records.join(',\n')}]}`;
    expect(await readText(es, SOURCE, text)).toHaveLength(records.length);
  });
});

describeSamples('Teams records of a real tenant', () => {
  it('are read as what they are: no calls', async () => {
    const records = await readText(es, SOURCE, sample('m365-audit/teams_ual.ndjson'));
    expect(records.map(({ source }) => field(source, 'event.action'))).toEqual([
      'team-created',
      'member-added',
      'teams-session-started',
    ]);
    expect(field(records[1]?.source, '@timestamp')).toBe('2020-02-17T16:59:47Z');
    expect(field(records[1]?.source, 'related.user')).toHaveLength(6);
  });

  it('are read from the documents of the Elastic integration too', async () => {
    const stored = sample('host-events/o365/o365.audit.ms-teams-events.json');
    const { expected } = JSON.parse(stored) as { expected: unknown[] };
    const text = expected.map((document) => JSON.stringify(document)).join('\n');
    const records = await readText(es, SOURCE, text);
    expect(records).toHaveLength(expected.length);
    expect(new Set(records.map(({ source }) => field(source, 'vishing.call.leg_type')))).toEqual(
      new Set(['signalling'])
    );
  });
});

import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const inbound: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+12025550142',
  callee: '+12025550101',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 128.25,
  talk: 120,
};
const missed = (duration: number): Essentials => ({
  ...inbound,
  action: 'call-missed',
  outcome: 'failure',
  duration,
  talk: 0,
});
const rejected = (duration: number): Essentials => ({
  ...missed(duration),
  action: 'call-rejected',
});
const outgoing = { caller: '+12025550101', callee: '+12025550143', direction: 'outbound' };
const internal: Essentials = {
  ...inbound,
  caller: '2001',
  callee: '2002',
  direction: 'internal',
  duration: 64,
  talk: 60,
};
const short: Essentials = { ...inbound, duration: 25, talk: 20 };

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'answered-inbound': [inbound],
  'answered-outbound': [
    { ...inbound, ...outgoing, callee: '+442079460958', duration: 66, talk: 60 },
  ],
  'answered-internal': [
    internal,
    { ...internal, time: '2026-03-02T14:20:00.200Z', duration: 63.8 },
  ],
  'not-answered': [
    missed(30),
    missed(12),
    missed(1),
    rejected(9),
    rejected(1),
    missed(1),
    missed(20),
    rejected(2),
    { ...missed(2), action: 'call-failed' },
    rejected(1),
    missed(10),
    { ...missed(8), ...outgoing },
    { ...missed(2), ...outgoing, callee: '+12025550144', action: 'call-failed' },
  ],
  withheld: [
    { ...short, caller: 'Anonymous' },
    { ...short, caller: 'anonymous' },
  ],
  'report-csv': [
    inbound,
    {
      ...inbound,
      time: '2026-11-01T05:30:00Z',
      callee: '+12025550102',
      duration: 35,
      talk: 30,
    },
    { ...missed(20), ...outgoing },
  ],
  'other-capitals': [inbound],
};

const merged = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '+12025550102',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
};
const mailbox = { ...merged, action: 'call-voicemail', talk: 0, records: 2 };

/** What the resolver makes of the records of one call. */
const CALLS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'answered-internal': {
    ...merged,
    caller: '2001',
    callee: '2002',
    direction: 'internal',
    seconds: 64,
    talk: 60,
    records: 2,
  },
  'hunt-group': { ...merged, seconds: 100, talk: 80, records: 5 },
  'menu-hangup': {
    ...merged,
    callee: '+12025550100',
    action: 'call-forwarded',
    outcome: 'unknown',
    seconds: 14,
    talk: 0,
    records: 1,
  },
  voicemail: { ...mailbox, callee: '+12025550101', seconds: 42 },
  'voicemail-group': { ...mailbox, callee: '+12025550100', seconds: 60 },
  'forward-outside': { ...merged, callee: '+12025550199', seconds: 69, talk: 60, records: 2 },
  'forward-inside': { ...merged, seconds: 69, talk: 60, records: 3 },
};

describe('Webex Calling', () => {
  it('has an expectation for every fixture', () => {
    const expected = new Set([...Object.keys(EXPECTED), ...Object.keys(CALLS)]);
    expect([...expected].sort()).toEqual(casesOf('webex_calling'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'webex_calling', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it.each(Object.keys(CALLS))('makes one call of %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'webex_calling', name);
    expect(new Set(parsed.map(({ id }) => id)).size).toBe(parsed.length);
    for (let turn = 0; turn < parsed.length; turn++) {
      const turned = [...parsed.slice(turn), ...parsed.slice(0, turn)];
      expect(mergedCalls(turned).map(callEssentials)).toEqual([CALLS[name]]);
      expect(mergedCalls(turned.reverse()).map(callEssentials)).toEqual([CALLS[name]]);
    }
  });

  it('says why nobody answered, and who ended the call', async () => {
    const rows = await parseFixture(es, 'webex_calling', 'not-answered');
    expect(
      rows.map(({ source }) => [
        field(source, 'vishing.call.hangup_cause'),
        field(source, 'vishing.call.hangup_by'),
      ])
    ).toEqual([
      ['no_answer', undefined],
      ['originator_cancel', 'caller'],
      ['user_busy', 'callee'],
      ['call_rejected', 'callee'],
      ['blocked', 'system'],
      ['no_user_response', undefined],
      ['request_terminated', undefined],
      ['something_new', 'callee'],
      ['internal', undefined],
      ['blocked', 'system'],
      ['answered_elsewhere', undefined],
      ['originator_cancel', 'caller'],
      ['unallocated_number', undefined],
    ]);
    expect(field(rows[9]?.source, 'vishing.call.spam')).toBe('captcha-block');
  });

  it('knows the person, the telephone and the address on the side of the record', async () => {
    const [call] = await parseFixture(es, 'webex_calling', 'answered-inbound');
    expect(field(call?.source, 'destination')).toMatchObject({
      user: { id: '47f0d0c2-0000-4000-8000-000000000001', full_name: 'Ada Example' },
      ip: '203.0.113.9',
    });
    expect(field(call?.source, 'source.user')).toBeUndefined();
    expect(field(call?.source, 'vishing')).toMatchObject({
      caller: { display_name: 'Help Desk' },
      callee: { device: '6C710D8ABC10' },
      call: { hangup_by: 'callee', ring_seconds: 8, recording: true },
    });
  });

  it('knows what was dialled, and over which trunk', async () => {
    const [call] = await parseFixture(es, 'webex_calling', 'answered-outbound');
    expect(call?.source).toMatchObject({
      vishing: { call: { dialed: '9011442079460958' } },
      observer: { name: 'GatewayTrunk' },
      source: { ip: '203.0.113.9' },
    });
  });

  it('does not take whoever passes a call on for its caller', async () => {
    const rows = await parseFixture(es, 'webex_calling', 'forward-outside');
    expect(rows.map(({ source }) => field(source, 'source.user'))).toEqual([undefined, undefined]);
    const [call] = mergedCalls(rows);
    expect(call?.caller.user).toBeUndefined();
    expect(call?.details.forwarded_from).toBe('+12025550101');
  });

  it('takes a hunt group for no person', async () => {
    const rows = await parseFixture(es, 'webex_calling', 'hunt-group');
    expect(rows.map(({ source }) => field(source, 'destination.user.full_name'))).toEqual([
      undefined,
      undefined,
      'Ada Example',
      undefined,
      'Ben Example',
    ]);
  });

  it('stores a record once that comes from the feed and in the report', async () => {
    const [feed] = await parseFixture(es, 'webex_calling', 'answered-inbound');
    const [line] = await parseFixture(es, 'webex_calling', 'report-csv');
    expect(line?.id).toBe(feed?.id);
    expect(field(line?.source, 'destination.user.full_name')).toBe('Example, Ada');
  });

  it('cuts the report at its header line', async () => {
    const rows = readFixture('webex_calling', 'report-csv').slice(0, 2);
    const header = String(field(rows[0], 'vishing.header'));
    const text = `\uFEFF${[header, ...rows.map(({ message }) => String(message))].join('\r\n')}`;
    expect((await readText(es, 'webex_calling', text)).map(essentials)).toEqual(
      EXPECTED['report-csv']?.slice(0, 2)
    );
  });

  const refused: readonly RegExp[] = [
    /^The record is a whole answer of the Webex API: send one document for each item of "items"\. /,
    /^The record is a JSON list of 1 items: send one document for each item\. /,
    /^The record is not valid JSON: /,
    /^The line has no header line: set "vishing\.header" to the first line of the report\. /,
    /^The line has 83 columns, but its header line "vishing\.header" names 2\. /,
    /^The record has no "Correlation ID" or no "Direction": /,
    /^The record has no "Correlation ID" or no "Direction": /,
    /^The record has no time at which the call began or ended\. /,
    /^The start time "the other day" is not a date and time/,
    /^The talk time "long" is not a length: /,
    /^The line is not valid CSV: /,
  ];

  it('says why a record is refused', async () => {
    const rows = await parse(es, readFixture('refused', 'webex_calling'));
    const reasons = rows.map((row) => String(field(row?.source, 'error.message')));
    expect(reasons).toHaveLength(refused.length);
    refused.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
  });
});

describeSamples('the example of the documentation of Webex, which breaks off', () => {
  const text = (): string => sample('webex/cdr_feed_example_truncated.txt');

  it('is refused as it stands there', async () => {
    await expect(readText(es, 'webex_calling', text())).rejects.toThrow(
      /The record is not valid JSON: /
    );
  });

  it('is read when the open text, record and list are closed', async () => {
    const [call] = await readText(es, 'webex_calling', `${text().trimEnd()}"}]}`);
    expect(call && essentials(call)).toEqual({
      // The start stood behind the break: the answer is the first time that is known.
      time: '2020-05-14T11:01:17.551Z',
      caller: '2001',
      callee: '2002',
      action: 'call-answered',
      outcome: 'success',
      duration: 36,
      talk: 36,
    });
    expect(field(call?.source, 'vishing.call.dialed')).toBe('1246');
    expect(field(call?.source, 'observer.name')).toBe('InTrunk');
  });
});

import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const inbound: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+1 202-555-0142',
  callee: '+1 202-555-0100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 192,
  talk: 180,
};
const missed = (duration: number): Essentials => ({
  ...inbound,
  action: 'call-missed',
  outcome: 'failure',
  duration,
  talk: 0,
});

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  answered: [
    inbound,
    {
      ...inbound,
      time: '2026-03-02T14:30:00Z',
      caller: '+1 202-555-0100',
      callee: '+44 20 7946 0958',
      direction: 'outbound',
      duration: 65,
      talk: 60,
    },
    {
      ...inbound,
      time: '2026-03-02T14:35:00Z',
      caller: 'anonymous',
      duration: 33,
      talk: 30,
    },
  ],
  'not-answered': [
    ...[17, 30, 40, 6, 20, 25].map(missed),
    {
      ...missed(35),
      caller: '+1 202-555-0100',
      callee: '+44 20 7946 0958',
      direction: 'outbound',
    },
    missed(33),
  ],
  voicemail: [{ ...missed(45), action: 'call-voicemail', outcome: 'success' }],
};

const merged = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
};

/** What the resolver makes of the webhooks and API items of one call. */
const CALLS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'webhook-answered': { ...merged, seconds: 192, talk: 180, records: 8 },
  'webhook-voicemail': {
    ...merged,
    action: 'call-voicemail',
    seconds: 17,
    talk: 0,
    records: 5,
  },
  'webhook-transfer': { ...merged, seconds: 300, talk: 290, records: 4 },
  'webhook-outbound-missed': {
    ...merged,
    caller: '+12025550100',
    callee: '+442079460123',
    direction: 'outbound',
    action: 'call-missed',
    outcome: 'failure',
    seconds: 31,
    talk: 0,
    records: 2,
  },
  'api-in-progress': { ...merged, seconds: 120, talk: 112, records: 2 },
};

/** The list begun at each of its items, and turned round. */
const orders = <T>(list: readonly T[]): T[][] => [
  ...list.map((_, start) => [...list.slice(start), ...list.slice(0, start)]),
  [...list].reverse(),
];

describe('Aircall', () => {
  it('has an expectation for every fixture', () => {
    expect([...Object.keys(EXPECTED), ...Object.keys(CALLS), 'other-events'].sort()).toEqual(
      casesOf('aircall')
    );
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'aircall', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it.each(Object.keys(CALLS))('makes one call of %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'aircall', name);
    expect(new Set(parsed.map(({ id }) => id)).size).toBe(parsed.length);
    for (const order of orders(parsed)) {
      expect(mergedCalls(order).map(callEssentials)).toEqual([CALLS[name]]);
    }
  });

  it('names the agent who answered, not the one whose phone only rang', async () => {
    const parsed = await parseFixture(es, 'aircall', 'webhook-answered');
    const [call] = mergedCalls([...parsed].reverse());
    expect(call?.callee.user).toEqual({
      id: '7312',
      email: 'ben@example.com',
      full_name: 'Ben Example',
    });
    expect(call?.details.recording).toBe(true);
  });

  it('names the agent who was rung when nobody answered', async () => {
    const parsed = await parseFixture(es, 'aircall', 'webhook-voicemail');
    expect(mergedCalls(parsed)[0]?.callee.user?.email).toBe('ada@example.com');
  });

  it('lets the API have the last word on a call that is over', async () => {
    const hooks = await parseFixture(es, 'aircall', 'webhook-answered');
    const items = readFixture('aircall', 'answered').slice(0, 1);
    const ofSameCall = items.map((item) => ({
      ...item,
      message: String(item.message).replaceAll('1001', '1030'),
    }));
    const [whole] = await parse(es, ofSameCall);
    if (!whole) throw new Error('The item was dropped');
    const [call] = mergedCalls([whole, ...hooks]);
    expect(call?.callee.user?.email).toBe('ada@example.com');
  });

  it('says why nobody answered, and who gave up', async () => {
    const rows = await parseFixture(es, 'aircall', 'not-answered');
    expect(
      rows.map(({ source }) => [
        field(source, 'vishing.call.hangup_cause'),
        field(source, 'vishing.call.hangup_by'),
        field(source, 'event.reason'),
      ])
    ).toEqual([
      ['no_answer', undefined, 'agents_did_not_answer'],
      ['no_available_agent', undefined, 'no_available_agent'],
      ['out_of_opening_hours', undefined, 'out_of_opening_hours'],
      ['originator_cancel', 'caller', 'short_abandoned'],
      ['originator_cancel', 'caller', 'abandoned_in_ivr'],
      ['originator_cancel', 'caller', 'abandoned_in_classic'],
      ['no_answer', undefined, undefined],
      ['no_answer', undefined, undefined],
    ]);
  });

  it('keeps who the people are apart from what strangers are called', async () => {
    const [call, out] = await parseFixture(es, 'aircall', 'answered');
    expect(field(call?.source, 'vishing.caller.display_name')).toBe('Help Desk');
    expect(field(call?.source, 'source.user')).toBeUndefined();
    expect(field(call?.source, 'destination.user.email')).toBe('ada@example.com');
    expect(field(out?.source, 'vishing.callee.display_name')).toBe('Example Ltd');
    expect(field(out?.source, 'source.user.email')).toBe('ben@example.com');
  });

  it('stores what is no call beside the calls', async () => {
    const rows = await parseFixture(es, 'aircall', 'other-events');
    expect(
      rows.map(({ source }) => [
        field(source, '@timestamp'),
        field(source, 'vishing.call.leg_type'),
        field(source, 'source.address'),
      ])
    ).toEqual([
      ['2026-03-02T14:20:05Z', 'chat', '+12025550142'],
      ['2026-03-02T14:20:06Z', 'chat', '+1 202-555-0100'],
      ['2026-03-02T14:23:15Z', 'report', undefined],
      ['2026-03-02T16:16:40Z', 'report', undefined],
      ['2026-03-02T14:25:00Z', 'report', undefined],
    ]);
    expect(mergedCalls(rows)).toEqual([]);
  });

  const refused: readonly RegExp[] = [
    /^The record is a whole answer of the Aircall API: send one document for each item of "calls"\. /,
    /^The record is a JSON list of 1 items: send one document for each item\. /,
    /^The record is not valid JSON: /,
    /^The record has no "id" or no "started_at", or its "direction" is neither inbound nor outbound/,
    /^The record has no "id" or no "started_at", or its "direction" is neither inbound nor outbound/,
    /^The record has no "id" or no "started_at", or its "direction" is neither inbound nor outbound/,
    /^The record has no "id" or no "started_at", or its "direction" is neither inbound nor outbound/,
    /^The start time "yesterday" is not a date and time/,
    /^The duration "31622401" is longer than a year/,
    /^The record has no time at which the call began or ended\. /,
    /^The record is not valid JSON: /,
  ];

  it('says why a record is refused', async () => {
    const rows = await parse(es, readFixture('refused', 'aircall'));
    const reasons = rows.map((row) => String(field(row?.source, 'error.message')));
    expect(reasons).toHaveLength(refused.length);
    refused.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
  });
});

describeSamples('calls of Aircall, as a library is tested with', () => {
  it('are read from the answer of the API', async () => {
    const [call] = await readText(es, 'aircall', sample('aircall/list_calls.json'));
    expect(call && essentials(call)).toEqual({
      time: '2021-01-01T00:00:00Z',
      caller: '+15551234567',
      callee: 'Alice',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      duration: 300,
      talk: 295,
    });
  });
});

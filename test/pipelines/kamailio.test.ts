import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Parsed } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const values = (parsed: readonly Parsed[], path: string): unknown[] =>
  parsed.map(({ source }) => field(source, path));

const inbound = {
  time: '2026-03-02T14:20:12.000Z',
  caller: '+442079460123',
  callee: '4021',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 78,
  talk: 78,
  records: 2,
};
const outbound = { ...inbound, caller: '4021', callee: '+12025550142', direction: 'outbound' };
const missed = {
  ...inbound,
  action: 'call-missed',
  outcome: 'failure',
  seconds: undefined,
  talk: 0,
  records: 1,
};
const unnamed = { caller: undefined, callee: undefined, direction: 'unknown' };

const CALLS: Readonly<Record<string, readonly unknown[]>> = {
  inbound: [inbound],
  outbound: [{ ...outbound, time: '2026-03-02T15:00:10.000Z', seconds: 75, talk: 75, records: 3 }],
  internal: [
    {
      ...inbound,
      time: '2026-03-02T09:00:00.000Z',
      caller: 'alice@sip.example.com',
      callee: 'sip:bob@sip.example.com',
      direction: 'internal',
      seconds: 300,
      talk: 300,
    },
  ],
  forked: [
    {
      ...inbound,
      time: '2026-03-02T10:00:20.000Z',
      callee: '4022',
      seconds: 105,
      talk: 90,
      records: 5,
    },
  ],
  json: [
    inbound,
    { ...missed, time: '2026-03-02T14:30:00.000Z', caller: 'anonymous@anonymous.invalid' },
  ],
  flat: [
    { ...outbound, seconds: 2, talk: 2 },
    {
      ...missed,
      time: '2026-03-02T14:30:00.000Z',
      caller: '4021',
      callee: '+442079460199',
      direction: 'outbound',
      action: 'call-failed',
    },
    {
      ...missed,
      time: '2026-03-02T14:40:00.000Z',
      caller: '4022',
      direction: 'internal',
    },
  ],
  'flat-without-names': [
    { ...outbound, seconds: 2, talk: 2 },
    { ...missed, ...unnamed, time: '2026-03-02T14:30:00.000Z', action: 'call-failed' },
    {
      ...inbound,
      ...unnamed,
      time: '2026-03-02T14:35:00.000Z',
      seconds: undefined,
      talk: undefined,
      records: 1,
    },
  ],
  cdr: [
    { ...inbound, time: '2026-03-02T14:20:00.169Z', seconds: 91, talk: undefined, records: 1 },
    { ...missed, time: '2026-03-02T14:30:00.100Z' },
  ],
  'doubled-hour': [
    { ...missed, time: '2026-03-29T01:30:00.000Z' },
    { ...inbound, time: '2026-10-25T00:30:00.000Z', seconds: 60, talk: 60 },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The line is no accounting record: "ACC: \.\.\. timestamp=/,
  /^The line is no accounting record: .* at least 7 columns separated by "\|" /,
  /^The line is no accounting record: .* that begin with the SIP method are needed\. /,
  /^The record has no "call_id": it is no accounting record of a SIP proxy, or it was cut off /,
  /^The record has no "time": /,
  /^The record has no "method": /,
  /^The time of the event "soon" is not a date and time/,
  /^The record is not valid JSON: /,
  /^The record is a JSON list of 1 items: send one document for each item\. /,
  /^The record has no "call_id": /,
  /^The line has 8 columns, but "vishing\.header" names 2\. /,
];

describe('Kamailio', () => {
  it('has an expectation for every fixture', () => {
    const others = ['not-answered', 'not-calls'];
    expect([...Object.keys(CALLS), ...others].sort()).toEqual(casesOf('kamailio'));
  });

  it.each(Object.keys(CALLS))('makes calls of the records in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'kamailio', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(CALLS[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(CALLS[name]);
  });

  it('reads from the status code why nobody answered', async () => {
    const rows = await parseFixture(es, 'kamailio', 'not-answered');
    const read = rows.map((row) => [
      essentials(row).action,
      field(row.source, 'vishing.call.hangup_cause'),
    ]);
    expect(read).toEqual([
      ['call-missed', 'user_busy'],
      ['call-missed', 'originator_cancel'],
      ['call-missed', 'no_answer'],
      ['call-rejected', 'call_rejected'],
      ['call-failed', 'unallocated_number'],
      ['call-missed', 'no_user_response'],
      ['call-forwarded', 'sip_302'],
      ['call-rejected', 'call_rejected'],
      ['call-failed', 'temporary_failure'],
      ['call-missed', 'originator_cancel'],
    ]);
    expect(rows.map((row) => essentials(row).talk)).toEqual(rows.map(() => 0));
  });

  it('takes no party from the BYE of the called side, whose two sides are swapped', async () => {
    const [, bye] = await parseFixture(es, 'kamailio', 'inbound');
    expect(bye?.source).not.toHaveProperty('source');
    expect(bye?.source).not.toHaveProperty('destination');
  });

  it('tells what was dialled from who was reached', async () => {
    const [invite] = await parseFixture(es, 'kamailio', 'inbound');
    expect(field(invite?.source, 'vishing.call.dialed')).toBe('+493023125100');
    expect(field(invite?.source, 'source.ip')).toBe('198.51.100.7');
  });

  it('counts a request to authenticate as signalling', async () => {
    const parsed = await parseFixture(es, 'kamailio', 'forked');
    const types = ['signalling', 'leg', 'leg', 'piece', 'piece', 'piece'];
    expect(values(parsed, 'vishing.call.leg_type')).toEqual(types);
  });

  it('knows no ringing of a call whose first record is its answer', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'kamailio', 'inbound'));
    expect(call?.ringSeconds).toBeUndefined();
  });

  it('reads a caller who withheld the number', async () => {
    const calls = mergedCalls(await parseFixture(es, 'kamailio', 'json'));
    expect(calls[1]?.caller.read?.quality).toBe('anonymous');
  });

  it('keeps what is no call beside the calls', async () => {
    const parsed = await parseFixture(es, 'kamailio', 'not-calls');
    expect(values(parsed, 'vishing.call.leg_type')).toEqual(['chat', 'signalling', 'signalling']);
    expect(values(parsed, 'event.reason')).toEqual(['MESSAGE 202', 'REGISTER 200', 'REFER 202']);
    expect(mergedCalls(parsed)).toEqual([]);
  });

  it('says why a record cannot be read', async () => {
    const actual = await parse(es, readFixture('refused', 'kamailio'));
    expect(actual).toHaveLength(REFUSED.length);
    actual.forEach((document, index) =>
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^$/)
    );
  });

  it('reads a file with the line of column names that somebody put on top of it', async () => {
    const rows = readFixture('kamailio', 'flat');
    const lines = [field(rows[0], 'vishing.header'), ...rows.map(({ message }) => message)];
    expect(await readText(es, 'kamailio', lines.join('\n'))).toHaveLength(rows.length);
  });
});

describeSamples('flat files of a SIP proxy', () => {
  it('are read as four calls', async () => {
    const rows = await readText(es, 'kamailio', sample('kamailio-opensips/flatstore_acc.log'));
    const calls = mergedCalls(rows).map(callEssentials);
    expect(calls.map(({ talk }) => talk)).toEqual([2, 4, 4, 2]);
    expect(calls[0]).toEqual({
      ...inbound,
      time: '2015-07-09T15:06:48.000Z',
      caller: '1001',
      callee: '1002',
      direction: 'internal',
      seconds: 2,
      talk: 2,
    });
  });

  it('are read as calls that nobody answered', async () => {
    const file = 'kamailio-opensips/flatstore_missed_calls.log';
    const rows = await readText(es, 'kamailio', sample(file));
    expect(values(rows, 'vishing.call.hangup_cause')).toEqual([
      'originator_cancel',
      'unallocated_number',
      'user_busy',
    ]);
    expect(values(rows, 'destination.address')).toEqual(['1002', '1002', '1001']);
  });
});

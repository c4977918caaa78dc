import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Parsed } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

/** What the resolver makes of a fixture, whatever the order of its records. */
const callsOf = async (name: string): Promise<unknown[]> => {
  const parsed = await parseFixture(es, 'cisco_cube', name);
  const calls = mergedCalls(parsed).map(callEssentials);
  expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(calls);
  return calls;
};

const values = (parsed: readonly Parsed[], path: string): unknown[] =>
  parsed.map(({ source }) => field(source, path));

const inbound = {
  time: '2026-03-02T14:20:00.214Z',
  caller: '+442079460123',
  callee: '4021',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 90,
  talk: 78,
  records: 2,
};

const CALLS: Readonly<Record<string, readonly unknown[]>> = {
  inbound: [inbound],
  outbound: [
    {
      ...inbound,
      time: '2026-03-02T15:00:39.367Z',
      caller: '4021',
      callee: '+12025550142',
      direction: 'outbound',
      seconds: 85,
      talk: 74,
    },
  ],
  internal: [
    {
      ...inbound,
      time: '2026-03-02T15:14:59.214Z',
      caller: '4021',
      callee: '4022',
      direction: 'internal',
      seconds: 52,
      talk: 47,
    },
  ],
  forwarded: [
    {
      ...inbound,
      time: '2026-03-02T10:00:00.100Z',
      callee: '4022',
      seconds: 120,
      talk: 90,
      records: 3,
    },
  ],
  'file-compact': [{ ...inbound, time: '2026-03-02T14:20:00.169Z', seconds: 91, talk: 79 }],
  'file-detailed': [
    {
      ...inbound,
      time: '2026-03-02T08:00:00.500Z',
      action: 'call-missed',
      outcome: 'failure',
      seconds: 20,
      talk: 0,
      records: 1,
    },
    {
      ...inbound,
      time: '2026-10-25T01:20:00.169Z',
      caller: '662',
      callee: '+442079460123',
      direction: 'outbound',
      seconds: 91,
      talk: 79,
    },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The line is no call record of a Cisco voice gateway: a VOIP_CALL_HISTORY message, or a row /,
  /^The message is no call record: of a voice gateway send VOIP_CALL_HISTORY and VOIP_FEAT_HISTORY\. /,
  /^The record does not say whether the gateway answered or originated the leg \(CallOrigin\): /,
  /^The record has no time: the clock of the gateway was not set; configure "ntp server" on it\. /,
  /^The start time "2026-03-02T15:61:00\.214\+01:00" is not a date and time/,
  /^The line is not valid CSV: /,
  /^The line is no call record of a Cisco voice gateway: /,
  /^The line is no call record of a Cisco voice gateway: /,
];

describe('a Cisco voice gateway', () => {
  it('has an expectation for every fixture', () => {
    const others = ['doubled-hour', 'not-answered', 'withheld'];
    expect([...Object.keys(CALLS), ...others].sort()).toEqual(casesOf('cisco_cube'));
  });

  it.each(Object.keys(CALLS))('makes one call of the legs in %s, in any order', async (name) => {
    expect(await callsOf(name)).toEqual(CALLS[name]);
  });

  it('names the caller on the leg that it answered, the callee on the one that it originated', async () => {
    const legs = await parseFixture(es, 'cisco_cube', 'inbound');
    expect(values(legs, 'source.address')).toEqual(['00442079460123', undefined]);
    expect(values(legs, 'destination.address')).toEqual([undefined, '4021']);
  });

  it('reads why nobody answered from the hexadecimal cause, or the decimal one behind its text', async () => {
    const legs = await parseFixture(es, 'cisco_cube', 'not-answered');
    const rows = legs.map((leg) => [
      field(leg.source, 'event.action'),
      field(leg.source, 'vishing.call.hangup_cause'),
      essentials(leg).talk,
    ]);
    expect(rows).toEqual([
      ['call-missed', 'user_busy', 0],
      ['call-missed', 'no_answer', 0],
      ['call-rejected', 'call_rejected', 0],
      ['call-failed', 'unallocated_number', 0],
      ['call-missed', 'normal_clearing', 0],
      ['call-missed', 'normal_clearing', 0],
      ['call-failed', 'no_circuit_available', 0],
    ]);
  });

  it('tells the hour that occurs twice by the name of its zone, and reads an unknown name as local time', async () => {
    const legs = await parseFixture(es, 'cisco_cube', 'doubled-hour');
    expect(values(legs, '@timestamp')).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T00:50:00Z',
    ]);
    expect(values(legs, 'event.end')[2]).toBe('2026-10-25T01:05:00Z');
  });

  it('joins no legs by a connection id of zeros only', async () => {
    const [, , leg] = await parseFixture(es, 'cisco_cube', 'doubled-hour');
    expect(field(leg?.source, 'event.id')).toBeUndefined();
  });

  it('knows who passed a call on, and keeps feature messages beside the call', async () => {
    const parsed = await parseFixture(es, 'cisco_cube', 'forwarded');
    expect(mergedCalls(parsed)[0]?.details.forwarded_from).toBe('4021');
    const types = ['leg', 'leg', 'leg', 'signalling', 'signalling'];
    expect(values(parsed, 'vishing.call.leg_type')).toEqual(types);
    expect(values(parsed, 'event.reason').slice(3)).toEqual(['feature CFNA', 'feature TWC']);
  });

  it('keeps digits that the gateway changed as what was dialled', async () => {
    const parsed = await parseFixture(es, 'cisco_cube', 'file-detailed');
    expect(mergedCalls(parsed)[1]?.details).toMatchObject({ dialed: '902079460123' });
    expect(mergedCalls(parsed)[1]?.details.forwarded_from).toBeUndefined();
    expect(values(parsed, 'network.protocol')).toEqual(['sip', undefined, 'sip']);
  });

  it('hands over a caller who withheld the number', async () => {
    const parsed = await parseFixture(es, 'cisco_cube', 'withheld');
    const calls = mergedCalls(parsed);
    expect(calls.map(({ caller }) => caller.read?.quality)).toEqual([undefined, 'anonymous']);
    expect(calls.map(({ answered }) => answered)).toEqual([true, true]);
  });

  it('says why a record cannot be read', async () => {
    const actual = await parse(es, readFixture('refused', 'cisco_cube'));
    expect(actual).toHaveLength(REFUSED.length);
    actual.forEach((document, index) =>
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^$/)
    );
  });
});

describeSamples('a leg of a Cisco CME router', () => {
  it('is read from its syslog line', async () => {
    const [leg] = await readText(es, 'cisco_cube', sample('cisco-ios/voip_call_history.log'));
    expect(leg && essentials(leg)).toEqual({
      time: '2010-12-16T09:14:59.214Z',
      caller: undefined,
      callee: '510',
      action: 'call-answered',
      outcome: 'success',
      duration: 51.68,
      talk: 51,
    });
    expect(field(leg?.source, 'vishing.call.hangup_cause')).toBe('normal_clearing');
  });
});

import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Parsed } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

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
const outbound = {
  ...inbound,
  time: '2026-03-02T15:00:00.000Z',
  caller: '4021',
  callee: '+12025550142',
  direction: 'outbound',
  seconds: 85,
  talk: 75,
};
const short = { ...inbound, seconds: 60, talk: 50, records: 1 };
const missed = {
  ...inbound,
  caller: '4021',
  callee: '4022',
  direction: 'internal',
  action: 'call-missed',
  outcome: 'failure',
  seconds: undefined,
  talk: 0,
  records: 1,
};

const CALLS: Readonly<Record<string, readonly unknown[]>> = {
  inbound: [inbound],
  outbound: [outbound],
  'rewritten-number': [
    {
      ...outbound,
      time: '2026-03-02T09:00:00.000Z',
      callee: '+442079460123',
      seconds: 35,
      talk: 30,
    },
  ],
  'stop-alone': [
    {
      ...missed,
      time: '2026-03-02T14:55:41.000Z',
      action: 'call-answered',
      outcome: 'success',
      seconds: 41,
      talk: 40,
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
  withheld: [
    {
      ...inbound,
      time: '2026-03-02T11:00:00.100Z',
      caller: 'restricted',
      seconds: 35,
      talk: 30,
      records: 1,
    },
  ],
  'named-zones': [
    { ...short, time: '2026-03-02T08:30:00.000Z' },
    { ...short, time: '2026-10-25T00:30:00.000Z' },
    { ...short, time: '2026-10-25T01:30:00.000Z' },
  ],
  'sip-proxy': [
    { ...outbound, time: '2026-03-02T15:00:10.000Z', seconds: 75 },
    { ...missed, time: '2026-03-02T15:05:00.000Z' },
    { ...missed, time: '2026-03-02T15:06:00.000Z' },
  ],
  json: [{ ...inbound, time: '2026-03-02T14:20:00.000Z', records: 1 }],
};

const REFUSED: readonly RegExp[] = [
  /^The record has no attribute of a call, such as h323-conf-id, h323-setup-time or Sip-Method: /,
  /^The record has neither h323-conf-id nor Acct-Session-Id, so its leg cannot be joined /,
  /^The record has no time at which the call began or ended\. /,
  /^The start time "2026-03-02T15:61:00\.214\+01:00" is not a date and time/,
  /^The record is not valid JSON: /,
  /^The record is a JSON list of 1 items: send one document for each item\. /,
  /^The record has no attribute of a call, /,
  /^The start time "2026-03-02Tyesterday" is not a date and time/,
];

describe('RADIUS accounting', () => {
  it('has an expectation for every fixture', () => {
    expect([...Object.keys(CALLS), 'not-answered'].sort()).toEqual(casesOf('radius_accounting'));
  });

  it.each(Object.keys(CALLS))('makes calls of the records in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'radius_accounting', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(CALLS[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(CALLS[name]);
  });

  it('replaces a start by the stop of the same leg', async () => {
    const parsed = await parseFixture(es, 'radius_accounting', 'inbound');
    const types = ['piece', 'piece', 'piece', 'leg', 'leg'];
    expect(values(parsed, 'vishing.call.leg_type')).toEqual(types);
    const unfinished = mergedCalls(parsed.slice(0, 3)).map(callEssentials);
    expect(unfinished).toEqual([{ ...inbound, seconds: undefined, talk: undefined, records: 3 }]);
  });

  it('knows on which leg the remote address is whose', async () => {
    const parsed = await parseFixture(es, 'radius_accounting', 'inbound');
    expect(values(parsed, 'source.ip').slice(0, 2)).toEqual(['198.51.100.7', undefined]);
    expect(values(parsed, 'destination.ip').slice(0, 2)).toEqual([undefined, '192.0.2.21']);
    expect(values(parsed, 'observer.name')[0]).toBe('gw-hq');
  });

  it('reads from the release source who hung up', async () => {
    const parsed = await parseFixture(es, 'radius_accounting', 'inbound');
    expect(values(parsed, 'vishing.call.hangup_by').slice(3)).toEqual(['callee', 'callee']);
  });

  it('reads causes as hexadecimal, and those of AudioCodes as decimal', async () => {
    const rows = await parseFixture(es, 'radius_accounting', 'not-answered');
    const read = rows.map((row) => [
      essentials(row).action,
      field(row.source, 'vishing.call.hangup_cause'),
      essentials(row).talk,
    ]);
    expect(read).toEqual([
      ['call-missed', 'user_busy', 0],
      ['call-missed', 'no_answer', 0],
      ['call-rejected', 'call_rejected', 0],
      ['call-failed', 'unallocated_number', 0],
      ['call-missed', 'normal_clearing', 0],
      ['call-failed', 'no_circuit_available', 0],
      ['call-missed', 'user_busy', 0],
    ]);
  });

  it('counts a number that a gateway wrote in another way as no forward', async () => {
    for (const name of ['rewritten-number', 'outbound']) {
      const [call] = mergedCalls(await parseFixture(es, 'radius_accounting', name));
      expect(call?.details.forwarded_from).toBeUndefined();
    }
    const [call] = mergedCalls(await parseFixture(es, 'radius_accounting', 'forwarded'));
    expect(call?.details.forwarded_from).toBe('4021');
  });

  it('hands over a caller whose number must not be shown', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'radius_accounting', 'withheld'));
    expect(call?.caller.read?.quality).toBe('anonymous');
  });

  it('keeps messages of a SIP proxy beside the calls', async () => {
    const parsed = await parseFixture(es, 'radius_accounting', 'sip-proxy');
    const types = ['piece', 'piece', 'leg', 'leg', 'chat'];
    expect(values(parsed, 'vishing.call.leg_type')).toEqual(types);
    expect(values(parsed, 'event.reason')[4]).toBe('MESSAGE 202');
  });

  it('says why a record cannot be read', async () => {
    const actual = await parse(es, readFixture('refused', 'radius_accounting'));
    expect(actual).toHaveLength(REFUSED.length);
    actual.forEach((document, index) =>
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^$/)
    );
  });

  it('reads a detail file block by block', async () => {
    const blocks = readFixture('radius_accounting', 'inbound').map(({ message }) => message);
    const parsed = await readText(es, 'radius_accounting', `${blocks.join('\n\n')}\n\n`);
    expect(parsed).toHaveLength(blocks.length);
  });
});

describeSamples('the end of a record of an Eltex gateway', () => {
  it('is read as an answered leg, whose zone GMT+4 is ahead of Greenwich', async () => {
    const text = sample('radius/h323_vsa_accounting_fragment.txt');
    const [leg] = await readText(es, 'radius_accounting', text);
    expect(leg && essentials(leg)).toEqual({
      time: '2014-02-11T14:55:41Z',
      caller: undefined,
      callee: '675065',
      action: 'call-answered',
      outcome: 'success',
      duration: 41,
      talk: 40,
    });
    expect(field(leg?.source, 'vishing.call.hangup_cause')).toBe('normal_clearing');
  });
});

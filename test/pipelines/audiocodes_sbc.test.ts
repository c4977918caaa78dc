import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Parsed } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const values = (parsed: readonly Parsed[], path: string): unknown[] =>
  parsed.map(({ source }) => field(source, path));

const inbound = {
  time: '2026-03-02T14:20:00.320Z',
  caller: '+442079460123',
  callee: '4021',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 90,
  talk: 78,
  records: 1,
};
const short = { ...inbound, seconds: 60, talk: 50 };

const CALLS: Readonly<Record<string, readonly unknown[]>> = {
  inbound: [{ ...inbound, records: 2 }],
  outbound: [
    {
      ...inbound,
      time: '2026-03-02T15:00:00.100Z',
      caller: '4021',
      callee: '+12025550142',
      direction: 'outbound',
      seconds: 85,
      talk: 75,
      records: 2,
    },
  ],
  'in-progress': [{ ...inbound, seconds: undefined, talk: undefined, records: 2 }],
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
      caller: 'anonymous@anonymous.invalid',
      seconds: 35,
      talk: 30,
    },
  ],
  'named-zones': [
    { ...short, time: '2026-03-02T08:30:00.000Z' },
    { ...short, time: '2026-10-25T00:30:00.000Z' },
    { ...short, time: '2026-10-25T01:30:00.000Z' },
  ],
  'old-columns': [inbound],
  'chosen-columns': [inbound],
  quality: [inbound],
  signalling: [],
};

const REFUSED: readonly RegExp[] = [
  /^The line is no CDR row of an AudioCodes SBC: columns with "\|" between them that begin with /,
  /^The row has 20 columns, which are not the default ones: send the line .* SBCReportType as "vishing\.header"\. /,
  /^The row has 36 columns, which are not the default ones: /,
  /^The row has 39 columns, which are not the default ones: /,
  /^The row CALL_CONNECT has no ConnectTime\. /,
  /^The start time "2026-03-02T14:61:00\.320Z" is not a date and time/,
  /^The row has 26 columns, .* MediaReportType as "vishing\.header"\. /,
  /^The row has 39 columns, but its header line "vishing\.header" names 2\. /,
  /^The row has no SessionId and no SIPCallId, so its leg cannot be joined to its call\. /,
  /^The row has no SessionId and no SIPCallId, so its quality cannot be joined to a call\. /,
];

describe('an AudioCodes SBC', () => {
  it('has an expectation for every fixture', () => {
    const others = ['header-line', 'not-answered'];
    expect([...Object.keys(CALLS), ...others].sort()).toEqual(casesOf('audiocodes_sbc'));
  });

  it.each(Object.keys(CALLS))('makes calls of the rows in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'audiocodes_sbc', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(CALLS[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(CALLS[name]);
  });

  it('takes the caller as the call came in, and the callee between the two manipulations', async () => {
    const parsed = await parseFixture(es, 'audiocodes_sbc', 'outbound');
    expect(values(parsed, 'source.address')).toEqual(['4021', '+493023125100']);
    expect(values(parsed, 'destination.address')).toEqual(['+12025550142', '+12025550142']);
    expect(mergedCalls(parsed)[0]?.details).toMatchObject({
      dialed: '012025550142',
      forwarded_from: undefined,
    });
  });

  it('knows the addresses and names of the two outer sides', async () => {
    const parsed = await parseFixture(es, 'audiocodes_sbc', 'inbound');
    const [, , , , incoming, outgoing] = parsed;
    expect(field(incoming?.source, 'source.ip')).toBe('198.51.100.7');
    expect(field(incoming?.source, 'destination.ip')).toBeUndefined();
    expect(field(outgoing?.source, 'destination.ip')).toBe('203.0.113.9');
    expect(field(outgoing?.source, 'vishing.caller.display_name')).toBe('Jane Caller');
  });

  it('knows who hung up from the side of either leg', async () => {
    const parsed = await parseFixture(es, 'audiocodes_sbc', 'inbound');
    expect(values(parsed, 'vishing.call.hangup_by').slice(4)).toEqual(['callee', 'callee']);
    const outbound = await parseFixture(es, 'audiocodes_sbc', 'outbound');
    expect(values(outbound, 'vishing.call.hangup_by')).toEqual(['caller', 'caller']);
  });

  it('reads why nobody answered from SIP status, category and reason', async () => {
    const rows = await parseFixture(es, 'audiocodes_sbc', 'not-answered');
    const read = rows.map((row) => [
      essentials(row).action,
      field(row.source, 'vishing.call.hangup_cause'),
    ]);
    expect(read).toEqual([
      ['call-missed', 'user_busy'],
      ['call-missed', 'no_answer'],
      ['call-missed', 'normal_clearing'],
      ['call-rejected', 'call_rejected'],
      ['call-failed', 'unallocated_number'],
      ['call-forwarded', 'release_because_forward'],
      ['call-failed', 'release_because_no_conference_resources_left'],
      ['call-missed', 'user_busy'],
      ['call-rejected', 'call_rejected'],
    ]);
    expect(field(rows[2]?.source, 'vishing.call.hangup_by')).toBe('caller');
    expect(rows.map((row) => essentials(row).talk)).toEqual(rows.map(() => 0));
  });

  it('knows who passed a call on', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'audiocodes_sbc', 'forwarded'));
    expect(call?.details.forwarded_from).toBe('4021');
  });

  it('joins what the streams sounded like to the call, and ignores values that mean unknown', async () => {
    const parsed = await parseFixture(es, 'audiocodes_sbc', 'quality');
    expect(values(parsed, 'vishing.call.quality')).toEqual([
      undefined,
      undefined,
      { packets_lost: 0, latency_ms: 0 },
      { mos: 4.1, jitter_ms: 12, latency_ms: 40, packets_lost: 23 },
    ]);
    expect(mergedCalls(parsed)[0]?.details.quality?.mos).toBe(4.1);
    expect(values(parsed, '@timestamp')[3]).toBe('2026-03-02T14:21:30.700Z');
  });

  it('takes the time of arrival for a stream whose row came without one', async () => {
    const [, , , row] = readFixture('audiocodes_sbc', 'quality');
    const message = String(row?.message).replace(/^.*?\|MEDIA/, 'MEDIA');
    const [parsed] = await parse(es, [{ ...row, message }]);
    const arrival = Date.parse(String(field(parsed?.source, 'event.ingested')));
    expect(Date.parse(String(parsed?.source['@timestamp']))).toBe(arrival);
    expect(field(parsed?.source, 'vishing.call.quality.mos')).toBe(4.1);
  });

  it('drops header lines', async () => {
    const lines = readFixture('audiocodes_sbc', 'header-line');
    expect(await parse(es, lines)).toEqual([undefined, undefined]);
  });

  it('says why a row cannot be read', async () => {
    const actual = await parse(es, readFixture('refused', 'audiocodes_sbc'));
    expect(actual).toHaveLength(REFUSED.length);
    actual.forEach((document, index) =>
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^$/)
    );
  });

  it('reads a file with header lines of both kinds, behind a syslog prefix or not', async () => {
    const headers = readFixture('audiocodes_sbc', 'header-line').map(({ message }) => message);
    const rows = readFixture('audiocodes_sbc', 'quality').map(({ message }) => message);
    const parsed = await readText(es, 'audiocodes_sbc', [...headers, ...rows].join('\r\n'));
    expect(values(parsed, 'vishing.call.leg_type')).toEqual([
      'leg',
      'quality',
      'quality',
      'quality',
    ]);
  });
});

describeSamples('the two legs of a call over an AudioCodes SBC', () => {
  it('are read from the device that begins with its header line', async () => {
    const rows = await readText(es, 'audiocodes_sbc', sample('audiocodes/sbc_cdr.log'));
    expect(values(rows, 'vishing.call.leg_type')).toEqual(['piece', 'piece', 'leg']);
    expect(values(rows, 'source.address')).toEqual(['+33001', '1001', '+33001']);
    expect(mergedCalls(rows).map(callEssentials)).toMatchObject([
      {
        time: '2022-12-05T18:57:52.320Z',
        callee: '2001',
        action: 'call-answered',
        seconds: 37,
        talk: 30,
      },
    ]);
  });
});

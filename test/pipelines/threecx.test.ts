import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();

const success = { action: 'call-answered', outcome: 'success' } as const;
const missed = { action: 'call-missed', outcome: 'failure', talk: 0 } as const;
/** A call from a mobile telephone to Ada's extension, which rang 8 seconds. */
const inbound: Essentials = {
  time: '2026-03-02T08:15:00Z',
  caller: '+447700900123',
  callee: '201',
  direction: 'inbound',
  ...success,
  duration: 128,
  talk: 120,
};
const outbound: Essentials = {
  ...inbound,
  time: '2026-03-02T09:00:00Z',
  caller: '201',
  callee: '+447700900125',
  direction: 'outbound',
  duration: 195,
  talk: 180,
};
const internal: Essentials = {
  ...inbound,
  time: '2026-03-02T10:00:00Z',
  caller: '201',
  callee: '202',
  direction: 'internal',
  duration: 34,
  talk: 30,
};
const unanswered: Essentials = { ...internal, ...missed, duration: 20 };
const voicemail = { action: 'call-voicemail', talk: 0 } as const;

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'clock-change': [
    { ...inbound, time: '2026-10-25T00:30:00Z' },
    { ...inbound, time: '2026-10-25T01:30:00Z' },
  ],
  forwarded: [
    { ...inbound, callee: '+447700900126' },
    { ...inbound, callee: '202' },
  ],
  inbound: [inbound, inbound, inbound, { ...inbound, caller: 'anonymous' }],
  internal: [internal],
  'names-with-commas': [inbound, inbound, inbound],
  'not-answered': [
    unanswered,
    unanswered,
    { ...unanswered, action: 'call-rejected' },
    unanswered,
    { ...unanswered, action: 'call-failed' },
    unanswered,
    unanswered,
    { ...unanswered, action: 'call-rejected' },
    unanswered,
  ],
  outbound: [
    outbound,
    outbound,
    {
      ...outbound,
      ...missed,
      time: '2026-03-02T09:10:00Z',
      callee: '447700900125',
      action: 'call-failed',
      duration: 2,
    },
  ],
  'queue-and-menu': [
    { ...inbound, callee: '203' },
    { ...inbound, ...missed, callee: '800' },
    { ...inbound, ...missed, callee: '900' },
    {
      ...inbound,
      ...missed,
      callee: '800',
      action: 'call-forwarded',
      outcome: 'unknown',
    },
    { ...inbound, ...missed, callee: '850', duration: 30 },
  ],
  'selected-columns': [inbound, inbound],
  transferred: [
    { ...inbound, duration: 68, talk: 60 },
    { ...inbound, time: '2026-03-02T08:16:08Z', callee: '202', duration: 124 },
  ],
  voicemail: [
    { ...inbound, ...voicemail },
    { ...inbound, ...voicemail, caller: '202', callee: '999', direction: 'internal' },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The line holds the names of the columns and no call: /,
  /^The line has 10 columns, but not those of 3CX with all fields selected, /,
  /^The header line "vishing\.header" names neither time-start nor time-end: /,
  /^The line has 10 columns, but its header line "vishing\.header" names 11\. /,
  /^The start time "2026\/13\/02 08:15:00Z" is not a date and time/,
  /^The line names neither a caller nor a called party: /,
  /^The record has no time at which the call began or ended\./,
  /^The line has 102 columns, 3CX at most 27: /,
];

const rows = (name: string) => parseFixture(es, 'threecx', name);
const values = async (name: string, path: string): Promise<unknown[]> =>
  (await rows(name)).map(({ source }) => field(source, path));

describe('3CX', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('threecx'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    expect((await rows(name)).map(essentials)).toEqual(EXPECTED[name]);
  });

  it('makes one call of the parts of a transferred call, in any order', async () => {
    const call = {
      time: '2026-03-02T08:15:00.000Z',
      caller: '+447700900123',
      callee: '202',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 192,
      talk: 184,
      records: 2,
    };
    const parsed = await rows('transferred');
    expect(mergedCalls(parsed).map(callEssentials)).toEqual([call]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([call]);
  });

  it('says why nobody answered, and who hung up', async () => {
    expect(await values('not-answered', 'vishing.call.hangup_cause')).toEqual([
      'originator_cancel',
      'user_busy',
      'call_rejected',
      'originator_cancel',
      'not_found',
      'no_answer',
      'no_answer',
      'blocked',
      'something_new',
    ]);
    expect(await values('queue-and-menu', 'vishing.call.hangup_cause')).toEqual([
      undefined,
      'abandoned_in_queue',
      'abandoned_in_menu',
      'redirected',
      'originator_cancel',
    ]);
    const by = await values('not-answered', 'vishing.call.hangup_by');
    expect([by[0], by[6], by[8]]).toEqual(['caller', 'callee', undefined]);
  });

  it('names the persons at both ends, also those with a comma', async () => {
    const names = ['vishing.caller.display_name', 'destination.user.full_name'];
    const [callers, callees] = await Promise.all(
      names.map((path) => values('names-with-commas', path))
    );
    expect(callers).toEqual(['Example, Dora', 'Example, Dora, Dr', undefined]);
    expect(callees).toEqual(['Example, Ada', 'Example, Ada', undefined]);
    expect(await values('internal', 'source.user.full_name')).toEqual(['Ada Example']);
    expect(await values('inbound', 'vishing.callee.extension')).toEqual([
      '201',
      '201',
      '201',
      '201',
    ]);
  });

  it('says from whom a call was passed on, and what the caller had dialled', async () => {
    expect(await values('forwarded', 'vishing.call.forwarded_from')).toEqual(['201', '201']);
    expect(await values('queue-and-menu', 'vishing.call.forwarded_from')).toEqual(
      Array.from({ length: 5 }, () => undefined)
    );
    expect((await values('queue-and-menu', 'vishing.call.dialed'))[0]).toBe('800');
    expect((await values('outbound', 'vishing.call.dialed'))[1]).toBe('0447700900125');
  });

  it('refuses what is no line of 3CX, with a reason', async () => {
    const parsed = await parse(es, readFixture('refused', 'threecx'));
    expect(parsed).toHaveLength(REFUSED.length);
    parsed.forEach((document, index) => {
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^never$/);
    });
  });

  it('is read from a file with a line of names and an empty line behind every record', async () => {
    const [selected] = readFixture('threecx', 'selected-columns');
    const { header } = selected?.vishing as { header: string };
    const lines = [header, '', String(selected?.message), '', String(selected?.message), ''];
    const parsed = await readText(es, 'threecx', lines.join('\r\n'));
    expect(parsed.map(essentials)).toEqual([inbound, inbound]);
  });
});

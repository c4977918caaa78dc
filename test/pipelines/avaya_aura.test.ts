import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();

const success = { action: 'call-answered', outcome: 'success' } as const;
const missed = { action: 'call-missed', outcome: 'failure', talk: 0 } as const;
/** A call of two minutes that ended at 09:17 in New York. */
const inbound: Essentials = {
  time: '2026-03-02T14:15:00Z',
  caller: '2025550142',
  callee: '20100',
  direction: 'inbound',
  ...success,
  duration: 120,
  talk: 120,
};
const outbound: Essentials = {
  ...inbound,
  time: '2026-03-02T15:00:00Z',
  caller: '20100',
  callee: '12025550143',
  direction: 'outbound',
  duration: 180,
  talk: 180,
};
const failed: Essentials = { ...outbound, ...missed, action: 'call-failed', duration: 0 };
const internal: Essentials = {
  ...inbound,
  time: '2026-03-02T16:00:45Z',
  caller: '20100',
  callee: '20200',
  direction: 'internal',
  duration: 75,
  talk: 75,
};
const { direction: _unsaid, ...whichever } = inbound;

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  clock: [
    { ...inbound, time: '2026-03-03T04:59:00Z' },
    { ...inbound, time: '2026-11-01T05:29:00Z', duration: 60, talk: 60 },
  ],
  conditions: [
    { ...whichever, ...missed, time: '2026-03-02T16:59:40Z', duration: 20 },
    { ...whichever, ...missed, time: '2026-03-02T17:01:00Z', duration: 0 },
    {
      ...whichever,
      time: '2026-03-02T17:01:54Z',
      action: undefined,
      outcome: 'unknown',
      duration: 6,
      talk: undefined,
    },
    { ...whichever, time: '2026-03-02T17:00:00Z', duration: 600, talk: 600 },
    {
      ...whichever,
      ...missed,
      action: 'call-failed',
      time: '2026-03-02T17:11:00Z',
      duration: 0,
    },
    {
      ...whichever,
      caller: '20100',
      callee: '12025550143',
      time: '2026-03-02T17:19:00Z',
      duration: 60,
      talk: 60,
    },
    { ...inbound, time: '2026-03-02T17:30:00Z', duration: 0, talk: undefined },
  ],
  inbound: [
    inbound,
    { ...inbound, time: '2026-03-02T14:20:00Z', caller: undefined },
    { ...inbound, ...missed, time: '2026-03-02T14:25:00Z', duration: 0 },
    { ...inbound, time: '2026-03-02T14:30:00Z', callee: '12025550143' },
  ],
  internal: [internal, { ...internal, ...missed, time: '2026-03-02T16:05:00Z', duration: 0 }],
  layouts: [
    inbound,
    inbound,
    inbound,
    {
      ...inbound,
      time: '2026-03-02T14:14:30Z',
      caller: undefined,
      duration: 3930,
      talk: 3930,
    },
    inbound,
    { ...inbound, caller: undefined },
    inbound,
    { ...inbound, caller: '2014' },
    { ...outbound, time: '2026-03-02T14:15:00Z', duration: 120, talk: 120 },
    inbound,
  ],
  outbound: [
    outbound,
    outbound,
    { ...failed, time: '2026-03-02T15:05:00Z' },
    { ...failed, time: '2026-03-02T15:06:00Z', callee: '12025550144' },
    { ...failed, time: '2026-03-02T15:07:00Z' },
  ],
  transferred: [
    { ...inbound, time: '2026-03-02T19:00:00Z', duration: 60, talk: 60 },
    { ...inbound, time: '2026-03-02T19:01:00Z', callee: '20200', duration: 240, talk: 240 },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The line came without its layout, /,
  /^The item "dialed-num" of the layout "vishing\.header" has no length: /,
  /^The layout "vishing\.header" begins with "calling-num", which may be blank, /,
  /^The line does not fit its layout "vishing\.header": character 18 should be blank\. /,
  /^The line has 60 characters, but its layout "vishing\.header" only 54\. /,
  /^The layout "vishing\.header" has no cond-code, dialed-num: /,
  /^The time is "2517", where hours and minutes such as 0915 are needed: /,
  /^The duration is "0x120", which is no number: /,
  /^The date is "250326", but not as month and day \(and year\)\. .* ddmmyy-6 /,
  /^The condition code is "Z", which Communication Manager does not have: /,
  /^The line has 4 items, but its layout "vishing\.header" names 6\. /,
  /^The time zone "Mars\/Phobos" of "vishing\.site\.timezone" is not known/,
];

const rows = (name: string) => parseFixture(es, 'avaya_aura', name);
const values = async (name: string, path: string): Promise<unknown[]> =>
  (await rows(name)).map(({ source }) => field(source, path));

const LAYOUT =
  'time-4 space-1 sec-dur-5 space-1 cond-code-1 space-1 dialed-num-5 space-1 calling-num-10';
const undated = (time: string): string => `${time} 00120 9 20100 2025550142`;

describe('Avaya Aura Communication Manager', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('avaya_aura'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    expect((await rows(name)).map(essentials)).toEqual(EXPECTED[name]);
  });

  it('makes one call of the records with one UCID, in any order', async () => {
    const call = {
      time: '2026-03-02T19:00:00.000Z',
      caller: '+12025550142',
      callee: '20200',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 300,
      talk: 300,
      records: 2,
    };
    const parsed = await rows('transferred');
    expect(mergedCalls(parsed).map(callEssentials)).toEqual([call]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([call]);
  });

  it('takes the latest day on which the call was over, where no item says the day', async () => {
    const site = { id: 'hq', country: 'US', timezone: 'UTC' };
    const minute = Date.now() - (Date.now() % 60_000);
    const ends = [minute - 3_600_000, minute + 5 * 60_000, minute + 3_600_000];
    const parsed = await parse(
      es,
      ends.map((end) => ({
        message: undated(new Date(end).toISOString().slice(11, 16).replace(':', '')),
        event: { provider: 'avaya_aura' },
        vishing: { site, header: LAYOUT },
      }))
    );
    const found = parsed.map((document) =>
      Date.parse(String(field(document?.source, 'event.end')))
    );
    // A clock may be some minutes ahead.
    expect(found).toEqual([ends[0], ends[1], (ends[2] ?? 0) - 86_400_000]);
  });

  it('is read from a file with the layout above the lines, between lines of the date', async () => {
    const text = ['03 02', `2026-03-02 ${LAYOUT}`, '09:00 02/03', undated('0917'), '0303', ''];
    const parsed = await readText(es, 'avaya_aura', text.join('\r\n'));
    expect(parsed.map(({ source }) => source['@timestamp'])).toEqual(['2026-03-02T09:15:00Z']);
  });

  it('drops a date record that a shipper sends as a line', async () => {
    const records = ['03 02', '0302', '14:26 16/03'].map((message) => ({
      message,
      event: { provider: 'avaya_aura' },
      vishing: {},
    }));
    expect(await parse(es, records)).toEqual([undefined, undefined, undefined]);
  });

  it('says why there was no call, and who hung up', async () => {
    const cause = 'vishing.call.hangup_cause';
    expect(await values('conditions', cause)).toEqual([
      'originator_cancel',
      'user_busy',
      undefined,
      undefined,
      'not_completed',
      undefined,
      undefined,
    ]);
    expect((await values('outbound', cause)).slice(2)).toEqual([
      'no_circuit_available',
      'insufficient_privileges',
      'disconnected_by_network',
    ]);
    const by = 'vishing.call.hangup_by';
    expect((await values('inbound', by))[0]).toBe('caller');
    expect((await values('outbound', by)).slice(0, 2)).toEqual(['caller', 'callee']);
    expect((await values('internal', by))[0]).toBe('caller');
  });

  it('names extensions, trunks and what was dialled', async () => {
    const extensions = [true, true, true, false].map((own) => (own ? '20100' : undefined));
    expect(await values('inbound', 'vishing.callee.extension')).toEqual(extensions);
    expect((await values('inbound', 'vishing.caller.device'))[0]).toBe('*012');
    expect((await values('layouts', 'vishing.caller.device'))[3]).toBe('*012');
    expect((await values('layouts', 'vishing.callee.device'))[8]).toBe('*011');
    expect((await values('inbound', 'vishing.call.dialed'))[1]).toBe('55000');
  });

  it('refuses what does not fit the layout, with a reason', async () => {
    const parsed = await parse(es, readFixture('refused', 'avaya_aura'));
    expect(parsed).toHaveLength(REFUSED.length);
    parsed.forEach((document, index) => {
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^never$/);
    });
  });
});

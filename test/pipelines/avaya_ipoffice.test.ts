import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const success = { action: 'call-answered', outcome: 'success' } as const;
const missed = { action: 'call-missed', outcome: 'failure', talk: 0 } as const;
/** A call from a mobile telephone to Ada's desk in London, which rang 8 seconds. */
const inbound: Essentials = {
  time: '2026-03-02T09:15:00Z',
  caller: '07700900123',
  callee: '201',
  direction: 'inbound',
  ...success,
  duration: 128,
  talk: 120,
};
const outbound: Essentials = {
  ...inbound,
  time: '2026-03-02T10:00:00Z',
  caller: '201',
  callee: '07700900125',
  direction: 'outbound',
  duration: 195,
  talk: 180,
};
const internal: Essentials = {
  time: '2026-03-02T11:00:00Z',
  caller: '201',
  callee: '202',
  direction: 'internal',
  ...success,
  duration: 77,
  talk: 75,
};
const lost: Essentials = { ...inbound, ...missed, time: '2026-03-02T12:00:00Z', duration: 21 };
const segment: Essentials = { ...inbound, time: '2026-03-02T14:00:00Z', duration: 76, talk: 60 };
const passedOn: Essentials = {
  ...inbound,
  time: '2026-03-02T16:00:00Z',
  callee: '07700900126',
  duration: 130,
};
const second: Essentials = { ...inbound, time: '2026-10-25T01:30:00Z', duration: 130 };

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'clock-change': [
    second,
    { ...second, time: '2026-10-25T00:30:00Z' },
    { ...second, time: '2026-10-25T00:30:00Z' },
    { ...second, time: '2026-07-01T13:00:00Z', duration: 131 },
    { ...second, time: '2026-07-01T07:00:00Z' },
  ],
  'column-counts': Array.from({ length: 8 }, () => inbound),
  inbound: [
    inbound,
    { ...inbound, time: '2026-03-02T09:20:00Z', caller: undefined, duration: 35, talk: 30 },
    {
      ...inbound,
      time: '2026-03-02T09:25:00Z',
      caller: '07700900124',
      callee: '202',
      duration: 95,
      talk: 60,
    },
  ],
  internal: [
    internal,
    { ...internal, time: '2026-03-02T11:05:00Z', caller: '202', callee: '201' },
    { ...internal, ...missed, time: '2026-03-02T11:10:00Z', duration: 25 },
    { ...internal, time: '2026-03-02T11:15:00Z', caller: '401', duration: 54, talk: 50 },
    {
      ...internal,
      time: '2026-03-02T11:20:00Z',
      callee: '*17',
      action: 'call-voicemail',
      duration: 45,
      talk: 0,
    },
  ],
  'names-with-commas': [
    inbound,
    { ...internal, duration: 81 },
    internal,
    { ...inbound, callee: '201' },
  ],
  'not-answered': [
    lost,
    { ...lost, time: '2026-03-02T12:05:00Z', callee: '300', duration: 35 },
    {
      ...lost,
      time: '2026-03-02T12:10:00Z',
      action: 'call-voicemail',
      outcome: 'success',
      duration: 62,
    },
    { ...lost, time: '2026-03-02T12:15:00Z', outcome: 'unknown', duration: 3 },
  ],
  outbound: [
    outbound,
    { ...outbound, ...missed, time: '2026-03-02T10:05:00Z', duration: 22 },
    {
      ...outbound,
      time: '2026-03-02T10:10:00Z',
      callee: '07700900126',
      duration: 49,
      talk: 40,
    },
  ],
  'outbound-passed-to-a-colleague': [
    { ...outbound, time: '2026-03-02T15:00:00Z', duration: 66, talk: 60 },
    { ...outbound, time: '2026-03-02T15:00:00Z', duration: 190, talk: 120 },
  ],
  'passed-on-to-outside': [passedOn, { ...passedOn, time: '2026-03-02T16:05:00Z' }],
  transferred: [segment, { ...segment, callee: '202', duration: 321, talk: 240 }],
  'transferred-without-record-time': [
    segment,
    { ...segment, callee: '202', duration: 245, talk: 240 },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The line is the heading of a file, no call: /,
  /^The line does not begin with the start of a call, such as 2026\/03\/02 09:15:00: /,
  /^The line has 7 columns; SMDR of IP Office has at least 11, /,
  /^Column 5 is "INBOUND"; /,
  /^The start time "2026\/13\/02 09:15:00" is not a date and time/,
  /^Column 2 is "2 min"; /,
  /^The time zone "Mars\/Phobos" of "vishing\.site\.timezone" is not known/,
];

const rows = (name: string) => parseFixture(es, 'avaya_ipoffice', name);
const values = async (name: string, path: string): Promise<unknown[]> =>
  (await rows(name)).map(({ source }) => field(source, path));

describe('Avaya IP Office', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('avaya_ipoffice'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    expect((await rows(name)).map(essentials)).toEqual(EXPECTED[name]);
  });

  it('makes one call of the segments of a transferred call, in any order', async () => {
    const call = {
      time: '2026-03-02T14:00:00.000Z',
      caller: '07700900123',
      callee: '202',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 321,
      // From the answer to the end, without the first segment's hold.
      talk: 305,
      records: 2,
    };
    const parsed = await rows('transferred');
    expect(mergedCalls(parsed).map(callEssentials)).toEqual([call]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([call]);
  });

  it('counts only the longest segment where no line says when it was written', async () => {
    const parsed = await rows('transferred-without-record-time');
    const [call, ...others] = mergedCalls(parsed).map(callEssentials);
    expect(others).toEqual([]);
    expect(call).toMatchObject({ callee: '202', seconds: 245, talk: 240, records: 2 });
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([call]);
  });

  it('keeps the outside party of a call that a colleague took over', async () => {
    const parsed = await rows('outbound-passed-to-a-colleague');
    for (const order of [parsed, [...parsed].reverse()]) {
      expect(mergedCalls(order).map(callEssentials)).toMatchObject([
        { caller: '201', callee: '07700900125', direction: 'outbound', seconds: 190, records: 2 },
      ]);
    }
  });

  it('keeps two calls apart that got the same call id after a restart', async () => {
    const [document] = readFixture('avaya_ipoffice', 'inbound');
    const message = String(document?.message);
    const [one, later] = await parse(es, [
      { ...document, message },
      { ...document, message: message.replaceAll('2026/03/02', '2026/05/02') },
    ]);
    const id = 'vishing.call.id';
    expect(field(later?.source, id)).not.toBe(field(one?.source, id));
  });

  it('names the persons at both ends, also those with a comma', async () => {
    expect(await values('names-with-commas', 'destination.user.name')).toEqual([
      'Example, Ada',
      'Example, Ben',
      'Example, Ben',
      undefined,
    ]);
    expect(await values('internal', 'source.user.name')).toEqual([
      'Ada Example',
      'Ben Example',
      'Ada Example',
      undefined,
      'Ada Example',
    ]);
    expect(await values('inbound', 'vishing.caller.device')).toEqual(['T9001', 'T9001', 'T9001']);
    expect(await values('inbound', 'source.ip')).toEqual([undefined, undefined, '198.51.100.7']);
  });

  it('says from whom a call was passed on, and what the caller had dialled', async () => {
    expect(await values('passed-on-to-outside', 'vishing.call.forwarded_from')).toEqual([
      '201',
      undefined,
    ]);
    expect(await values('passed-on-to-outside', 'vishing.callee.extension')).toEqual([
      undefined,
      '201',
    ]);
    expect(await values('outbound', 'vishing.call.forwarded_from')).toEqual([
      undefined,
      undefined,
      '202',
    ]);
    expect(await values('inbound', 'vishing.call.dialed')).toEqual([
      '442079460100',
      '442079460100',
      '442079460101',
    ]);
  });

  it('says that a call was lost, and of one to the outside that it may have failed', async () => {
    const cause = 'vishing.call.hangup_cause';
    expect(await values('not-answered', cause)).toEqual(['lost', 'lost', undefined, undefined]);
    expect(await values('outbound', cause)).toEqual([undefined, 'lost_or_failed', undefined]);
  });

  it('refuses what is no line of SMDR, with a reason', async () => {
    const parsed = await parse(es, readFixture('refused', 'avaya_ipoffice'));
    expect(parsed).toHaveLength(REFUSED.length);
    parsed.forEach((document, index) => {
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^never$/);
    });
  });

  it('refuses several lines that were sent as one', async () => {
    const [document] = readFixture('avaya_ipoffice', 'inbound');
    const [parsed] = await parse(es, [
      { ...document, message: String(document?.message).repeat(40) },
    ]);
    expect(field(parsed?.source, 'error.message')).toMatch(/^The line has \d+ characters; /);
  });
});

describeSamples('lines of IP Office that others have published', () => {
  it('are read, and segments joined', async () => {
    const parsed = await readText(es, 'avaya_ipoffice', sample('avaya/ipoffice_smdr_35col.csv'));
    expect(parsed).toHaveLength(5);
    const seconds = mergedCalls(parsed).map(callEssentials);
    expect(seconds).toMatchObject([
      { direction: 'inbound', caller: '100', callee: '200', seconds: 30, talk: 30 },
      { direction: 'outbound', caller: '201', seconds: 232, talk: 225, records: 2 },
      { direction: 'inbound', callee: '201', seconds: 333, talk: 330 },
      { direction: 'internal', caller: '201', callee: '202', seconds: 77, talk: 75 },
    ]);
  });
});

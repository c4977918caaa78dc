import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const answered: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+12025550142',
  callee: '120088',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 67.25,
  talk: 60,
};
const missed: Essentials = {
  ...answered,
  action: 'call-missed',
  outcome: 'failure',
  duration: 30,
  talk: 0,
};
const voicemail: Essentials = {
  ...missed,
  action: 'call-voicemail',
  outcome: 'success',
  duration: 24.76,
};
const short: Essentials = { ...answered, duration: 32, talk: 30 };

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'records-answered': [
    answered,
    {
      ...answered,
      time: '2026-03-02T14:30:00Z',
      caller: '120088',
      callee: '+442079460958',
      direction: 'outbound',
      duration: 95,
      talk: 90,
    },
    {
      ...answered,
      time: '2026-03-02T14:35:00Z',
      caller: '120090',
      direction: 'internal',
      duration: 33,
      talk: 30,
    },
    { ...answered, caller: 'anonymous', duration: 52, talk: 20 },
  ],
  'records-not-answered': [
    missed,
    { ...missed, callee: '110081', duration: 90 },
    { ...missed, duration: 2 },
    { ...missed, action: 'call-rejected', duration: 9 },
    { ...missed, caller: '120088', callee: '+442079460958', direction: 'outbound', duration: 25 },
  ],
  voicemail: [voicemail, voicemail],
  'doubled-hour': [
    { ...short, time: '2026-11-01T05:30:00Z' },
    { ...short, time: '2026-11-01T05:30:00Z' },
    { ...short, time: '2026-11-01T06:30:00Z' },
  ],
};

const merged = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '120090',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
};

/** What the resolver makes of the legs of one call. */
const CALLS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'legs-ring-group': { ...merged, seconds: 80, talk: 69, records: 3 },
  'legs-voicemail': {
    ...merged,
    callee: '120088',
    action: 'call-voicemail',
    seconds: 50,
    talk: 0,
    records: 2,
  },
  'legs-transfer': { ...merged, seconds: 190, talk: 185, records: 2 },
  'leg-in-progress': { ...merged, callee: '120088', seconds: 65, talk: 60, records: 1 },
};

describe('8x8 Work', () => {
  it('has an expectation for every fixture', () => {
    expect([...Object.keys(EXPECTED), ...Object.keys(CALLS), 'two-pbx'].sort()).toEqual(
      casesOf('eight_by_eight')
    );
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'eight_by_eight', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it.each(Object.keys(CALLS))('makes one call of %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'eight_by_eight', name);
    expect(new Set(parsed.map(({ id }) => id)).size).toBe(parsed.length);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual([CALLS[name]]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([CALLS[name]]);
  });

  it('keeps the calls of two telephone systems apart that count alike', async () => {
    const parsed = await parseFixture(es, 'eight_by_eight', 'two-pbx');
    expect(mergedCalls(parsed).map(({ caller }) => caller.read?.e164)).toEqual([
      '+12025550142',
      '+12025550143',
    ]);
  });

  it('gives a call that goes on no end', async () => {
    const [going] = await parseFixture(es, 'eight_by_eight', 'leg-in-progress');
    expect(field(going?.source, 'event.end')).toBeUndefined();
    expect(field(going?.source, 'vishing.call.answered')).toBe(true);
    expect(field(going?.source, 'vishing.call.answered_at')).toBe('2026-03-02T14:20:05Z');
  });

  it('counts milliseconds, and from the answer of a person rather than of a menu', async () => {
    const rows = await parseFixture(es, 'eight_by_eight', 'records-answered');
    expect(field(rows[0]?.source, 'vishing.call.ring_seconds')).toBe(7);
    expect(field(rows[0]?.source, 'vishing.call.answered_at')).toBe('2026-03-02T14:20:07.250Z');
    expect(field(rows[3]?.source, 'vishing.call.answered_at')).toBe('2026-03-02T14:20:32Z');
    const [mailbox] = await parseFixture(es, 'eight_by_eight', 'voicemail');
    expect(field(mailbox?.source, 'vishing.call.ring_seconds')).toBe(0);
    expect(field(mailbox?.source, 'vishing.call.answered_at')).toBeUndefined();
  });

  it('says why nobody answered, and who gave up', async () => {
    const rows = await parseFixture(es, 'eight_by_eight', 'records-not-answered');
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
      ['no_answer', undefined],
    ]);
  });

  it('names people, and nobody by the digits of a number', async () => {
    const [call, out] = await parseFixture(es, 'eight_by_eight', 'records-answered');
    expect(field(call?.source, 'vishing.caller.display_name')).toBe('Help Desk');
    expect(field(call?.source, 'vishing.callee.display_name')).toBe('Ada Example');
    expect(field(call?.source, 'vishing.call.dialed')).toBe('12025550100');
    expect(field(out?.source, 'vishing.call.dialed')).toBeUndefined();
    const [nobody] = await parseFixture(es, 'eight_by_eight', 'records-not-answered');
    expect(field(nobody?.source, 'vishing.caller')).toEqual({ number: '+12025550142' });
  });

  const refused: readonly RegExp[] = [
    /^The record is a whole answer of 8x8 Analytics: send one document for each item of "data"\. /,
    /^The record is a JSON list of 1 items: send one document for each item\. /,
    /^The record is not valid JSON: /,
    /^The record is not valid JSON: /,
    /^The record has no "callId" or no "startTimeUTC": /,
    /^The record has no "callId" or no "startTimeUTC": /,
    /^The record has no time at which the call began or ended\. /,
    /^The start time "today" is not a date and time/,
  ];

  it('says why a record is refused', async () => {
    const rows = await parse(es, readFixture('refused', 'eight_by_eight'));
    const reasons = rows.map((row) => String(field(row?.source, 'error.message')));
    expect(reasons).toHaveLength(refused.length);
    refused.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
  });
});

describeSamples('the example of the documentation of 8x8', () => {
  it('is refused as it stands there, for a comma is missing', async () => {
    const text = sample('8x8/call-records.json');
    await expect(readText(es, 'eight_by_eight', text)).rejects.toThrow(
      /The record is not valid JSON: /
    );
  });

  it('is read once the comma is there', async () => {
    const text = sample('8x8/call-records.json').replace(
      /("calleeHoldDuration": "[\d:]+")(\s+")/,
      '$1,$2'
    );
    const rows = await readText(es, 'eight_by_eight', text);
    expect(rows.map(essentials)).toEqual([
      {
        time: '2022-02-03T14:27:27.499Z',
        caller: '+15555551211',
        callee: '120088',
        direction: 'inbound',
        action: 'call-voicemail',
        outcome: 'success',
        duration: 24.754,
        talk: 0,
      },
    ]);
  });
});

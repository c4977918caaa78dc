import { casesOf, parseFixture, readFixture } from './fixtures';
import { mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();
const SOURCE = 'google_voice';

const answered: Essentials = {
  time: '2026-03-02T14:20:00.123Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 80,
  talk: 80,
};
const { duration: _rang, ...timeless } = answered;
const missed: Essentials = { ...timeless, action: 'call-missed', outcome: 'failure', talk: 0 };
const { direction: _stated, ...undirected } = answered;

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  calls: [
    answered,
    { ...answered, caller: '+12025550100', callee: '+442079460142', direction: 'outbound' },
    missed,
    missed,
    { ...missed, action: 'call-voicemail', outcome: 'success' },
    undirected,
    { ...missed, action: 'call-rejected' },
    undirected,
    { ...answered, caller: undefined, duration: 5, talk: 5 },
  ],
  wrappers: [answered, answered, answered],
};

describe('Google Voice', () => {
  it('has an expectation for every fixture', () => {
    expect([...Object.keys(EXPECTED), 'no-calls'].sort()).toEqual(casesOf(SOURCE));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, SOURCE, name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('puts the actor on our side of the call, and on none when nothing tells which it is', async () => {
    const parsed = await parseFixture(es, SOURCE, 'calls');
    const sides = parsed.map(({ source }) => [
      field(source, 'source.user.email'),
      field(source, 'destination.user.email'),
    ]);
    const ada = 'ada@example.com';
    expect(sides[0]).toEqual([undefined, ada]);
    expect(sides[1]).toEqual([ada, undefined]);
    expect(sides[7]).toEqual([undefined, undefined]);
    for (const { source } of parsed) expect(field(source, 'related.user')).toContain(ada);
  });

  it('has the same identity however the activity was wrapped', async () => {
    const parsed = await parseFixture(es, SOURCE, 'wrappers');
    expect(new Set(parsed.map(({ id }) => id)).size).toBe(1);
  });

  it('makes no call of texts, settings and deleted messages', async () => {
    const parsed = await parseFixture(es, SOURCE, 'no-calls');
    const told = parsed.map(({ source }) => [
      field(source, 'event.action'),
      field(source, 'vishing.call.leg_type'),
      field(source, 'vishing.call.direction'),
    ]);
    expect(told).toEqual([
      ['sms-received', 'chat', 'inbound'],
      ['text-message-sent', 'chat', 'outbound'],
      ['number-assigned', 'signalling', undefined],
      ['call-forwarding-settings-changed', 'signalling', undefined],
      ['voicemail-deleted', 'signalling', undefined],
    ]);
    expect(mergedCalls(parsed)).toEqual([]);
  });

  it('says why an activity cannot be read', async () => {
    const refused = await parse(es, readFixture('refused', SOURCE));
    const reasons = refused.map((document) => String(field(document?.source, 'error.message')));
    const expected = [
      /^The record is a JSON list of 1 items: /,
      /^The record is a whole answer of the Reports API with 2 activities in "items": /,
      /^The record is not valid JSON: /,
      /^The record has no "id\.applicationName": /,
      /^The activity is of the application "drive": /,
      /^The activity has no event: /,
      /^The activity holds 2 calls: /,
      /^The start time "noon" is not a date and time/,
    ];
    expect(reasons).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
  });

  it('is read from a whole answer of the Reports API', async () => {
    const items = readFixture(SOURCE, 'calls').map(({ message }) => String(message));
    const text = `{"kind": "admin#reports#activities", "items": [${items.join(',')}]}`;
    expect(await readText(es, SOURCE, text)).toHaveLength(items.length);
  });
});

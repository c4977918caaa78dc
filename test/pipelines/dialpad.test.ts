import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();

type Call = Readonly<Record<string, unknown>>;

const inbound: Call = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '+12025550101',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 130,
  talk: 120,
  records: 1,
};
const outbound: Call = {
  ...inbound,
  caller: '+12025550101',
  callee: '+442079460958',
  direction: 'outbound',
  seconds: 68,
  talk: 60,
};
const missed = (seconds: number): Call => ({
  ...inbound,
  action: 'call-missed',
  outcome: 'failure',
  seconds,
  talk: 0,
});

/** What the resolver makes of the records of each fixture. */
const EXPECTED: Readonly<Record<string, readonly Call[]>> = {
  'answered-inbound': [{ ...inbound, records: 5 }],
  'answered-outbound': [{ ...outbound, records: 4 }],
  'answered-internal': [
    { ...inbound, caller: '+12025550102', direction: 'internal', seconds: 65, talk: 60 },
  ],
  'api-items': [
    inbound,
    outbound,
    { ...missed(9), time: '2026-03-02T14:30:00.000Z', caller: 'anonymous' },
  ],
  'not-answered': [
    missed(20),
    { ...missed(9), callee: '+12025550100' },
    { ...missed(45), callee: '+12025550100' },
    { ...missed(0), action: 'call-rejected' },
    {
      ...missed(31),
      caller: '+12025550101',
      callee: '+442079460958',
      direction: 'outbound',
    },
  ],
  voicemail: [{ ...missed(55), action: 'call-voicemail', outcome: 'success', records: 4 }],
  'group-call': [{ ...inbound, callee: '+12025550102', seconds: 99, talk: 90, records: 10 }],
  'menu-only': [{ ...missed(14), callee: '+12025550100', records: 3 }],
  transfer: [{ ...inbound, callee: '+12025550102', seconds: 190, talk: 185, records: 4 }],
  'web-token': [inbound, inbound],
  'text-message': [],
};

describe('Dialpad', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('dialpad'));
  });

  it.each(Object.keys(EXPECTED))('makes the calls of %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'dialpad', name);
    expect(new Set(parsed.map(({ id }) => id)).size).toBe(parsed.length);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(EXPECTED[name]);
    for (let turn = 1; turn < parsed.length; turn++) {
      const turned = [...parsed.slice(turn), ...parsed.slice(0, turn)].reverse();
      const sorted = (calls: readonly Call[] = []) => calls.map((call) => JSON.stringify(call));
      expect(sorted(mergedCalls(turned).map(callEssentials)).sort()).toEqual(
        sorted(EXPECTED[name]).sort()
      );
    }
  });

  it('reads one event as it stands', async () => {
    const [ringing, , , hangup] = await parseFixture(es, 'dialpad', 'answered-inbound');
    expect(ringing && essentials(ringing)).toEqual({
      time: '2026-03-02T14:20:00.450Z',
      caller: '+12025550142',
      callee: '+12025550101',
      direction: 'inbound',
      action: undefined,
      outcome: undefined,
      talk: undefined,
    });
    expect(hangup && essentials(hangup)).toMatchObject({
      time: '2026-03-02T14:22:10.600Z',
      action: 'call-answered',
      duration: 130.4,
      talk: 120,
    });
  });

  it('knows the quality and the recording of a call', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'dialpad', 'answered-inbound'));
    expect(call?.details).toMatchObject({ quality: { mos: 4.2 }, recording: true });
  });

  it('takes whoever answered for a group, and keeps the number that was dialled', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'dialpad', 'group-call'));
    expect(call?.callee.user?.email).toBe('ben@example.com');
    expect(call?.details.dialed).toBe('+12025550100');
  });

  it('says who passed a call on', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'dialpad', 'transfer'));
    expect(call?.details.forwarded_from).toBe('+12025550101');
  });

  it('does not take a contact for a person of ours', async () => {
    const [call] = await parseFixture(es, 'dialpad', 'answered-inbound');
    expect(field(call?.source, 'source.user')).toBeUndefined();
    expect(field(call?.source, 'vishing.caller.display_name')).toBe('Washington, DC');
    const [internal] = await parseFixture(es, 'dialpad', 'answered-internal');
    expect(field(internal?.source, 'source.user.email')).toBe('ben@example.com');
  });

  it('says why nobody answered, and who gave up', async () => {
    const rows = await parseFixture(es, 'dialpad', 'not-answered');
    expect(
      rows.map(({ source }) => [
        field(source, 'vishing.call.hangup_cause'),
        field(source, 'vishing.call.hangup_by'),
      ])
    ).toEqual([
      ['no_answer', undefined],
      ['no_answer', undefined],
      ['originator_cancel', 'caller'],
      ['blocked', 'system'],
      ['no_answer', undefined],
    ]);
  });

  it('decodes a web token, letters of all languages included', async () => {
    const [call] = await parseFixture(es, 'dialpad', 'web-token');
    expect(field(call?.source, 'vishing.caller.display_name')).toBe('Zoë ~?~?~ Ünal');
  });

  it('stores a text message beside the calls, without its text', async () => {
    const [message] = await parseFixture(es, 'dialpad', 'text-message');
    expect(field(message?.source, 'vishing.call.leg_type')).toBe('chat');
    expect(message && essentials(message)).toMatchObject({
      time: '2026-03-02T14:20:00Z',
      caller: '+12025550142',
      callee: '+12025550100',
    });
    expect(JSON.stringify(message?.source)).not.toContain('Please call back');
  });

  const refused: readonly RegExp[] = [
    /^The record is a whole answer of the Dialpad API: send one document for each item of "items"\. /,
    /^The record is a JSON list of 1 items: send one document for each item\. /,
    /^The record is not valid JSON: /,
    /^The record has no "call_id" or no "state": it is no call event of Dialpad\. /,
    /^The record has no "call_id" or no "state": it is no call event of Dialpad\. /,
    /^The start time "soon" is not a date and time/,
    /^The record has no time at which the call began or ended\. /,
    /^The record looks like a JSON web token but has not three parts: /,
    /^The payload of the JSON web token cannot be decoded: /,
    /^The record is not valid JSON: /,
    /^The talk time "[\d.E]+" is longer than a year/,
  ];

  it('says why a record is refused', async () => {
    const rows = await parse(es, readFixture('refused', 'dialpad'));
    const reasons = rows.map((row) => String(field(row?.source, 'error.message')));
    expect(reasons).toHaveLength(refused.length);
    refused.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
  });

  it('is cut from a file of web tokens, one a line', async () => {
    const lines = readFixture('dialpad', 'web-token').map(({ message }) => String(message));
    expect(await readText(es, 'dialpad', lines.join('\n'))).toHaveLength(lines.length);
  });
});

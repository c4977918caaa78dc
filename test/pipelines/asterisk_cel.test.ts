import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { field, parse, pipelineBench } from './pipeline_tester';

const es = pipelineBench();

type Call = Readonly<Record<string, unknown>>;

/** The desk of extension 1001 is called from outside at 09:20 in New York; it rings 8 seconds. */
const inbound: Call = {
  time: '2026-03-02T14:20:00.010Z',
  caller: '+12025550142',
  callee: '1001',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 128,
  talk: 120,
  records: 14,
};
/** One desk calls another, a minute later. */
const internal: Call = {
  ...inbound,
  time: '2026-03-02T14:21:00.010Z',
  caller: '1001',
  callee: '1002',
  direction: 'internal',
  seconds: 65,
  talk: 60,
};
const unanswered: Call = {
  ...inbound,
  action: 'call-missed',
  outcome: 'failure',
  seconds: 20,
  talk: 0,
  records: 8,
};
/** No phone rang: the callee is what was dialled. */
const noPhone: Call = { ...unanswered, callee: '+12025550100' };
const at = (time: string): string => `2026-03-02T${time}.010Z`;

const EXPECTED: Readonly<Record<string, readonly Call[]>> = {
  'answered-inbound': [inbound],
  'answered-internal': [internal],
  outbound: [
    {
      ...internal,
      time: at('14:22:00'),
      callee: '+12025550199',
      direction: 'outbound',
      seconds: 70,
    },
  ],
  'not-answered': [
    unanswered,
    { ...unanswered, time: at('14:30:00') },
    { ...unanswered, time: at('14:40:00') },
    { ...unanswered, time: at('14:50:00'), action: 'call-failed' },
    { ...unanswered, time: at('15:00:00'), action: 'call-failed' },
    { ...unanswered, time: at('15:10:00'), action: 'call-rejected' },
    { ...unanswered, time: at('15:20:00'), action: 'call-rejected' },
  ],
  'refused-by-dial-plan': [
    { ...noPhone, action: 'call-rejected', seconds: 2, records: 4 },
    { ...noPhone, time: at('14:21:00'), seconds: 1, records: 4 },
  ],
  voicemail: [
    { ...unanswered, action: 'call-voicemail', outcome: 'success', seconds: 50, records: 10 },
  ],
  queue: [{ ...inbound, callee: '1002', seconds: 102, talk: 90, records: 24 }],
  'blind-transfer': [{ ...inbound, callee: '1002', seconds: 636, talk: 631, records: 24 }],
  'outbound-passed-on': [
    {
      ...internal,
      time: at('14:20:00'),
      callee: '+12025550143',
      direction: 'outbound',
      seconds: 100,
      talk: 91,
      records: 19,
    },
  ],
  anonymous: [{ ...inbound, caller: 'anonymous' }],
  diverted: [{ ...inbound, seconds: 28, talk: 20 }],
  'json-lines': [inbound],
  'manager-events': [inbound],
  'other-layouts': [inbound],
  // The table keeps whole seconds only.
  'cel-table': [{ ...internal, time: '2026-03-02T14:20:00.000Z' }],
  'doubled-hour': [
    { ...internal, time: '2026-10-25T00:30:00.000Z' },
    { ...internal, time: '2026-10-25T01:30:00.000Z' },
  ],
  'before-json': [unanswered, { ...inbound, time: at('14:30:00'), records: 12 }],
  'wazo-blocked': [{ ...noPhone, action: 'call-rejected', seconds: 1, records: 6 }],
  'message-and-recording': [{ ...internal, records: 15 }],
};

const calls = async (name: string) => mergedCalls(await parseFixture(es, 'asterisk_cel', name));

describe('channel events of Asterisk', () => {
  it('have an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('asterisk_cel'));
  });

  it.each(Object.keys(EXPECTED))('make a call of %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'asterisk_cel', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(EXPECTED[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(EXPECTED[name]);
  });

  it('say why nobody answered, and who ended the call', async () => {
    const ends = (await calls('not-answered')).map(({ details }) => [
      details.hangup_cause,
      details.hangup_by,
    ]);
    expect(ends).toEqual([
      ['user_busy', 'callee'],
      ['no_answer', 'system'],
      ['originator_cancel', 'caller'],
      ['subscriber_absent', undefined],
      ['no_circuit_available', undefined],
      ['call_rejected', 'callee'],
      ['call_rejected', 'callee'],
    ]);
    const [inboundCall] = await calls('answered-inbound');
    expect(inboundCall?.details).toMatchObject({
      hangup_cause: 'normal_clearing',
      hangup_by: 'callee',
    });
    const [, old] = await calls('before-json');
    expect(old?.details.hangup_by).toBe('caller');
    const [blacklisted, gaveUp] = await calls('refused-by-dial-plan');
    expect([blacklisted?.details.hangup_by, gaveUp?.details.hangup_by]).toEqual([
      'system',
      'caller',
    ]);
  });

  it('name the phone that answered, beside the number that was dialled', async () => {
    const [call] = await calls('queue');
    expect(call?.callee).toMatchObject({ device: 'PJSIP/1002', displayName: 'Sam Example' });
    expect(call?.caller).toMatchObject({ device: 'PJSIP/provider', displayName: 'IT Support' });
    expect(call?.details).toMatchObject({ dialed: '+12025550100' });
  });

  it('keep the first person of a transferred call', async () => {
    const [call] = await calls('blind-transfer');
    expect(call?.details).toMatchObject({ forwarded_from: '1001', dialed: '+12025550100' });
    expect(call?.ringSeconds).toBe(5);
  });

  it('are no forwarding because a number leads to a phone', async () => {
    const [call] = await calls('answered-inbound');
    expect(call?.details.forwarded_from).toBeUndefined();
    const [diverted] = await calls('diverted');
    expect(diverted?.details.forwarded_from).toBe('+12025550177');
  });

  it('leave a text message out of the calls, and know a recorded call', async () => {
    const [message] = await parseFixture(es, 'asterisk_cel', 'message-and-recording');
    expect(field(message?.source, 'vishing.call.leg_type')).toBe('chat');
    expect((await calls('message-and-recording'))[0]?.details.recording).toBe(true);
  });

  it('are the same event in every layout', async () => {
    const [csv, json] = await Promise.all(
      ['answered-inbound', 'json-lines'].map((name) => parseFixture(es, 'asterisk_cel', name))
    );
    const parts = (rows: typeof csv) =>
      rows?.map(({ source }) => [
        field(source, 'event.reason'),
        field(source, '@timestamp'),
        field(source, 'source'),
        field(source, 'destination'),
      ]);
    expect(parts(json)).toEqual(parts(csv));
  });
});

describe('a channel event that cannot be read', () => {
  it('is stored with the reason', async () => {
    const documents = await parse(es, readFixture('refused', 'asterisk_cel'));
    const expected = [
      /^The line has 4 columns, which are not those of the samples in cel_custom\.conf \(20 /,
      /^The line has 3 columns, but its header line "vishing\.header" names 2\. /,
      /^The event has no eventtype, or neither linkedid nor uniqueid: /,
      /^The time of the event "yesterday" is not a date and time/,
      /^The record has no time at which the call began or ended\. /,
      /^The record is a JSON list of 1 items: send one document for each item\. /,
      /^The line is not valid CSV: /,
      /^The line has 1 column, which are not those of the samples /,
    ];
    expect(documents).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(field(documents[index]?.source, 'error.message')).toMatch(pattern)
    );
  });
});

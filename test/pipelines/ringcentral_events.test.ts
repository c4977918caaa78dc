import { casesOf, parseFixture } from './fixtures';
import { mergedCalls } from './merged_calls';
import { pipelineBench } from './pipeline_tester';
import { checkSource } from './source_checks';

const es = pipelineBench();

const call = {
  caller: '+12025550142',
  callee: '+12025550101',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
};
const unanswered = (minute: number, action: string) => ({
  ...call,
  time: `2026-03-02T19:0${minute}:00.000Z`,
  action,
  outcome: 'failure',
  seconds: 25,
  talk: 0,
  records: 2,
});

const CALLS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  // Ada's branch ends with the transfer, the call with Ben's.
  'event-blind-transfer': [
    {
      ...call,
      time: '2026-03-02T14:20:00.000Z',
      callee: '+12025550102',
      seconds: 315,
      talk: 305,
      records: 9,
    },
  ],
  // The caller's party is "Answered" at once, the called one after seven seconds.
  'event-internal': [
    {
      ...call,
      time: '2026-03-02T15:00:00.000Z',
      caller: '+12025550101',
      callee: '102',
      direction: 'internal',
      seconds: 27,
      talk: 20,
      records: 7,
    },
  ],
  'event-outbound': [
    {
      ...call,
      time: '2026-03-02T16:00:00.000Z',
      caller: '+12025550101',
      callee: '+442079460958',
      direction: 'outbound',
      seconds: 69,
      talk: 60,
      records: 4,
    },
  ],
  'event-voicemail': [
    {
      ...call,
      time: '2026-03-02T17:00:00.000Z',
      action: 'call-voicemail',
      seconds: 50,
      talk: 0,
      records: 3,
    },
  ],
  // The switchboard passed the call on to a queue, where two phones rang.
  'event-queue': [
    {
      ...call,
      time: '2026-03-02T18:00:00.000Z',
      callee: '+12025550100',
      seconds: 135,
      talk: 120,
      records: 7,
    },
  ],
  'event-not-answered': [
    unanswered(0, 'call-missed'),
    unanswered(1, 'call-missed'),
    unanswered(2, 'call-missed'),
    unanswered(3, 'call-missed'),
    unanswered(4, 'call-rejected'),
    unanswered(5, 'call-rejected'),
    unanswered(6, 'call-failed'),
  ],
  'event-fax': [],
  // What the call log says later counts; it does not know when the call was answered.
  'events-and-record': [
    { ...call, time: '2026-03-02T20:00:00.000Z', seconds: 70, talk: 70, records: 1 },
  ],
};

describe('telephony session events of RingCentral', () => {
  it('have an expectation for every fixture', () => {
    const cases = casesOf('ringcentral').filter((name) => name.startsWith('event'));
    expect(Object.keys(CALLS).sort()).toEqual(cases);
  });

  checkSource({ es, provider: 'ringcentral', calls: CALLS });

  it('go on after a transfer, until the last party hangs up', async () => {
    const events = await parseFixture(es, 'ringcentral', 'event-blind-transfer');
    const afterTransfer = mergedCalls(events.slice(0, 8));
    expect(afterTransfer.map(({ answered, talkSeconds }) => [answered, talkSeconds])).toEqual([
      [true, 60],
    ]);
    const [whole] = mergedCalls(events);
    expect(whole?.endMs).toBe(Date.parse('2026-03-02T14:25:15Z'));
    expect(whole?.details.forwarded_from).toBe('+12025550101');
  });

  it('tell why nobody answered', async () => {
    const calls = mergedCalls(await parseFixture(es, 'ringcentral', 'event-not-answered'));
    expect(calls.map(({ details }) => details.hangup_cause)).toEqual([
      'no_answer',
      'no_answer',
      'user_busy',
      'originator_cancel',
      'call_rejected',
      'destination_blocked',
      'invalid_number',
    ]);
  });

  it('name the agent of a queue, who is not the party that was called', async () => {
    const [queueCall] = mergedCalls(await parseFixture(es, 'ringcentral', 'event-queue'));
    expect(queueCall?.callee.user?.id).toBe('62002016');
    expect(queueCall?.ringSeconds).toBe(15);
  });
});

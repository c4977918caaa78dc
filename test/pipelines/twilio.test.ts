import { casesOf, parseFixture } from './fixtures';
import { mergedCalls } from './merged_calls';
import { essentials, field, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';
import { checkSource, fieldOfAll } from './source_checks';

const es = pipelineBench();
const source = { es, provider: 'twilio' };

const inbound: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 80,
  talk: 80,
};
const outbound: Essentials = {
  ...inbound,
  caller: '+12025550100',
  callee: '+442079460958',
  direction: 'outbound',
};
const missed: Essentials = {
  ...outbound,
  action: 'call-missed',
  outcome: 'failure',
  duration: 25,
  talk: 0,
};
const { duration: _duration, ...queued } = missed;

const RECORDS: Readonly<Record<string, readonly Essentials[]>> = {
  calls: [inbound, outbound, inbound, outbound, { ...inbound, caller: '+266696687' }, inbound],
  'not-answered': [
    missed,
    missed,
    missed,
    { ...missed, action: 'call-failed' },
    { ...queued, time: '2026-03-02T14:19:58Z', outcome: 'unknown' },
    { ...missed, action: 'call-voicemail', outcome: 'success' },
  ],
  // Voice Insights: 70 seconds from the answer on; the last but one is an event of Event Streams.
  summaries: [
    { ...inbound, talk: 70 },
    { ...outbound, action: 'call-failed', outcome: 'failure', talk: 0 },
    { ...inbound, action: 'call-missed', outcome: 'failure', talk: 0 },
    { ...inbound, direction: 'outbound', action: 'call-voicemail', talk: 0 },
    { ...inbound, callee: 'ada', talk: 70 },
    { ...inbound, talk: 70 },
  ],
};

const call = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 80,
  talk: 80,
  records: 1,
};

const CALLS = {
  // Ada's softphone rang in vain, then Ben answered.
  'dialled-legs': [
    { ...call, callee: 'sip:ben@example.sip.twilio.com', seconds: 100, talk: 100, records: 3 },
  ],
  // To Twilio the call of a softphone is inbound; to the company it is not.
  'softphone-out': [
    { ...call, caller: 'ada', callee: '+442079460958', direction: 'outbound', records: 2 },
  ],
  revised: [call],
};

const REFUSED: readonly RegExp[] = [
  /^The record is a whole answer of Twilio with 2 items in "calls": send one document for each/,
  /^The record is a whole answer of Twilio with 1 items in "call_summaries": /,
  /^The record is a JSON list of 1 items: send one document for each item\. /,
  /^The record is not valid JSON: /,
  /^The record is neither JSON nor the form-urlencoded body of a voice webhook: /,
  /^The record is neither JSON nor the form-urlencoded body of a voice webhook: /,
  /^The record is no call of the Calls API \(sid, status\), no webhook \(CallSid\) and no summary/,
  /^The event of Event Streams is no call summary: /,
  /^The start time "2 o clock, in the afternoon" is not a date and time/,
  /^The talk time "long" is not a length: /,
  /^The record has no time at which the call began or ended\. /,
];

describe('calls of Twilio', () => {
  it('have an expectation for every fixture', () => {
    const names = [...Object.keys(RECORDS), ...Object.keys(CALLS)];
    const webhooks = /webhook|attestation/;
    expect(names.sort()).toEqual(casesOf('twilio').filter((name) => !webhooks.test(name)));
  });

  checkSource({ ...source, records: RECORDS, calls: CALLS, refused: REFUSED });

  it('say why nobody answered', async () => {
    expect(await fieldOfAll(source, 'not-answered', 'vishing.call.hangup_cause')).toEqual([
      'no_answer',
      'user_busy',
      'originator_cancel',
      undefined,
      undefined,
      undefined,
    ]);
    const failed = await fieldOfAll(source, 'summaries', 'vishing.call.hangup_cause');
    expect(failed[1]).toBe('unallocated_number');
  });

  it('know the number that was called before the call was passed on', async () => {
    const [dialled] = mergedCalls(await parseFixture(es, 'twilio', 'dialled-legs'));
    expect(dialled?.details.forwarded_from).toBe('+12025550100');
    const stated = await fieldOfAll(source, 'calls', 'vishing.call.forwarded_from');
    expect(stated[2]).toBe('+12025550199');
  });

  it('have the media quality that Voice Insights measured, of the worst side', async () => {
    const quality = await fieldOfAll(source, 'summaries', 'vishing.call.quality');
    expect(quality[0]).toEqual({ jitter_ms: 4, latency_ms: 61, packets_lost: 3 });
  });

  it('tell who hung up and what was marked as spam, where Voice Insights does', async () => {
    const by = await fieldOfAll(source, 'summaries', 'vishing.call.hangup_by');
    expect(by).toEqual(['caller', 'system', 'caller', 'callee', 'caller', 'caller']);
    const spam = await fieldOfAll(source, 'summaries', 'vishing.call.spam');
    expect(spam.filter((text) => text !== undefined)).toEqual(['annotated as spam']);
  });
});

describeSamples('calls of Twilio, as its OpenAPI files show them', () => {
  it('are read from an answer of the Calls API', async () => {
    const calls = await readText(es, 'twilio', sample('twilio/calls_list.json'));
    const [first, second] = calls.map(essentials);
    // An answering machine took the first; its four seconds are not the minute from start to end.
    expect(first).toEqual({
      time: '2019-10-18T17:02:00Z',
      caller: '+13051416799',
      callee: '+13051913581',
      direction: 'outbound',
      action: 'call-voicemail',
      outcome: 'success',
      duration: 60,
      talk: 0,
    });
    expect(second).toEqual({
      time: '2019-10-18T16:02:00Z',
      caller: '+13051416798',
      callee: '+13051913580',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      duration: 60,
      talk: 3,
    });
    expect(field(calls[1]?.source, 'vishing.caller.display_name')).toBe('callerid2');
  });

  it('are read from summaries of Voice Insights', async () => {
    const list = await readText(es, 'twilio', sample('twilio/insights_summaries_trust.json'));
    const voicemail = {
      caller: '+15555555555',
      callee: '+15555555556',
      action: 'call-voicemail',
      outcome: 'success',
      talk: 0,
    };
    expect(list.map(essentials)).toEqual([
      { ...voicemail, time: '2021-08-25T14:31:22Z', direction: 'outbound', duration: 40 },
      { ...voicemail, time: '2021-08-25T14:03:32Z', direction: 'outbound', duration: 6 },
      { ...voicemail, time: '2021-08-24T22:28:20Z', duration: 3 },
    ]);
    const [one] = await readText(es, 'twilio', sample('twilio/insights_call_summary.json'));
    expect(field(one?.source, 'event.outcome')).toBe('unknown');
    expect(field(one?.source, 'vishing.call.spam')).toBe('annotated as spam');
  });
});

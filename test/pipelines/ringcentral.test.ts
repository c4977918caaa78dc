import { casesOf } from './fixtures';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';
import { checkSource, fieldOfAll } from './source_checks';

const es = pipelineBench();
const source = { es, provider: 'ringcentral' };

const inbound: Essentials = {
  time: '2026-03-02T14:20:00.250Z',
  caller: '+12025550142',
  callee: '+12025550101',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 80,
  talk: 80,
};
const outbound: Essentials = {
  ...inbound,
  caller: '+12025550101',
  callee: '+442079460958',
  direction: 'outbound',
};
const unanswered = { action: 'call-missed', outcome: 'failure', talk: 0 };
const { action: _action, direction: _direction, talk: _talk, ...noCall } = inbound;
const fax: Essentials = { ...noCall, action: undefined, outcome: 'unknown', talk: undefined };

const RECORDS: Readonly<Record<string, readonly Essentials[]>> = {
  simple: [
    inbound,
    outbound,
    { ...inbound, caller: '101', callee: '102', direction: 'internal' },
    { ...inbound, caller: 'Anonymous' },
  ],
  'not-answered': [
    { ...inbound, ...unanswered, duration: 24 },
    { ...outbound, ...unanswered, duration: 31 },
    { ...outbound, ...unanswered, duration: 3 },
    { ...inbound, ...unanswered, duration: 9 },
    { ...inbound, ...unanswered, action: 'call-rejected', duration: 5 },
    { ...inbound, ...unanswered, action: 'call-rejected', duration: 0 },
    { ...outbound, ...unanswered, action: 'call-failed', duration: 2 },
    { ...inbound, ...unanswered, action: 'call-voicemail', outcome: 'success', duration: 41 },
    { ...inbound, ...unanswered, duration: 12 },
  ],
  // Ben took the call after Ada's phone had rung; Ada passed the second call on after a minute.
  detailed: [
    { ...inbound, callee: '+12025550100', talk: 48 },
    { ...inbound, duration: 200, talk: 60 },
  ],
  'no-calls': [fax, { ...fax, caller: '+12025550101', callee: '+442079460958' }, fax, fax],
  old: [
    {
      ...outbound,
      ...unanswered,
      caller: undefined,
      callee: '12025550142',
      outcome: 'unknown',
      duration: 0,
    },
  ],
};

const CALLS = {
  'in-progress': [
    {
      time: '2026-03-02T14:20:00.250Z',
      caller: '+12025550142',
      callee: '+12025550101',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 80,
      talk: 80,
      records: 1,
    },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The record is a JSON list of 2 items: send one document for each item\. /,
  /^The record is a whole answer of RingCentral with 1 items in "records": /,
  /^The record is not valid JSON: /,
  /^The record is a notification without "parties": subscribe to .*telephony\/sessions/,
  /^The record is neither a call log record \(id, direction\) nor a telephony session event/,
  /^The telephony session event names no party in "parties"\. /,
  /^The telephony session event has no "telephonySessionId" or its party has no "status\.code"\. /,
  /^The start time "yesterday" is not a date and time/,
  /^The record has no time at which the call began or ended\. /,
];

describe('call log of RingCentral', () => {
  it('has an expectation for every fixture', () => {
    const names = [...Object.keys(RECORDS), ...Object.keys(CALLS)];
    const cases = casesOf('ringcentral').filter((name) => !name.startsWith('event'));
    expect(names.sort()).toEqual(cases);
  });

  checkSource({ ...source, records: RECORDS, calls: CALLS, refused: REFUSED });

  it('says why nobody answered', async () => {
    expect(await fieldOfAll(source, 'not-answered', 'vishing.call.hangup_cause')).toEqual([
      'no_answer',
      'no_answer',
      'user_busy',
      'originator_cancel',
      'call_rejected',
      'number_blocked',
      'wrong_number',
      undefined,
      'answered_elsewhere',
    ]);
  });

  it('names the person of ours whose phone was picked up', async () => {
    const users = await fieldOfAll(source, 'detailed', 'destination.user.id');
    expect(users).toEqual(['62002016', '62001016']);
    const extensions = await fieldOfAll(source, 'detailed', 'vishing.callee.extension');
    expect(extensions).toEqual(['102', '101']);
  });

  it('claims no ringing for an answered call, which the log does not tell', async () => {
    const ringing = await fieldOfAll(source, 'detailed', 'vishing.call.ring_seconds');
    expect(ringing).toEqual([undefined, undefined]);
  });

  it('marks what is no call as signalling', async () => {
    const types = await fieldOfAll(source, 'no-calls', 'vishing.call.leg_type');
    expect(types).toEqual(['signalling', 'signalling', 'signalling', 'signalling']);
  });

  it('keeps the note that a record was deleted, with the time at which it came', async () => {
    const message = JSON.stringify({ id: 'REC0099', deleted: true });
    const [note] = await parse(es, [{ message, event: { provider: 'ringcentral' } }]);
    const time = (path: string) => Date.parse(String(field(note?.source, path)));
    expect(field(note?.source, 'vishing.call.leg_type')).toBe('signalling');
    expect(Math.abs(time('@timestamp') - time('event.ingested'))).toBeLessThan(2);
  });
});

describeSamples('call log of RingCentral, as its documentation shows it', () => {
  const documented: Essentials = {
    time: '2023-04-10T23:58:47.594Z',
    caller: '+14155555908',
    callee: '+15625555778',
    direction: 'inbound',
    action: 'call-answered',
    outcome: 'success',
    duration: 194,
    talk: 194,
  };

  it('is read from an answer of the API', async () => {
    const calls = await readText(es, 'ringcentral', sample('ringcentral/call-log-list-docs.json'));
    expect(calls.map(essentials)).toEqual([
      documented,
      {
        ...documented,
        time: '2023-04-11T07:26:35.028Z',
        caller: '+16505556100',
        callee: '+14155555908',
        direction: 'outbound',
        duration: 55,
        talk: 55,
      },
    ]);
  });

  it('is read from a record of its own', async () => {
    const calls = await readText(es, 'ringcentral', sample('ringcentral/call-log-sample.json'));
    expect(calls.map(essentials)).toEqual([
      {
        ...documented,
        time: '2023-06-06T23:07:20Z',
        caller: '+14155555900',
        callee: '+15625555772',
        duration: 55,
        talk: 55,
      },
    ]);
  });
});

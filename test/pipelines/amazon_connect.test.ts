import { createRecordCutter } from '../../common/readers/record_cutter';
import { casesOf, readFixture } from './fixtures';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';
import { checkSource, fieldOfAll } from './source_checks';

const es = pipelineBench();
const source = { es, provider: 'amazon_connect' };

/** The flow took the call at once, an agent after 40 seconds. */
const inbound: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 100,
  talk: 60,
};
const outbound: Essentials = {
  ...inbound,
  caller: '+12025550100',
  callee: '+442079460958',
  direction: 'outbound',
  talk: 88,
};
const missed = { action: 'call-missed', outcome: 'failure', duration: 50, talk: 0 };
const noCall: Essentials = {
  ...inbound,
  action: undefined,
  outcome: 'unknown',
  talk: undefined,
};

const RECORDS: Readonly<Record<string, readonly Essentials[]>> = {
  records: [
    inbound,
    outbound,
    { ...outbound, caller: 'ada@example.com' },
    { ...inbound, caller: 'anonymous' },
    inbound,
    inbound,
  ],
  'not-answered': [
    { ...inbound, ...missed },
    { ...inbound, ...missed },
    { ...outbound, ...missed },
    { ...outbound, ...missed },
    { ...outbound, ...missed },
    { ...outbound, ...missed, action: 'call-failed' },
    { ...outbound, ...missed, action: 'call-rejected' },
    { ...outbound, ...missed, action: 'call-voicemail', outcome: 'success' },
  ],
  'no-calls': [{ ...noCall, caller: undefined, callee: 'ada@example.com' }, noCall, noCall],
};

const call = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 100,
  talk: 60,
  records: 1,
};
/** Events know agents by their id, and no number. */
const { caller: _caller, callee: _callee, ...numberless } = call;
const reported = {
  ...numberless,
  time: '2026-03-02T15:00:00.120Z',
  seconds: 90,
  records: 5,
};

const CALLS = {
  // Ben talked last; the supervisor who listened in is no party.
  transfer: [{ ...call, callee: 'ben', seconds: 300, talk: 260, records: 2 }],
  'transfer-of-outbound': [
    {
      ...call,
      caller: '+12025550100',
      callee: '+442079460958',
      direction: 'outbound',
      seconds: 300,
      talk: 288,
      records: 2,
    },
  ],
  revised: [call],
  events: [reported],
  'events-capitals': [reported],
  'events-bare': [{ ...reported, time: '2026-03-02T16:00:00.000Z', seconds: 80, records: 3 }],
  // The agent who calls out is connected before anybody answers.
  'events-not-answered': [
    { ...reported, ...missed, time: '2026-03-02T17:00:00.000Z', seconds: 25, records: 2 },
    {
      ...reported,
      ...missed,
      time: '2026-03-02T17:01:00.000Z',
      direction: 'outbound',
      seconds: 25,
      records: 3,
    },
  ].map(({ duration: _duration, ...rest }) => rest),
  'events-and-record': [{ ...call, time: '2026-03-02T15:00:00.000Z', seconds: 90 }],
};

const REFUSED: readonly RegExp[] = [
  /^The record is a JSON list of 1 items: send one document for each item\. /,
  /^The record is not valid JSON: Unexpected character \('\}'/,
  /^The record is not valid JSON: something stands behind the first value\. Send one document /,
  /^The record is an answer of DescribeContact: /,
  /^The record is an agent event, which reports no call: /,
  /^The record is neither a contact record of Amazon Connect \(ContactId\) nor a contact event /,
  /^The record is neither a contact record of Amazon Connect \(ContactId\) nor a contact event /,
  /^The start time "soon" is not a date and time/,
  /^The record has no time at which the call began or ended\. /,
];

describe('Amazon Connect', () => {
  it('has an expectation for every fixture', () => {
    const names = [...Object.keys(RECORDS), ...Object.keys(CALLS)];
    expect(names.sort()).toEqual(casesOf('amazon_connect'));
  });

  checkSource({ ...source, records: RECORDS, calls: CALLS, refused: REFUSED });

  it('says why nobody answered, and who hung up', async () => {
    expect(await fieldOfAll(source, 'not-answered', 'vishing.call.hangup_cause')).toEqual([
      'customer_disconnect',
      'contact_flow_disconnect',
      'user_busy',
      'no_answer',
      'originator_cancel',
      'telecom_number_invalid',
      'telecom_potential_blocking',
      'contact_flow_disconnect',
    ]);
    const by = await fieldOfAll(source, 'records', 'vishing.call.hangup_by');
    expect(by.slice(0, 3)).toEqual(['caller', 'callee', 'caller']);
  });

  it('tells what Voice ID thinks of the caller, if that is bad', async () => {
    const spam = await fieldOfAll(source, 'records', 'vishing.call.spam');
    expect(spam.slice(3)).toEqual([undefined, 'Voice ID: High Risk (Known Fraudster)', undefined]);
  });

  it('knows the agent by name and id', async () => {
    const [answered] = await fieldOfAll(source, 'records', 'destination.user');
    const agent = { id: 'a1a1a1a1-0000-4000-8000-000000000001', name: 'ada@example.com' };
    expect(answered).toEqual(agent);
    expect((await fieldOfAll(source, 'events', 'destination.user.id')).at(3)).toBe(agent.id);
    expect((await fieldOfAll(source, 'records', 'source.user')).at(1)).toEqual(agent);
  });

  it('marks what is no call as signalling', async () => {
    const types = await fieldOfAll(source, 'no-calls', 'vishing.call.leg_type');
    expect(types).toEqual(['signalling', 'signalling', 'signalling']);
  });

  it('is cut from a file that has one record behind the other', async () => {
    const messages = readFixture('amazon_connect', 'records').map(({ message }) => message);
    const cut = await readText(es, 'amazon_connect', messages.join(''));
    expect(cut.map(essentials)).toEqual(RECORDS.records);
  });
});

describeSamples('contact events of Amazon Connect, as published', () => {
  it('are read', async () => {
    const text = sample('amazon-connect/contact_event_disconnected_min.json');
    const [event] = await readText(es, 'amazon_connect', text);
    expect(field(event?.source, '@timestamp')).toBe('2021-08-29T18:39:44Z');
    expect(field(event?.source, 'event.end')).toBe('2021-08-29T18:39:44Z');
    expect(field(event?.source, 'vishing.call')).toMatchObject({
      direction: 'inbound',
      leg: '58092a11-6075-4025-a57d-6ada88b26d5b',
      leg_type: 'piece',
    });
  });

  it('are stored with the reason where they are no valid JSON', async () => {
    const cutter = createRecordCutter({ type: 'json', lists: [] });
    const text = sample('amazon-connect/contact_event_disconnected.json.txt');
    const records = [...cutter.push(text), ...cutter.end()];
    const stored = await parse(
      es,
      records.map(({ message }) => ({ message, event: { provider: 'amazon_connect' } }))
    );
    expect(stored).toHaveLength(1);
    expect(field(stored[0]?.source, 'event.kind')).toBe('pipeline_error');
    expect(field(stored[0]?.source, 'error.message')).toMatch(
      /^The record is not valid JSON: Unexpected character \('\}' .*expecting double-quote to start field name/
    );
  });
});

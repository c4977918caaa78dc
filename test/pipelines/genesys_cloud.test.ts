import { casesOf, readFixture } from './fixtures';
import { essentials, pipelineBench, type Essentials } from './pipeline_tester';
import { readText } from './samples';
import { checkSource, fieldOfAll } from './source_checks';

const es = pipelineBench();
const source = { es, provider: 'genesys_cloud' };

const ADA = '00000000-0000-4000-8000-000000001001';
const BEN = '00000000-0000-4000-8000-000000001002';

/** The flow took the call at once, the agent after half a minute; after-call work is no part of it. */
const inbound: Essentials = {
  time: '2026-03-02T14:20:00.050Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 179.95,
  talk: 150,
};
const outbound: Essentials = {
  ...inbound,
  caller: '+12025550101',
  callee: '+442079460958',
  direction: 'outbound',
};
const missed = { action: 'call-missed', outcome: 'failure', talk: 0 };
const voicemail: Essentials = { ...inbound, action: 'call-voicemail', duration: 40, talk: 0 };
const internal: Essentials = {
  ...inbound,
  caller: '+12025550101',
  callee: '+12025550102',
  direction: 'internal',
  duration: 70,
  talk: 60,
};
const noCall: Essentials = {
  time: inbound.time,
  caller: undefined,
  callee: undefined,
  action: undefined,
  outcome: 'unknown',
  duration: 190.45,
  talk: undefined,
};

const RECORDS: Readonly<Record<string, readonly Essentials[]>> = {
  inbound: [
    inbound,
    { ...inbound, caller: 'anonymous' },
    { ...inbound, caller: 'sip:12025550142@192.0.2.20' },
    inbound,
  ],
  outbound: [{ ...outbound, duration: 131.95, talk: 120 }],
  transfer: [{ ...inbound, duration: 539.95, talk: 510 }],
  'not-answered': [
    { ...inbound, ...missed, duration: 40 },
    { ...inbound, ...missed, duration: 40 },
    { ...outbound, ...missed, duration: 25 },
    { ...outbound, ...missed, duration: 25 },
    { ...outbound, ...missed, action: 'call-failed', duration: 25 },
    { ...outbound, ...missed, duration: 25 },
    { ...outbound, ...missed, duration: 25 },
    { ...inbound, ...missed, duration: 40 },
  ],
  voicemail: [voicemail, voicemail],
  internal: [internal, { ...internal, ...missed }],
  'no-calls': [noCall, noCall],
};

const CALLS = {
  'in-progress': [
    {
      time: '2026-03-02T14:20:00.050Z',
      caller: '+12025550142',
      callee: '+12025550100',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 180,
      talk: 150,
      records: 1,
    },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The record is a whole answer of Genesys Cloud with 1 items in "conversations": /,
  /^The record is a JSON list of 1 items: send one document for each item\. /,
  /^The record is not valid JSON: /,
  /^The record is a conversation of the Conversations API: send those of .*details\/query\. /,
  /^The record has no "conversationId" or no "participants": /,
  /^The start time "today" is not a date and time/,
  /^The record has no time at which the call began or ended\. /,
];

describe('Genesys Cloud', () => {
  it('has an expectation for every fixture', () => {
    const names = [...Object.keys(RECORDS), ...Object.keys(CALLS)];
    expect(names.sort()).toEqual(casesOf('genesys_cloud'));
  });

  checkSource({ ...source, records: RECORDS, calls: CALLS, refused: REFUSED });

  it('says why nobody answered', async () => {
    expect(await fieldOfAll(source, 'not-answered', 'vishing.call.hangup_cause')).toEqual([
      'no_answer',
      'no_answer',
      'user_busy',
      'no_answer',
      'unallocated_number',
      'originator_cancel',
      'no_answer',
      'no_answer',
    ]);
    const spam = await fieldOfAll(source, 'not-answered', 'vishing.call.spam');
    expect(spam.filter((text) => text !== undefined)).toEqual(['marked as spam']);
  });

  it('says who hung up: the flow where no person of ours was on the line', async () => {
    const by = await fieldOfAll(source, 'inbound', 'vishing.call.hangup_by');
    expect(by).toEqual(['caller', 'callee', 'caller', 'caller']);
    const unanswered = await fieldOfAll(source, 'not-answered', 'vishing.call.hangup_by');
    expect(unanswered.slice(0, 2)).toEqual(['caller', 'system']);
    expect(await fieldOfAll(source, 'outbound', 'vishing.call.hangup_by')).toEqual(['caller']);
  });

  it('names the person who talked last, with the address that the queue knew', async () => {
    const [first] = await fieldOfAll(source, 'inbound', 'destination.user');
    expect(first).toEqual({ id: ADA, email: 'ada.example@example.com', full_name: 'Ada Example' });
    expect(await fieldOfAll(source, 'transfer', 'destination.user.id')).toEqual([BEN]);
    expect(await fieldOfAll(source, 'outbound', 'source.user.id')).toEqual([ADA]);
    expect(await fieldOfAll(source, 'internal', 'source.user.id')).toEqual([ADA, ADA]);
    expect(await fieldOfAll(source, 'internal', 'destination.user.id')).toEqual([BEN, BEN]);
  });

  it('names the person whose phone rang where nobody answered', async () => {
    const users = await fieldOfAll(source, 'not-answered', 'destination.user.id');
    expect(users.slice(0, 2)).toEqual([BEN, undefined]);
  });

  it('knows the number that was dialled before the call was forwarded', async () => {
    const dialled = await fieldOfAll(source, 'inbound', 'vishing.call.dialed');
    expect(dialled).toEqual([undefined, undefined, undefined, '+12025550177']);
  });

  it('has the worst media quality, and whether the call was recorded', async () => {
    const quality = await fieldOfAll(source, 'outbound', 'vishing.call.quality');
    expect(quality).toEqual([{ mos: 4.311158 }]);
    const recorded = await fieldOfAll(source, 'inbound', 'vishing.call.recording');
    expect(recorded).toEqual([true, undefined, undefined, undefined]);
  });

  it('marks what is no call as signalling', async () => {
    const types = await fieldOfAll(source, 'no-calls', 'vishing.call.leg_type');
    expect(types).toEqual(['signalling', 'signalling']);
  });

  it('is cut from an answer of the API', async () => {
    const messages = readFixture('genesys_cloud', 'inbound').map(({ message }) => String(message));
    const answer = `{"conversations": [${messages.join(', ')}], "totalHits": ${messages.length}}`;
    const cut = await readText(es, 'genesys_cloud', answer);
    expect(cut.map(essentials)).toEqual(RECORDS.inbound);
  });

  it('replaces a conversation that was still going on by its end', async () => {
    const revisions = await fieldOfAll(source, 'in-progress', 'vishing.call.revision');
    expect(revisions).toEqual([0, Date.parse('2026-03-02T14:23:10Z') / 1000]);
    const ends = await fieldOfAll(source, 'in-progress', 'event.end');
    expect(ends).toEqual([undefined, '2026-03-02T14:23:00Z']);
  });
});

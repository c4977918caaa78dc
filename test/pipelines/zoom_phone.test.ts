import { casesOf, parseFixture, readFixture } from './fixtures';
import {
  essentials,
  field,
  parse,
  pipelineBench,
  type Essentials,
  type Parsed,
} from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();
const SOURCE = 'zoom_phone';

const answered: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+12025550142',
  callee: '+12025550102',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 90,
  talk: 80,
};
const missed: Essentials = {
  ...answered,
  action: 'call-missed',
  outcome: 'failure',
  duration: 20,
  talk: 0,
};
const extension: Essentials = { ...answered, callee: '1002', duration: 44, talk: 44 };

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'history-answered': [
    answered,
    { ...answered, caller: '+12025550102', callee: '+442079460142', direction: 'outbound' },
    { ...answered, caller: '1003', direction: 'internal' },
    answered,
    { ...missed, duration: 10 },
  ],
  'history-not-answered': [
    missed,
    { ...missed, action: 'call-voicemail', outcome: 'success' },
    { ...missed, action: 'call-rejected' },
    missed,
    missed,
    missed,
    { ...missed, action: 'call-rejected' },
    { ...missed, action: 'call-forwarded', outcome: 'unknown' },
    { ...missed, action: 'call-failed' },
    missed,
    { ...missed, outcome: 'unknown' },
    { ...missed, caller: 'anonymous' },
  ],
  'old-call-log': [
    extension,
    { ...extension, action: 'call-voicemail', duration: undefined, talk: 0 },
    { ...extension, duration: 49 },
    { ...extension, caller: '1003', direction: 'internal' },
    { ...extension, action: 'call-missed', outcome: 'failure', duration: undefined, talk: 0 },
  ],
  'webhook-completed': [
    answered,
    { ...extension, caller: '1002', callee: '1003', direction: 'internal' },
    answered,
    answered,
  ],
};

const causes = (parsed: readonly Parsed[]) =>
  parsed.map(({ source }) => field(source, 'vishing.call.hangup_cause'));

describe('Zoom Phone', () => {
  it('has an expectation for every fixture', () => {
    const others = [
      'elastic-integration',
      'no-calls',
      'webhook-and-history',
      'webhook-internal',
      'webhook-not-answered',
      'webhook-outbound',
      'webhook-queue',
    ];
    expect([...Object.keys(EXPECTED), ...others].sort()).toEqual(casesOf(SOURCE));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, SOURCE, name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('says why nobody answered', async () => {
    expect(causes(await parseFixture(es, SOURCE, 'history-not-answered'))).toEqual([
      'no_answer',
      undefined,
      'call_rejected',
      'user_busy',
      'originator_cancel',
      'hang_up',
      'system_blocked',
      'overflowed',
      'call_failed',
      'no_answer',
      'something_new',
      'no_answer',
    ]);
    expect(causes(await parseFixture(es, SOURCE, 'history-answered'))[4]).toBe(
      'answered_elsewhere'
    );
  });

  it('keeps what Zoom thinks of the caller, who was called and from which device', async () => {
    const [inbound, , internal] = await parseFixture(es, SOURCE, 'history-answered');
    expect(field(inbound?.source, 'vishing.call.spam')).toBe('Maybe Spam');
    expect(field(inbound?.source, 'vishing.call.recording')).toBeUndefined();
    expect(field(internal?.source, 'vishing.call.recording')).toBe(true);
    expect(field(inbound?.source, 'destination')).toEqual({
      address: '+12025550102',
      ip: '198.51.100.4',
      user: { email: 'ada@example.com', full_name: 'Ada Example' },
    });
    expect(field(inbound?.source, 'vishing.callee')).toEqual({
      number: '+12025550102',
      extension: '1002',
      display_name: 'Ada Example',
      device: 'WIN_Client(6.1.0)',
    });
  });
});

describe('what is no record of Zoom Phone', () => {
  it('is refused with a reason', async () => {
    const refused = await parse(es, readFixture('refused', SOURCE));
    const reasons = refused.map((document) => String(field(document?.source, 'error.message')));
    const expected = [
      /^The record is a JSON list of 1 items: /,
      /^The record is a whole answer of the Phone API with 2 rows in "call_history": /,
      /^The record is not valid JSON: /,
      /^The event "meeting\.started" is none of Zoom Phone: /,
      /^The record is neither a webhook of Zoom Phone /,
      /^The event "phone\.callee_ringing" has no "call_id": /,
      /^The event "phone\.caller_call_log_completed" carries no rows\. /,
      /^The event "phone\.callee_call_history_completed" holds 2 calls: /,
      /^The start time "soon" is not a date and time/,
      /^The record has no time at which the call began or ended\./,
      /^"event\.original" is not a JSON object: /,
    ];
    expect(reasons).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
  });
});

describe('a file of Zoom Phone', () => {
  it('is read as an answer of the call history', async () => {
    const rows = readFixture(SOURCE, 'history-answered').map(({ message }) => String(message));
    const text = `{"from": "2026-03-01", "page_size": 30, "call_history": [${rows.join(', ')}]}`;
    expect(await readText(es, SOURCE, text)).toHaveLength(rows.length);
  });
});

describeSamples('Zoom Phone, as its documentation and Elastic’s module know it', () => {
  const file = (name: string) => readText(es, SOURCE, sample(`zoom-phone/${name}`));

  it('is read from webhooks of 2020', async () => {
    const records = await file('filebeat_phone.ndjson.log');
    const types = records.map(({ source }) => field(source, 'vishing.call.leg_type'));
    expect(types).toEqual([...Array.from({ length: 8 }, () => 'piece'), 'recording', 'leg', 'leg']);
    const directions = records.map(({ source }) => field(source, 'vishing.call.direction'));
    expect(directions.slice(0, 4)).toEqual(['internal', 'internal', 'outbound', 'internal']);
    expect(essentials(records[7] as Parsed)).toEqual({
      time: '2020-07-22T21:06:39Z',
      caller: '+12044444444',
      callee: '9001',
      direction: 'inbound',
      action: 'call-rejected',
      outcome: 'failure',
      duration: 6,
      talk: 0,
    });
    expect(essentials(records[9] as Parsed)).toEqual({
      time: '2020-07-22T01:41:55Z',
      caller: '10803',
      callee: '10800',
      direction: 'internal',
      action: 'call-answered',
      outcome: 'success',
      duration: 44,
      talk: 44,
    });
  });

  it('is read from a missed call, a completed call and a text', async () => {
    const [gone] = await file('phone.callee_missed.json');
    expect(gone && essentials(gone)).toMatchObject({ action: 'call-missed', duration: 13 });
    const [row] = await file('phone.callee_call_history_completed.json');
    expect(row && essentials(row)).toMatchObject({
      time: '2023-10-08T16:12:04Z',
      caller: '+12059300920',
      direction: 'internal',
      action: 'call-answered',
      duration: 11,
      talk: 11,
    });
    expect(field(row?.source, 'source.ip')).toBe('135.0.0.1');
    const [text] = await file('phone.sms_received.json');
    expect(field(text?.source, 'event.action')).toBe('sms-received');
    expect(field(text?.source, 'source.address')).toBe('+12132822256');
  });
});

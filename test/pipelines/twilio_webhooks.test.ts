import { casesOf, parseFixture } from './fixtures';
import { mergedCalls } from './merged_calls';
import { field, parse, pipelineBench } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';
import { checkSource, fieldOfAll } from './source_checks';

const es = pipelineBench();
const source = { es, provider: 'twilio' };

const call = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 80,
  talk: 80,
  records: 3,
};
const unanswered = (minute: number, action = 'call-missed') => ({
  ...call,
  time: `2026-03-02T15:0${minute}:00.000Z`,
  caller: '+12025550100',
  callee: '+442079460958',
  direction: 'outbound',
  action,
  outcome: action === 'call-voicemail' ? 'success' : 'failure',
  seconds: 25,
  talk: 0,
  records: 2,
});

const CALLS = {
  webhooks: [{ ...call, seconds: 81 }],
  'webhooks-json': [call],
  'webhook-and-call': [{ ...call, records: 1 }],
  'webhook-dialled': [
    {
      ...call,
      time: '2026-03-02T16:00:00.000Z',
      callee: '+12025550101',
      seconds: 70,
      talk: 70,
      records: 4,
    },
  ],
  'webhooks-not-answered': [
    unanswered(0),
    unanswered(1),
    unanswered(2),
    unanswered(3, 'call-failed'),
    unanswered(4, 'call-voicemail'),
  ],
};

const send = async (message: string) => {
  const [read] = await parse(es, [{ message, event: { provider: 'twilio' } }]);
  return read?.source;
};

describe('webhooks of Twilio', () => {
  it('have an expectation for every fixture', () => {
    const cases = casesOf('twilio').filter((name) => name.startsWith('webhook'));
    expect(Object.keys(CALLS).sort()).toEqual(cases);
  });

  checkSource({ ...source, calls: CALLS });

  it('tell what SHAKEN/STIR says of the caller, and nothing where it says nothing', async () => {
    expect(await fieldOfAll(source, 'attestation', 'vishing.call.attestation')).toEqual([
      'A',
      'B',
      'C',
      'A',
      'failed',
      'failed',
      'none',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['webhooks', 'B', 'nomorobo_spamscore: 1'],
    ['webhooks-json', 'B', 'nomorobo_spamscore: 1'],
    ['webhook-and-call', 'B', 'marchex_cleancall: BLOCK'],
  ])('keep attestation and spam verdict of a call: %s', async (name, attestation, spam) => {
    const [merged] = mergedCalls(await parseFixture(es, 'twilio', name));
    expect(merged?.details).toMatchObject({ attestation, spam });
  });

  it('tell that a call was recorded and forwarded', async () => {
    const [merged] = mergedCalls(await parseFixture(es, 'twilio', 'webhooks-json'));
    expect(merged?.details).toMatchObject({ recording: true, forwarded_from: '+12025550199' });
  });

  it('say why nobody answered', async () => {
    const calls = mergedCalls(await parseFixture(es, 'twilio', 'webhooks-not-answered'));
    expect(calls.map(({ details }) => details.hangup_cause)).toEqual([
      'no_answer',
      'user_busy',
      'originator_cancel',
      'unallocated_number',
      undefined,
    ]);
  });

  it('that name no time count from when they came', async () => {
    const webhook = await send('CallSid=CA01&CallStatus=ringing&From=%2B12025550142&CallToken=x');
    const time = (path: string) => Date.parse(String(field(webhook, path)));
    expect(Math.abs(time('@timestamp') - time('event.ingested'))).toBeLessThan(2);
    expect(field(webhook, 'source.address')).toBe('+12025550142');
  });

  it('of messages are no calls', async () => {
    const message = await send('MessageSid=SM01&From=%2B12025550142&To=%2B12025550100&Body=hi');
    expect(field(message, 'vishing.call.leg_type')).toBe('chat');
    expect(field(message, 'event.id')).toBe('SM01');
  });

  it('are cut from a file with one body a line', async () => {
    const form =
      'CallSid=CA01&CallStatus=ringing&Timestamp=Mon%2C+02+Mar+2026+17%3A00%3A00+%2B0000';
    const cut = await readText(es, 'twilio', `${form}\n${form.replace('CA01', 'CA02')}\n`);
    expect(cut.map(({ source: read }) => field(read, 'event.id'))).toEqual(['CA01', 'CA02']);
  });

  it('survive a percent sign that encodes nothing', async () => {
    const webhook = await send(
      'CallSid=CA01&CallStatus=ringing&From=%2B12025550142&CallerName=5%zz'
    );
    expect(field(webhook, 'vishing.caller.display_name')).toBe('5%zz');
  });
});

describeSamples('a voice webhook of Twilio, as a test of its own has it', () => {
  it('tells caller, callee and attestation', async () => {
    const text = sample('twilio/voice_webhook_stirverstat.json');
    const [webhook] = await readText(es, 'twilio', text);
    expect(field(webhook?.source, 'source.address')).toBe('+61000000000');
    expect(field(webhook?.source, 'destination.address')).toBe('+12111111111');
    expect(field(webhook?.source, 'vishing.call')).toMatchObject({
      attestation: 'C',
      direction: 'inbound',
      leg_type: 'piece',
    });
  });
});

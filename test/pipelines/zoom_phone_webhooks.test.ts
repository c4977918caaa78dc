import { parseFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, pipelineBench } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();
const SOURCE = 'zoom_phone';

describe('webhooks of Zoom Phone', () => {
  const calls = async (name: string) => {
    const parsed = await parseFixture(es, SOURCE, name);
    const forwards = mergedCalls(parsed);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(
      forwards.map(callEssentials)
    );
    return forwards;
  };

  it('make one call of all phones that a queue rings, answered by the one who took it', async () => {
    const [call, ...rest] = await calls('webhook-queue');
    expect(rest).toEqual([]);
    expect(call && callEssentials(call)).toEqual({
      time: '2026-03-02T14:20:00.000Z',
      caller: '+12025550142',
      callee: '+12025550102',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 90,
      talk: 80,
      records: 5,
    });
    expect(call?.callee.user?.id).toBe('USER-ADA');
    // The number as extension of a stranger is no extension.
    expect(call?.caller.extension).toBeUndefined();
    expect(call?.details.forwarded_from).toBe('500');
  });

  it('make one call of what both colleagues report', async () => {
    expect((await calls('webhook-internal')).map(callEssentials)).toEqual([
      {
        time: '2026-03-02T14:30:00.000Z',
        caller: '1002',
        callee: '1003',
        direction: 'internal',
        action: 'call-answered',
        outcome: 'success',
        seconds: 69,
        talk: 60,
        records: 6,
      },
    ]);
  });

  it('are an outbound call when the other party is outside', async () => {
    expect((await calls('webhook-outbound')).map(callEssentials)).toMatchObject([
      { caller: '+12025550102', callee: '+442079460142', direction: 'outbound', talk: 120 },
    ]);
  });

  it('say how a call ended that nobody answered', async () => {
    const parsed = await parseFixture(es, SOURCE, 'webhook-not-answered');
    const endings = parsed.map(({ source }) => [
      field(source, 'event.action'),
      field(source, 'vishing.call.hangup_cause'),
    ]);
    expect(endings).toEqual([
      ['call-missed', 'no_answer'],
      ['call-missed', 'no_answer'],
      ['call-rejected', 'call_rejected'],
      ['call-missed', 'originator_cancel'],
      ['call-voicemail', undefined],
      ['call-missed', 'user_busy'],
      ['call-rejected', 'blocked'],
      ['call-failed', 'wrong_number'],
      ['call-missed', 'no_answer'],
    ]);
    expect(parsed.slice(7).map(essentials)).toEqual([
      {
        time: '2026-03-02T14:50:20Z',
        caller: '+12025550102',
        callee: '+12025550142',
        direction: 'outbound',
        action: 'call-failed',
        outcome: 'failure',
        duration: 20,
        talk: 0,
      },
      // Nobody knows who called.
      {
        time: '2026-03-02T14:50:20Z',
        caller: undefined,
        callee: '+12025550102',
        direction: 'inbound',
        action: 'call-missed',
        outcome: 'failure',
        duration: 20,
        talk: 0,
      },
    ]);
  });

  it('give way to the row of the call history', async () => {
    const [call, ...rest] = await calls('webhook-and-history');
    expect(rest).toEqual([]);
    expect(call && callEssentials(call)).toMatchObject({ seconds: 90, talk: 80, records: 1 });
    expect(call?.details.spam).toBe('Maybe Spam');
  });

  it('are read from documents of the Elastic integration', async () => {
    const parsed = await parseFixture(es, SOURCE, 'elastic-integration');
    const pieces = parsed.slice(0, 3);
    for (const { id, source } of pieces) {
      expect(id).toBe(pieces[0]?.id);
      expect(field(source, 'event.id')).toBe('7000000000000000070');
      expect(field(source, 'vishing.call.talk_seconds')).toBe(80);
    }
    expect(field(parsed[3]?.source, 'event.action')).toBe('voicemail-received');
    expect(field(parsed[3]?.source, 'source.address')).toBe('+12025550142');
  });

  it('are no calls when they are about texts, recordings and devices', async () => {
    const parsed = await parseFixture(es, SOURCE, 'no-calls');
    const told = parsed.map(({ source }) => [
      field(source, 'event.action'),
      field(source, 'vishing.call.leg_type'),
      field(source, 'source.address'),
      field(source, 'destination.address'),
    ]);
    const ada = '+12025550102';
    const stranger = '+12025550142';
    expect(told).toEqual([
      ['sms-received', 'chat', stranger, ada],
      ['sms-sent', 'chat', ada, stranger],
      ['voicemail-received', 'recording', stranger, '1002'],
      ['recording-completed', 'recording', stranger, '1002'],
      ['callee-hold', 'signalling', stranger, ada],
      ['blind-transfer-initiated', 'signalling', undefined, undefined],
      ['device-registration', 'signalling', undefined, undefined],
      ['endpoint-url-validation', 'signalling', undefined, undefined],
    ]);
    expect(mergedCalls(parsed)).toEqual([]);
  });
});

describeSamples('webhooks of Zoom Phone, as its documentation shows them', () => {
  it('are one call from ringing to hang-up', async () => {
    const events = ['ringing', 'answered', 'ended'].map((name) =>
      readText(es, SOURCE, sample(`zoom-phone/phone.callee_${name}.json`))
    );
    const parsed = (await Promise.all(events)).flat();
    const [call, ...rest] = mergedCalls(parsed);
    expect(rest).toEqual([]);
    expect(call && callEssentials(call)).toEqual({
      time: '2021-08-19T21:12:28.000Z',
      caller: '+12092592844',
      callee: '+12058945456',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 16,
      talk: 6,
      records: 3,
    });
    expect(call?.details.forwarded_from).toBe('1022');
  });
});

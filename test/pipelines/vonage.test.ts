import { casesOf, parseFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const answered: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 80,
  talk: 80,
};
const missed: Essentials = {
  ...answered,
  action: 'call-missed',
  outcome: 'failure',
  duration: 20,
  talk: 0,
};

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  answered: [answered],
  'not-answered': [
    missed,
    { ...missed, action: 'call-rejected' },
    missed,
    missed,
    { ...missed, action: 'call-failed' },
    missed,
  ],
};

describe('Vonage Voice API', () => {
  it('has an expectation for every fixture', () => {
    expect([...Object.keys(EXPECTED), 'webhook'].sort()).toEqual(casesOf('vonage'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'vonage', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('makes one call of what the webhook reports bit by bit, in any order', async () => {
    const parsed = await parseFixture(es, 'vonage', 'webhook');
    const call = {
      time: '2026-03-02T14:20:00.000Z',
      caller: '+12025550142',
      callee: '+12025550100',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 90,
      talk: 80,
      records: 3,
    };
    expect(mergedCalls(parsed).map(callEssentials)).toEqual([call]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([call]);
  });

  it('says why nobody answered', async () => {
    const rows = await parseFixture(es, 'vonage', 'not-answered');
    expect(rows.map(({ source }) => field(source, 'vishing.call.hangup_cause'))).toEqual([
      'user_busy',
      'call_rejected',
      'no_answer',
      'no_answer',
      undefined,
      'originator_cancel',
    ]);
  });
});

describeSamples('calls of Vonage, as its own library is tested with', () => {
  it('are read from the answer of the API', async () => {
    const [call] = await readText(es, 'vonage', sample('vonage/list_calls_filter.json'));
    expect(call && essentials(call)).toEqual({
      time: '2024-04-18T16:01:51Z',
      caller: '+9876543210',
      callee: '+1234567890',
      direction: 'outbound',
      action: 'call-answered',
      outcome: 'success',
      duration: 2,
      talk: 2,
    });
  });
});

import { casesOf, parseFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, pipelineBench, type Essentials } from './pipeline_tester';

const es = pipelineBench();

const success = { action: 'call-answered', outcome: 'success' } as const;
const missed = { action: 'call-missed', outcome: 'failure', talk: 0 } as const;
/** A call from a mobile telephone at 09:15 in New York that rang 8 seconds. */
const inbound: Essentials = {
  time: '2026-03-02T14:15:00Z',
  caller: '2025550142',
  callee: '2001',
  direction: 'inbound',
  ...success,
  duration: 128,
  talk: 120,
};
const outbound: Essentials = {
  ...inbound,
  caller: '2001',
  callee: '912025550143',
  direction: 'outbound',
  duration: 180,
  talk: 180,
};
/** How long it rang is not said. */
const { duration: _unknown, ...ringing } = { ...outbound, ...missed };
const internal: Essentials = {
  ...inbound,
  time: '2026-03-02T16:00:00Z',
  caller: '2001',
  callee: '2002',
  direction: 'internal',
  duration: 75,
  talk: 75,
};
const unanswered: Essentials = {
  ...inbound,
  ...missed,
  time: '2026-03-02T17:00:00Z',
  duration: 5,
};
const transferred: Essentials = {
  ...inbound,
  time: '2026-03-02T18:00:00Z',
  callee: '2002',
  duration: 308,
  talk: 300,
};
const minute: Essentials = { ...inbound, duration: 66, talk: 60 };
/** Mitel 5000 says nothing of the ringing before an answer. */
const from5000: Essentials = {
  time: '2026-03-02T13:36:00Z',
  caller: '11202',
  callee: '1-202-555-0142',
  direction: 'outbound',
  ...success,
  duration: 3,
  talk: 3,
};
const to5000: Essentials = {
  ...from5000,
  time: '2026-03-02T14:15:00Z',
  caller: '2025550142',
  callee: '11202',
  direction: 'inbound',
  duration: 120,
  talk: 120,
};
const rang: Essentials = { ...to5000, ...missed, callee: undefined };

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'mitel-5000-day': [
    { ...to5000, time: '2026-03-02T04:58:00Z', duration: 300, talk: 300 },
    { ...to5000, time: '2026-03-03T04:58:00Z', duration: 60, talk: 60 },
    { ...to5000, time: '2026-11-01T05:30:00Z', duration: 60, talk: 60 },
  ],
  'mitel-5000-inbound': [
    to5000,
    { ...to5000, time: '2026-03-02T14:20:00Z', caller: undefined },
    { ...to5000, time: '2026-03-02T14:25:00Z', caller: undefined },
    { ...to5000, time: '2026-03-02T14:30:00Z', caller: undefined },
  ],
  'mitel-5000-other': [
    {
      time: '2026-03-02T16:00:00Z',
      caller: '11202',
      callee: undefined,
      ...success,
      duration: 600,
      talk: 600,
    },
    {
      time: '2026-03-02T16:20:00Z',
      caller: '11202',
      callee: '2202',
      ...success,
      duration: 60,
      talk: 60,
    },
    {
      ...from5000,
      time: '2026-03-02T16:30:00Z',
      caller: undefined,
      callee: '12025550143',
      duration: 60,
      talk: 60,
    },
  ],
  'mitel-5000-outbound': [
    from5000,
    {
      ...from5000,
      time: '2026-03-02T13:40:00Z',
      caller: '1203',
      callee: '12025550143',
      duration: 120,
      talk: 120,
    },
    {
      ...from5000,
      time: '2026-03-02T14:00:00Z',
      callee: '0114420794601001234567890123',
      duration: 60,
      talk: 60,
    },
    { ...from5000, callee: '202-555-0142' },
    { ...from5000, callee: '5550142' },
    // 300 hours and 15 minutes, which were over on 20 March.
    {
      ...from5000,
      time: '2026-03-08T12:36:00Z',
      callee: '5550142',
      duration: 1_080_900,
      talk: 1_080_900,
    },
  ],
  'mitel-5000-ringing': [
    { ...rang, time: '2026-03-02T15:00:00Z', duration: 20 },
    { ...rang, time: '2026-03-02T15:05:00Z', caller: undefined, duration: 25 },
    {
      ...rang,
      time: '2026-03-02T14:14:00Z',
      callee: '11202',
      action: undefined,
      outcome: 'unknown',
      duration: 6,
      talk: undefined,
    },
  ],
  'mivoice-clock': [
    { ...minute, time: '2026-03-02T19:30:00Z' },
    { ...minute, time: '2026-03-02T17:30:00Z' },
    { ...minute, time: '2026-03-02T07:30:00Z' },
    { ...minute, time: '2026-01-01T04:30:00Z' },
    { ...minute, time: '2024-03-01T04:30:00Z' },
    { ...minute, time: '2026-11-01T05:30:00Z' },
  ],
  'mivoice-inbound': [
    inbound,
    inbound,
    inbound,
    inbound,
    { ...inbound, caller: undefined },
    { ...inbound, caller: '12025550142' },
  ],
  'mivoice-internal': [internal, internal],
  'mivoice-not-answered': [
    { ...unanswered, duration: 21 },
    unanswered,
    { ...unanswered, action: 'call-failed' },
    unanswered,
    { ...unanswered, action: 'call-failed' },
    { ...unanswered, ...success, duration: 15, talk: 5 },
    {
      ...unanswered,
      caller: '2001',
      callee: '912025550144',
      direction: 'outbound',
      action: 'call-failed',
    },
    { ...unanswered, caller: '2001', callee: '2002', direction: 'internal' },
  ],
  'mivoice-outbound': [
    ...Array.from({ length: 5 }, () => outbound),
    ...Array.from({ length: 4 }, () => ringing),
  ],
  'mivoice-segments': [
    { ...minute, time: '2026-03-02T19:00:00Z' },
    { ...minute, time: '2026-03-02T19:01:06Z', callee: '2002', duration: 245, talk: 240 },
    { ...minute, time: '2026-03-03T19:00:00Z' },
  ],
  'mivoice-transferred': [
    transferred,
    { ...transferred, time: '2026-03-02T18:10:00Z', callee: '2001' },
    { ...outbound, time: '2026-03-02T18:20:00Z', duration: 300, talk: 300 },
  ],
};

const rows = (name: string) => parseFixture(es, 'mitel_smdr', name);
const values = async (name: string, path: string): Promise<unknown[]> =>
  (await rows(name)).map(({ source }) => field(source, path));

describe('Mitel', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('mitel_smdr'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    expect((await rows(name)).map(essentials)).toEqual(EXPECTED[name]);
  });

  it('makes one call of the lines of MiVoice Business with one call id, in any order', async () => {
    const call = {
      time: '2026-03-02T19:00:00.000Z',
      caller: '+12025550142',
      callee: '2002',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 311,
      talk: 305,
      records: 2,
    };
    const parsed = await rows('mivoice-segments');
    for (const order of [parsed, [...parsed].reverse()]) {
      const [first, nextDay, ...others] = mergedCalls(order).map(callEssentials);
      expect(first).toEqual(call);
      expect(nextDay).toMatchObject({ callee: '2001', records: 1 });
      expect(others).toEqual([]);
    }
  });

  it('counts no line that only says how long an answered call rang', async () => {
    const types = await values('mitel-5000-ringing', 'vishing.call.leg_type');
    expect(types).toEqual(['call', 'call', 'report']);
    expect(mergedCalls(await rows('mitel-5000-ringing'))).toHaveLength(2);
  });
});

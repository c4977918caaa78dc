import { parseFixture, casesOf } from './fixtures';
import { essentials, field, pipelineBench, type Essentials } from './pipeline_tester';

const es = pipelineBench();

const answered = { action: 'call-answered', outcome: 'success' } as const;
const missed = { action: 'call-missed', outcome: 'failure', talk: 0 } as const;
/** A call between two desks at 09:15 in New York that rang 8 seconds. */
const internal: Essentials = {
  time: '2026-03-02T14:15:00Z',
  caller: '1001',
  callee: '1002',
  ...answered,
  duration: 128,
  talk: 120,
};
const unanswered: Essentials = { ...internal, ...missed, duration: 20 };

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'columns-16-internal': [internal],
  'columns-17-uniqueid': [internal],
  'columns-17-userfield': [internal],
  'columns-18-inbound': [
    {
      time: '2026-03-02T14:20:00Z',
      caller: '+12025550142',
      callee: '+12025550100',
      direction: 'inbound',
      ...answered,
      duration: 264,
      talk: 252,
    },
  ],
  'columns-21-queue': [
    {
      time: '2026-03-02T15:00:00Z',
      caller: '2025550143',
      callee: '1003',
      direction: 'inbound',
      ...answered,
      duration: 301,
      talk: 300,
    },
  ],
  'custom-layout-19': [{ ...internal, time: '2026-03-02T20:00:00Z', duration: 33, talk: 30 }],
  'header-exported-table': [
    {
      time: '2026-03-02T14:00:00Z',
      caller: '+447700900123',
      callee: '1001',
      ...answered,
      duration: 75,
      talk: 60,
    },
  ],
  'fork-two-legs': [
    {
      ...missed,
      time: '2026-03-02T16:00:00Z',
      caller: '2025550143',
      callee: '1001',
      direction: 'inbound',
      duration: 20,
    },
    {
      ...answered,
      time: '2026-03-02T16:00:00Z',
      caller: '2025550143',
      callee: '1002',
      direction: 'inbound',
      duration: 60,
      talk: 40,
    },
  ],
  'not-answered': [
    unanswered,
    unanswered,
    { ...unanswered, action: 'call-failed' },
    { ...unanswered, action: 'call-failed' },
    unanswered,
  ],
  voicemail: [
    {
      time: '2026-03-02T14:15:00Z',
      caller: '+442079460958',
      callee: '1001',
      direction: 'inbound',
      action: 'call-voicemail',
      outcome: 'success',
      duration: 65,
      talk: 0,
    },
  ],
  'quotes-in-name': [{ ...internal, caller: '1004' }],
  'dialed-s': [
    {
      ...internal,
      time: '2026-03-02T08:15:00Z',
      caller: '030231250142',
      callee: '1005',
      direction: 'inbound',
    },
  ],
  'outbound-trunk': [
    {
      ...internal,
      time: '2026-03-02T08:15:00Z',
      caller: '+493023125100',
      callee: '0012025550199',
    },
  ],
  anonymous: [{ ...internal, caller: 'anonymous', callee: '1001', direction: 'inbound' }],
  'site-extension-lengths': [{ ...internal, caller: '12', callee: '5550142' }],
  // Without a channel epoch the first of the two half past two; the epoch in uniqueid chooses otherwise.
  'doubled-hour': ['2026-10-25T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(
    (time) => ({ ...internal, time, duration: 65, talk: 60 })
  ),
  'skipped-hour': [{ ...internal, time: '2026-03-29T01:30:00Z', duration: 65, talk: 60 }],
};

describe('Asterisk Master.csv', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('asterisk_cdr'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'asterisk_cdr', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('gives the rows of one linkedid the same call and different ids', async () => {
    const [first, second] = await parseFixture(es, 'asterisk_cdr', 'fork-two-legs');
    expect(field(first?.source, 'vishing.call.id')).toMatch(/^[0-9a-f]{40}$/);
    expect(field(first?.source, 'vishing.call.id')).toBe(field(second?.source, 'vishing.call.id'));
    expect(first?.id).not.toBe(second?.id);
  });

  it('keeps rows apart that share a uniqueid and have no sequence', async () => {
    const rows = await parseFixture(es, 'asterisk_cdr', 'not-answered');
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5);
    expect(new Set(rows.map(({ source }) => field(source, 'vishing.call.id'))).size).toBe(1);
  });

  it('names the device and extension that answered a dialled number', async () => {
    const [call] = await parseFixture(es, 'asterisk_cdr', 'columns-18-inbound');
    expect(field(call?.source, 'vishing.callee')).toEqual({
      number: '+12025550100',
      extension: '1001',
      device: 'PJSIP/1001',
    });
    expect(field(call?.source, 'vishing.caller.display_name')).toBe('IT Support');
  });

  it('keeps a queue number as what was dialled', async () => {
    const [call] = await parseFixture(es, 'asterisk_cdr', 'columns-21-queue');
    expect(field(call?.source, 'vishing.call.dialed')).toBe('600');
    expect(field(call?.source, 'vishing.callee.extension')).toBe('1003');
  });

  it('says why nobody answered, where the row says so', async () => {
    const rows = await parseFixture(es, 'asterisk_cdr', 'not-answered');
    expect(rows.map(({ source }) => field(source, 'vishing.call.hangup_cause'))).toEqual([
      'no_answer',
      'user_busy',
      undefined,
      'congestion',
      'originator_cancel',
    ]);
  });

  it('keeps quotes inside of a name', async () => {
    const [call] = await parseFixture(es, 'asterisk_cdr', 'quotes-in-name');
    expect(field(call?.source, 'vishing.caller.display_name')).toBe('O"Neil, Sam');
  });
});

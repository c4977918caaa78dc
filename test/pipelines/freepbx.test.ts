import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();

/** A stranger calls the desk of extension 1001 at 09:20 in New York; it rings 8 seconds. */
const inbound: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+12025550142',
  callee: '1001',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 128,
  talk: 120,
};
const missed: Essentials = {
  ...inbound,
  action: 'call-missed',
  outcome: 'failure',
  duration: 20,
  talk: 0,
};
/** The extension calls out: its own number counts, not the one that the trunk shows. */
const outbound: Essentials = {
  ...inbound,
  time: '2026-03-02T14:30:00Z',
  caller: '1001',
  callee: '92025550199',
  direction: 'outbound',
};
const { direction: _stated, ...undirected } = inbound;
const internal: Essentials = {
  ...undirected,
  time: '2026-03-02T14:15:00Z',
  caller: '1001',
  callee: '1002',
};

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'answered-inbound': [inbound],
  outbound: [outbound],
  'internal-unquoted': [internal],
  'json-rows': [inbound, outbound, internal],
  'not-answered': [
    missed,
    missed,
    { ...missed, action: 'call-failed' },
    { ...missed, action: 'call-failed' },
    missed,
  ],
  voicemail: [{ ...inbound, action: 'call-voicemail', outcome: 'success', duration: 65, talk: 0 }],
  'ring-group': [
    { ...missed, callee: '600', duration: 12 },
    { ...inbound, callee: '1002', duration: 72, talk: 60 },
  ],
  queue: [{ ...inbound, callee: '1003' }],
  anonymous: [{ ...inbound, caller: 'anonymous' }],
  'sent-to-hang-up': [{ ...missed, callee: '+12025550100', duration: 1 }],
  'doubled-hour': ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((time) => ({
    ...internal,
    time,
    duration: 65,
    talk: 60,
  })),
  'zone-added': [internal, internal],
  'older-table': [internal],
};

describe('FreePBX call detail records', () => {
  it('have an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('freepbx'));
  });

  it.each(Object.keys(EXPECTED))('say who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'freepbx', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('are the same documents in CSV and in JSON', async () => {
    const [csv, json] = await Promise.all([
      Promise.all(
        ['answered-inbound', 'outbound', 'internal-unquoted'].map((name) =>
          parseFixture(es, 'freepbx', name)
        )
      ),
      parseFixture(es, 'freepbx', 'json-rows'),
    ]);
    const withoutClock = csv.flat().map(({ id, source }) => ({ id, call: source.vishing }));
    expect(json.map(({ id, source }) => ({ id, call: source.vishing }))).toEqual(withoutClock);
  });

  it('are cut from an export with its header line, and from a list', async () => {
    const rows = readFixture('freepbx', 'not-answered');
    const lines = rows.map(({ message }) => String(message));
    const header = String(field(rows[0], 'vishing.header'));
    expect(await readText(es, 'freepbx', [header, ...lines].join('\n'))).toHaveLength(5);
    const objects = readFixture('freepbx', 'json-rows').map(({ message }) => String(message));
    expect(await readText(es, 'freepbx', `[${objects.join(',\n')}]`)).toHaveLength(3);
  });

  it('name people, devices, the recording and the number that was dialled', async () => {
    const [call] = await parseFixture(es, 'freepbx', 'answered-inbound');
    expect(field(call?.source, 'vishing.callee')).toEqual({
      number: '1001',
      extension: '1001',
      device: 'PJSIP/1001',
      display_name: 'Dora Example',
    });
    expect(field(call?.source, 'vishing.caller.display_name')).toBe('IT Support');
    expect(field(call?.source, 'vishing.call.dialed')).toBe('+12025550100');
    expect(field(call?.source, 'vishing.call.recording')).toBe(true);
    expect(field(call?.source, 'observer.product')).toBe('FreePBX');
    const [out] = await parseFixture(es, 'freepbx', 'outbound');
    expect(field(out?.source, 'vishing.caller')).toMatchObject({
      extension: '1001',
      display_name: 'Dora Example',
    });
  });

  it('say why nobody answered', async () => {
    const rows = await parseFixture(es, 'freepbx', 'not-answered');
    expect(rows.map(({ source }) => field(source, 'vishing.call.hangup_cause'))).toEqual([
      'no_answer',
      'user_busy',
      undefined,
      'congestion',
      'originator_cancel',
    ]);
  });

  it('of one linkedid are one call, in any order', async () => {
    const parsed = await parseFixture(es, 'freepbx', 'ring-group');
    const call = {
      time: '2026-03-02T14:20:00.000Z',
      caller: '+12025550142',
      callee: '1002',
      direction: 'inbound',
      action: 'call-answered',
      outcome: 'success',
      seconds: 72,
      talk: 60,
      records: 2,
    };
    expect(mergedCalls(parsed).map(callEssentials)).toEqual([call]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual([call]);
  });
});

describe('a row that cannot be read', () => {
  it('is stored with the reason', async () => {
    const documents = await parse(es, readFixture('refused', 'freepbx'));
    const expected = [
      /^The row came without its line of column names: /,
      /^The row has no column "calldate"; src, dst, calldate and disposition are needed\. /,
      /^The row has no column "calldate"; /,
      /^The record is a JSON list of 1 items: send one document for each item\. /,
      /^The start time "02\.03\.2026 09:20" is not a date and time/,
      /^The line has 27 columns, but its header line "vishing\.header" names 26\. /,
      /^duration "long" and billsec "120" have to be numbers of seconds\. /,
      /^duration "99999999999" or billsec "120" is longer than a year: /,
      /^The row has no column "src"; /,
    ];
    expect(documents).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(field(documents[index]?.source, 'error.message')).toMatch(pattern)
    );
  });
});

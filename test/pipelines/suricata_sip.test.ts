import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { field, parse, pipelineBench } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();

/** Nobody knows how a call of Suricata ended. */
const begun = {
  caller: undefined,
  direction: 'outbound',
  action: 'call-missed',
  outcome: 'unknown',
  seconds: undefined,
  talk: 0,
  records: 1,
};

const EXPECTED: Readonly<Record<string, readonly object[]>> = {
  invite: [
    {
      ...begun,
      time: '2026-03-02T14:20:00.558Z',
      callee: '1001',
      direction: 'unknown',
      records: 2,
    },
  ],
  'two-calls-in-one-flow': [
    { ...begun, time: '2026-03-02T14:20:00.000Z', callee: '+442079460958' },
    { ...begun, time: '2026-03-02T14:50:00.000Z', callee: '+442079460959' },
  ],
  'not-calls': [],
};

describe('SIP events of Suricata', () => {
  it('have an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('suricata_sip'));
  });

  it.each(Object.keys(EXPECTED))('tell that a call began in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'suricata_sip', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(EXPECTED[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(EXPECTED[name]);
  });

  it('name the addresses of both sides, and never claim an answer', async () => {
    const rows = await parseFixture(es, 'suricata_sip', 'invite');
    for (const { source } of rows) {
      expect(field(source, 'source.ip')).toBe('203.0.113.20');
      expect(field(source, 'destination.ip')).toBe('198.51.100.10');
      expect(field(source, 'source.address')).toBeUndefined();
      expect(field(source, 'vishing.call.answered')).toBeUndefined();
    }
    expect(rows.map(({ source }) => field(source, 'vishing.call.leg_type'))).toEqual([
      'piece',
      'signalling',
      'piece',
      'signalling',
      'signalling',
      'signalling',
      'signalling',
    ]);
  });

  it('are refused with the reason', async () => {
    const expected = [
      /^The record is a Suricata event of type "alert": only those of type "sip" tell of calls\. /,
      /^The record is a Suricata event of type "flow": /,
      /^The record is an event of type "sip" without its "sip" object\. /,
      /^The record names neither "sip\.method" nor "sip\.code": /,
      /^The record has no time at which the call began or ended\. /,
      /^The record has no "event_type": it is no event of Suricata\. /,
      /^The record is not valid JSON: /,
    ];
    const refused = await parse(es, readFixture('refused', 'suricata_sip'));
    expect(refused).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(String(field(refused[index]?.source, 'error.message'))).toMatch(pattern)
    );
  });

  it('are read line by line', async () => {
    const lines = readFixture('suricata_sip', 'invite').map(({ message }) => String(message));
    expect(await readText(es, 'suricata_sip', lines.join('\n'))).toHaveLength(lines.length);
  });
});

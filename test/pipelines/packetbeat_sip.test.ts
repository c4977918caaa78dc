import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const CALLER = '+12025550142';
const inbound = { caller: CALLER, callee: '1001', direction: 'inbound' };
const answered = { ...inbound, action: 'call-answered', outcome: 'success' };
const at = (minute: number): string =>
  new Date(Date.parse('2026-03-02T14:20:00Z') + minute * 60_000).toISOString();
const unanswered = (minute: number, action = 'call-missed', outcome = 'failure') => ({
  ...inbound,
  time: at(minute),
  action,
  outcome,
  seconds: 20,
  talk: 0,
  records: 4,
});
const ringing = (minute: number) => ({
  ...unanswered(minute, 'call-missed', 'unknown'),
  seconds: undefined,
  records: 1,
});

const EXPECTED: Readonly<Record<string, readonly object[]>> = {
  'answered-inbound': [{ ...answered, time: at(0), seconds: 129, talk: 120, records: 7 }],
  'answered-outbound': [
    {
      ...answered,
      time: at(0),
      caller: '1001',
      callee: '+442079460958',
      direction: 'outbound',
      seconds: 65,
      talk: 60,
      records: 7,
    },
  ],
  'answered-internal': [
    {
      ...answered,
      time: at(0),
      caller: '1001',
      callee: '1002',
      direction: 'internal',
      seconds: 34,
      talk: 30,
      records: 7,
    },
  ],
  'authentication-and-hold': [
    {
      ...answered,
      time: at(0),
      caller: '1001',
      callee: CALLER,
      direction: 'outbound',
      seconds: 306,
      talk: 300,
      records: 11,
    },
  ],
  'not-answered': [
    unanswered(0), // 486
    unanswered(1), // 480
    unanswered(2), // 408
    unanswered(3, 'call-rejected'), // 603
    unanswered(4, 'call-failed'), // 404
    unanswered(5, 'call-failed'), // 503
    unanswered(6, 'call-forwarded', 'unknown'), // 302
    { ...unanswered(7), seconds: 15, records: 6 }, // CANCEL
    ringing(8),
  ],
  forked: [{ ...answered, time: at(0), seconds: 68, talk: 60, records: 7 }],
  'caller-addresses': [
    ringing(0), // withheld, known by P-Asserted-Identity
    { ...ringing(1), caller: 'anonymous' },
    { ...ringing(2), caller: undefined, direction: 'unknown' },
    { ...ringing(3), caller: '+12025550143' },
    { ...ringing(4), caller: 'sip:alice@example.com' },
  ],
  'exported-document': [{ ...answered, time: at(0), seconds: 13, talk: 10, records: 7 }],
};

describe('SIP messages of Packetbeat', () => {
  it('have an expectation for every fixture', () => {
    expect([...Object.keys(EXPECTED), 'not-calls'].sort()).toEqual(casesOf('packetbeat_sip'));
  });

  it.each(Object.keys(EXPECTED))('make calls in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'packetbeat_sip', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(EXPECTED[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(EXPECTED[name]);
  });

  it('say why a call ended, and who ended it where the code tells', async () => {
    const calls = mergedCalls(await parseFixture(es, 'packetbeat_sip', 'not-answered'));
    expect(calls.map(({ details }) => [details.hangup_cause, details.hangup_by])).toEqual([
      ['user_busy', 'callee'],
      ['no_user_response', undefined],
      ['no_answer', undefined],
      ['call_rejected', 'callee'],
      ['unallocated_number', undefined],
      ['service_unavailable', undefined],
      ['sip_302', undefined],
      ['originator_cancel', 'caller'],
      [undefined, undefined],
    ]);
    const [call] = mergedCalls(await parseFixture(es, 'packetbeat_sip', 'answered-inbound'));
    expect(call?.details.hangup_cause).toBe('normal_clearing');
    expect(call?.ringSeconds).toBe(9);
  });

  it('do not take the phones that stopped ringing for the end of the call', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'packetbeat_sip', 'forked'));
    expect(call?.details).toMatchObject({ hangup_cause: 'normal_clearing', hangup_by: undefined });
  });

  it('tell what the carrier says of the number, and who passed the call on', async () => {
    const rows = await parseFixture(es, 'packetbeat_sip', 'caller-addresses');
    expect(rows.map(({ source }) => field(source, 'vishing.call.attestation'))).toEqual([
      'C',
      undefined,
      undefined,
      'failed',
      undefined,
    ]);
    expect(field(rows[3]?.source, 'vishing.call.forwarded_from')).toBe('+12025550100');
    expect(field(rows[0]?.source, 'vishing.caller.display_name')).toBe('Anonymous');
    expect(field(rows[4]?.source, 'vishing.caller.display_name')).toBe('Example, Ada');
    expect(field(rows[0]?.source, 'source.ip')).toBe('203.0.113.20');
  });

  it('are kept as what they are when they are no calls', async () => {
    const rows = await parseFixture(es, 'packetbeat_sip', 'not-calls');
    expect(rows.map(({ source }) => field(source, 'vishing.call.leg_type'))).toEqual([
      'signalling',
      'signalling',
      'signalling',
      'chat',
      'signalling',
    ]);
    expect(mergedCalls(rows)).toEqual([]);
  });

  it('are refused with the reason', async () => {
    const expected = [
      /^The record has no "sip" object: .*, but one of "network_traffic\.dns"\. /,
      /^The record has no "sip\.call_id", or no "sip\.method": the SIP message was not whole\. /,
      /^The record has no "sip\.call_id", or no "sip\.cseq\.method": /,
      /^The record has no time at which the call began or ended\. /,
      /^The record is a SIP message as it was sent \("event\.original"\), which has no time: /,
      /^The record is a SIP message as it was sent \("event\.original"\), which has no time: /,
      /^The record is a whole answer of Elasticsearch: /,
      /^The record is not valid JSON: /,
    ];
    const refused = await parse(es, readFixture('refused', 'packetbeat_sip'));
    expect(refused).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(String(field(refused[index]?.source, 'error.message'))).toMatch(pattern)
    );
  });

  it('are cut out of an answer of Elasticsearch', async () => {
    const hits = readFixture('packetbeat_sip', 'exported-document').map(({ message }) =>
      String(message)
    );
    const text = `{"took":1,"hits":{"total":{"value":7},"hits":[${hits.join(',')}]}}`;
    expect(await readText(es, 'packetbeat_sip', text)).toHaveLength(7);
  });
});

describeSamples('SIP messages of Packetbeat, as Elastic publishes them', () => {
  it.each([
    ['packetbeat/sip_sample_event.json', '2022-02-03T11:11:45.732Z'],
    ['host-events/web-dns/network_traffic.sip.sample_event.json', '2023-11-13T21:54:31.038Z'],
  ])('are an INVITE (%s)', async (file, time) => {
    const [row] = await readText(es, 'packetbeat_sip', sample(file));
    expect(row && essentials(row)).toMatchObject({
      time,
      caller: 'sip:sipp@10.0.2.20',
      callee: 'sip:test@10.0.2.15',
    });
    expect(field(row?.source, 'source.ip')).toBe('10.0.2.20');
    expect(field(row?.source, 'vishing.caller.display_name')).toBe('DVI4/8000');
  });
});

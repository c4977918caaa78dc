import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const CALLER = '+12025550142';
const answered = { action: 'call-answered', outcome: 'success' };
const inbound = { caller: CALLER, callee: '1001', direction: 'inbound' };
const at = (time: string): string => `2026-03-02T14:${time}Z`;
const answeredInbound = { ...inbound, ...answered, time: at('20:00.000') };
const unanswered = (time: string, action = 'call-missed', outcome = 'failure') => ({
  ...inbound,
  time: at(time),
  action,
  outcome,
  seconds: undefined,
  talk: 0,
  records: 2,
});

const EXPECTED: Readonly<Record<string, readonly object[]>> = {
  'answered-inbound': [
    { ...answeredInbound, time: at('20:00.250'), seconds: 129, talk: 120, records: 5 },
  ],
  'answered-outbound': [
    {
      ...answered,
      time: at('20:00.000'),
      caller: '1001',
      callee: '+442079460958',
      direction: 'outbound',
      seconds: 65,
      talk: 60,
      records: 5,
    },
  ],
  'answered-internal': [
    {
      ...answered,
      time: at('20:00.000'),
      caller: '1001',
      callee: '1002',
      direction: 'internal',
      seconds: 34,
      talk: 30,
      records: 5,
    },
  ],
  'bye-over-ack': [{ ...answeredInbound, seconds: undefined, talk: undefined, records: 4 }],
  'end-not-seen': [{ ...answeredInbound, seconds: undefined, talk: undefined, records: 4 }],
  'authentication-and-hold': [
    {
      ...answered,
      time: at('20:00.000'),
      caller: '1001',
      callee: CALLER,
      direction: 'outbound',
      seconds: 306,
      talk: 300,
      records: 7,
    },
  ],
  'not-answered': [
    unanswered('20:00.000'), // 486 busy
    unanswered('21:00.000'), // 600 busy everywhere
    unanswered('22:00.000'), // 480
    unanswered('23:00.000'), // 408
    unanswered('24:00.000', 'call-rejected'), // 603
    unanswered('25:00.000', 'call-rejected'), // 608
    unanswered('26:00.000', 'call-failed'), // 404
    unanswered('27:00.000', 'call-failed'), // 503
    unanswered('28:00.000'), // 487
    unanswered('29:00.000', 'call-forwarded', 'unknown'), // 302
    unanswered('30:00.000'), // CANCEL
    { ...unanswered('31:00.000', 'call-missed', 'unknown'), records: 1 }, // no response
  ],
  'response-of-another-call': [unanswered('20:00.000', 'call-missed', 'unknown')],
  withheld: [
    { ...answeredInbound, caller: 'anonymous', talk: undefined, records: 1 },
    { ...unanswered('21:00.000'), caller: undefined, direction: 'unknown', records: 1 },
  ],
  columns: [{ ...answeredInbound, seconds: 52, talk: 45, records: 5 }],
  'iso-time-and-nested-id': [
    { ...answeredInbound, time: at('20:00.250'), talk: undefined, records: 1 },
  ],
};

describe('Zeek sip.log', () => {
  it('has an expectation for every fixture', () => {
    expect([...Object.keys(EXPECTED), 'addresses', 'not-calls'].sort()).toEqual(
      casesOf('zeek_sip')
    );
  });

  it.each(Object.keys(EXPECTED))('makes calls of the rows in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'zeek_sip', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(EXPECTED[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(EXPECTED[name]);
  });

  it('says why nobody answered, and who ended it where the code tells', async () => {
    const calls = mergedCalls(await parseFixture(es, 'zeek_sip', 'not-answered'));
    expect(calls.map(({ details }) => [details.hangup_cause, details.hangup_by])).toEqual([
      ['user_busy', 'callee'],
      ['user_busy', 'callee'],
      ['no_user_response', undefined],
      ['no_answer', undefined],
      ['call_rejected', 'callee'],
      ['call_rejected', 'system'],
      ['unallocated_number', undefined],
      ['service_unavailable', undefined],
      ['originator_cancel', 'caller'],
      ['sip_302', undefined],
      ['originator_cancel', 'caller'],
      [undefined, undefined],
    ]);
  });

  it('takes the time of the answer from the ACK, also where a BYE overwrote it', async () => {
    for (const [name, ring] of [
      ['answered-inbound', 9],
      ['bye-over-ack', 9],
      ['end-not-seen', 8],
    ] as const) {
      const [call] = mergedCalls(await parseFixture(es, 'zeek_sip', name));
      expect(call?.ringSeconds).toBe(ring);
    }
  });

  it('reads the users of all kinds of addresses, and what the carrier says of the number', async () => {
    const rows = await parseFixture(es, 'zeek_sip', 'addresses');
    expect(
      rows.map(({ source }) => [
        field(source, 'source.address'),
        field(source, 'destination.address'),
        field(source, 'vishing.call.attestation'),
      ])
    ).toEqual([
      ['sip:alice@example.com', 'sip:bob@example.com', undefined],
      [CALLER, '1001', 'none'],
      [CALLER, '+12025550100', 'A'],
      ['+12025550143', '1001', 'failed'],
      ['+12025550143', '1001', undefined],
    ]);
    expect(field(rows[0]?.source, 'vishing.caller.display_name')).toBe('Example, Ada "Help"');
    expect(field(rows[0]?.source, 'source.ip')).toBe('203.0.113.20');
    expect(field(rows[0]?.source, 'destination.ip')).toBe('198.51.100.10');
  });

  it('keeps what is no call as such', async () => {
    const rows = await parseFixture(es, 'zeek_sip', 'not-calls');
    expect(rows.map(({ source }) => field(source, 'vishing.call.leg_type'))).toEqual([
      'signalling',
      'signalling',
      'signalling',
      'chat',
      'signalling',
    ]);
    expect(mergedCalls(rows)).toEqual([]);
  });

  it('reads a file with its header lines', async () => {
    const [row] = readFixture('zeek_sip', 'columns').slice(-1);
    const text = [
      '#separator \\x09',
      '#unset_field\t-',
      field(row, 'vishing.header'),
      '#types\ttime\tstring',
      row?.message,
      '#close\t2026-03-02-15-00-00',
    ].join('\n');
    const rows = await readText(es, 'zeek_sip', text);
    expect(rows.map(({ source }) => field(source, '@timestamp'))).toEqual([at('20:52')]);
  });

  it('drops the comment lines of a file that is sent line by line', async () => {
    const documents = ['#fields\tts\tuid', '#close\t2026-03-02-15-00-00'].map((message) => ({
      message,
      event: { provider: 'zeek_sip' },
    }));
    expect(await parse(es, documents)).toEqual([undefined, undefined]);
  });

  it('says what is wrong with a record', async () => {
    const expected = [
      /^The line has 4 columns, but a sip\.log of Zeek has 27\. Send the "#fields" line/,
      /^The line has 5 columns, but its header line "vishing\.header" names 14\. /,
      /^The record is a row of Zeek's log "conn": only sip\.log holds calls\. /,
      /^The record has no "ts", or neither "method", "call_id" nor "status_code": /,
      /^The record has no "ts", or neither "method", "call_id" nor "status_code": /,
      /^The record is a JSON list of 1 items: send one document for each item\. /,
      /^The record is not valid JSON: /,
      /^The time of the event "yesterday" is not a date and time/,
    ];
    const refused = await parse(es, readFixture('refused', 'zeek_sip'));
    expect(refused).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(String(field(refused[index]?.source, 'error.message'))).toMatch(pattern)
    );
  });
});

describeSamples('rows of Zeek, as others test with them', () => {
  it('are one call that rang, between registrations and a scanner', async () => {
    const rows = await readText(es, 'zeek_sip', sample('zeek/sip_json.log'));
    expect(rows.map(({ source }) => field(source, 'vishing.call.leg_type'))).toEqual([
      'signalling',
      'piece',
      'signalling',
      'signalling',
      'signalling',
    ]);
    // The caller's address names a host and no user; whoever calls a stranger is taken for one of us.
    expect(mergedCalls(rows).map(callEssentials)).toEqual([
      {
        time: '2005-01-14T17:58:02.966Z',
        caller: undefined,
        callee: 'sip:francisco@bestel.com',
        direction: 'outbound',
        action: 'call-missed',
        outcome: 'unknown',
        seconds: undefined,
        talk: 0,
        records: 1,
      },
    ]);
    expect(rows[0] && essentials(rows[0]).caller).toBe('sip:116954_Boston6@newyork.voip.ms');
  });

  it('are refused when only some columns are there and nothing names them', async () => {
    const text = sample('zeek/sip_invalid_content_length.log');
    await expect(readText(es, 'zeek_sip', text)).rejects.toThrow(/The line has 4 columns/);
  });
});

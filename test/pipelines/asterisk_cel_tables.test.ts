import { callEssentials, mergedCalls } from './merged_calls';
import { pipelineBench } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

/** A table that psql printed, or one written by hand, as CSV with its header line. */
const tableToCsv = (table: string): string =>
  table
    // Some tables stood in a format string, where a brace is written twice.
    .replaceAll('{{', '{')
    .replaceAll('}}', '}')
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split('|').map((cell) => `"${cell.trim().replaceAll('"', '""')}"`))
    .map((cells) => cells.join(','))
    .join('\n');

const FRANCE = { id: 'paris', country: 'FR', timezone: 'UTC' };
const QUEBEC = { id: 'quebec', country: 'CA', timezone: 'America/Toronto' };

const answered = { action: 'call-answered', outcome: 'success' } as const;
const unanswered = { action: 'call-missed', outcome: 'failure', talk: 0 } as const;

/** What each scenario's name and its events say: who called, who answered, and for how long they talked. */
const EXPECTED: Readonly<
  Record<string, { readonly site?: object; readonly call: object; readonly details?: object }>
> = {
  // 1801 talks to 1130, and makes a conference of it; the channels that replace his own are no new call.
  adhoc_conference: {
    call: {
      time: '2021-10-06T17:53:54.410Z',
      caller: '1801',
      callee: '1130',
      direction: 'internal',
      ...answered,
      seconds: 124,
      talk: 119,
      records: 22,
    },
  },
  answered_incoming_call: {
    call: {
      time: '2013-01-01T11:02:38.000Z',
      caller: '+33612345678',
      callee: '1002',
      direction: 'inbound',
      ...answered,
      seconds: 8,
      talk: 3,
      records: 12,
    },
  },
  answered_internal: {
    call: {
      time: '2015-06-18T14:08:56.910Z',
      caller: '1045',
      callee: '1001',
      direction: 'internal',
      ...answered,
      seconds: 5,
      talk: 2,
      records: 14,
    },
  },
  answered_outgoing_call: {
    call: {
      time: '2015-06-18T14:12:05.935Z',
      caller: '1001',
      callee: '**9642301',
      direction: 'outbound',
      ...answered,
      seconds: 11,
      talk: 4,
      records: 15,
    },
  },
  blocked_incoming_call: {
    call: {
      time: '2013-01-01T11:02:38.000Z',
      caller: '+33612345678',
      callee: '1002',
      direction: 'inbound',
      ...unanswered,
      action: 'call-rejected',
      seconds: 8,
      records: 5,
    },
    details: { hangup_cause: 'blocked', hangup_by: 'system' },
  },
  // Two contacts of Bob's mobile ring, one answers; its channel carries Alice's number from then on.
  call_to_mobile_dial: {
    call: {
      time: '2019-08-28T15:29:20.778Z',
      caller: '1001',
      callee: '1002',
      direction: 'internal',
      ...answered,
      seconds: 11,
      talk: 6,
      records: 29,
    },
    details: { hangup_by: 'caller', hangup_cause: 'normal_clearing' },
  },
  early_hung_up_incoming_call: {
    call: {
      time: '2024-09-24T13:37:44.351Z',
      caller: '14201',
      callee: '42307',
      direction: 'inbound',
      ...unanswered,
      seconds: 0,
      records: 4,
    },
  },
  // The table has no numbers: the parties are known by their devices, see below.
  given_queue_call_then_destination_user_uuid_should_be_answered_callee: {
    call: {
      time: '2021-02-10T15:39:11.425Z',
      caller: undefined,
      callee: undefined,
      direction: 'unknown',
      ...answered,
      seconds: 4,
      talk: 2,
      records: 16,
    },
  },
  internal_busy_fwd_answered_call: {
    call: {
      time: '2018-02-06T13:33:31.114Z',
      caller: '101',
      callee: '102',
      direction: 'internal',
      ...answered,
      seconds: 6,
      talk: 1,
      records: 19,
    },
    details: { forwarded_from: '103', dialed: '103' },
  },
  internal_no_answer: {
    call: {
      time: '2015-06-18T14:10:24.586Z',
      caller: '1045',
      callee: '1001',
      direction: 'internal',
      ...unanswered,
      seconds: 4,
      records: 8,
    },
  },
  noanswer_forward_to_external_answered: {
    site: QUEBEC,
    call: {
      time: '2024-09-25T11:47:54.519Z',
      caller: '1005',
      callee: '+18005551234',
      direction: 'outbound',
      ...answered,
      seconds: 31,
      talk: 8,
      records: 22,
    },
    details: { forwarded_from: '1101', hangup_by: 'caller' },
  },
  // Neither 8001 nor, as a fallback, 8002 answers.
  user_missed_call_fallback_missed: {
    call: {
      time: '2023-01-20T00:00:00.000Z',
      caller: '8000',
      callee: '8001',
      direction: 'inbound',
      ...unanswered,
      seconds: 19,
      records: 20,
    },
    details: { hangup_cause: 'no_answer', hangup_by: 'system' },
  },
};

const callsOf = async (name: string, order: (rows: string[]) => string[]) => {
  const csv = tableToCsv(sample(`asterisk/cel-tables/${name}.txt`));
  const [header = '', ...rows] = csv.split('\n');
  const text = [header, ...order(rows)].join('\n');
  const site = EXPECTED[name]?.site ?? FRANCE;
  return mergedCalls(await readText(es, 'asterisk_cel', text, site));
};

describeSamples('channel events of other people’s calls', () => {
  it.each(Object.keys(EXPECTED))('make the call that the scenario is about (%s)', async (name) => {
    const { call, details } = EXPECTED[name] ?? { call: {} };
    const calls = await callsOf(name, (rows) => rows);
    expect(calls.map(callEssentials)).toEqual([call]);
    expect(calls[0]?.details).toMatchObject(details ?? {});
    expect(await callsOf(name, (rows) => [...rows].reverse())).toEqual(calls);
  });

  it('tell whose phone of a queue answered', async () => {
    const [call] = await callsOf(
      'given_queue_call_then_destination_user_uuid_should_be_answered_callee',
      (rows) => rows
    );
    expect(call?.caller.device).toBe('PJSIP/svlhxtj3');
    expect(call?.callee.device).toBe('PJSIP/o7r761lt');
  });

  it('are no conversation when only the dial plan answered', async () => {
    const rows = await readText(es, 'asterisk_cel', sample('asterisk/CELMaster1.csv'));
    expect(mergedCalls(rows).map(callEssentials)).toEqual([
      {
        time: '2012-04-24T23:29:55.514Z',
        caller: undefined,
        callee: undefined,
        direction: 'unknown',
        ...unanswered,
        seconds: 18,
        records: 16,
      },
    ]);
  });
});

import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { field, pipelineBench } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();

type Call = Readonly<Record<string, unknown>>;

/** A stranger calls at 09:20 in New York; extension 1001 rings 8 seconds. */
const inbound: Call = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+12025550142',
  callee: '1001',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 128,
  talk: 120,
  records: 2,
};
/** One desk calls another, a minute later. */
const internal: Call = {
  ...inbound,
  time: '2026-03-02T14:21:00.000Z',
  caller: '1001',
  callee: '1002',
  direction: 'internal',
  seconds: 65,
  talk: 60,
  records: 1,
};
const missed: Call = {
  ...inbound,
  callee: '+12025550100',
  action: 'call-missed',
  outcome: 'failure',
  seconds: 20,
  talk: 0,
  records: 1,
};
const voicemail: Call = { ...missed, action: 'call-voicemail', outcome: 'success', seconds: 65 };
const at = (time: string): string => `2026-03-02T${time}.000Z`;
const toHead = { ...inbound, callee: '+12025550100', records: 1 };

const EXPECTED: Readonly<Record<string, readonly Call[]>> = {
  inbound: [inbound],
  'inbound-xml': [inbound],
  'posted-forms': [inbound],
  'posted-base64': [inbound],
  'internal-not-encoded': [internal],
  outbound: [
    {
      ...internal,
      time: at('14:20:00'),
      callee: '+12025550199',
      direction: 'outbound',
      seconds: 70,
      records: 2,
    },
  ],
  // What was dialled begins with the digit for an outside line, which is a setting of the site.
  'outbound-a-leg-only': [
    {
      ...internal,
      time: at('14:20:00'),
      callee: '+12025550199',
      direction: 'outbound',
      seconds: 70,
    },
  ],
  'not-answered': [
    missed,
    { ...missed, time: at('14:30:00') },
    { ...missed, time: at('14:40:00') },
    { ...missed, time: at('14:50:00'), action: 'call-rejected' },
    { ...missed, time: at('15:00:00') },
    { ...missed, time: at('15:10:00'), action: 'call-failed' },
    { ...missed, time: at('15:20:00') },
  ],
  group: [{ ...inbound, callee: '1002', seconds: 72, talk: 60, records: 3 }],
  voicemail: [
    voicemail,
    { ...voicemail, time: at('14:30:00') },
    // Somebody listens to the own mailbox.
    {
      ...internal,
      time: at('14:40:00'),
      callee: '*98',
      direction: 'internal',
      seconds: 30,
      talk: 29,
    },
  ],
  queue: [
    { ...inbound, callee: '1002', seconds: 102, talk: 90 },
    { ...missed, callee: 'support@default', time: at('14:30:00'), seconds: 60 },
  ],
  'blind-transfer': [{ ...inbound, callee: '1002', seconds: 636, talk: 631, records: 3 }],
  anonymous: [{ ...toHead, caller: 'anonymous' }],
  'diverted-and-attested': [
    { ...toHead, seconds: 28, talk: 20 },
    { ...toHead, time: at('14:30:00'), seconds: 28, talk: 20 },
    { ...toHead, time: at('14:40:00'), seconds: 28, talk: 20 },
  ],
  originated: [
    {
      ...inbound,
      caller: '+12025550100',
      callee: '+12025550199',
      direction: 'outbound',
      seconds: 13,
      talk: 7,
      records: 1,
    },
  ],
  fusionpbx: [
    toHead,
    {
      ...toHead,
      time: at('14:30:00'),
      caller: '1001',
      callee: '+12025550199',
      direction: 'outbound',
    },
    { ...toHead, time: at('14:40:00'), caller: 'alice', callee: 'bob', direction: 'internal' },
  ],
  // The queue answered at once, which CSV does not tell from an agent.
  'csv-both-legs': [{ ...inbound, callee: '1002', seconds: 102, talk: 101 }],
  'csv-templates': Array.from({ length: 6 }, () => internal),
  'csv-not-answered': [
    missed,
    missed,
    missed,
    { ...missed, action: 'call-rejected' },
    { ...missed, action: 'call-failed' },
  ],
  'csv-doubled-hour': [{ ...internal, time: '2026-10-25T00:58:00.000Z', seconds: 190, talk: 180 }],
};

const calls = async (name: string) => mergedCalls(await parseFixture(es, 'freeswitch', name));

describe('FreeSWITCH call detail records', () => {
  it('have an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('freeswitch'));
  });

  it.each(Object.keys(EXPECTED))('make a call of the legs in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'freeswitch', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(EXPECTED[name]);
    const reversed = mergedCalls([...parsed].reverse());
    expect(reversed.map(callEssentials)).toEqual(
      expect.arrayContaining([...(EXPECTED[name] ?? [])])
    );
  });

  it('are the same leg in JSON and in XML', async () => {
    const [json, xml] = await Promise.all(
      ['inbound', 'inbound-xml'].map((name) => parseFixture(es, 'freeswitch', name))
    );
    const withoutClock = (rows: typeof json) =>
      rows?.map(({ id, source: { event, ...rest } }) => [id, field(event, 'duration'), rest]);
    expect(withoutClock(xml)).toEqual(withoutClock(json));
  });

  it('name the people, the devices and the quality of a call', async () => {
    const [call] = await calls('inbound');
    expect(call?.caller).toMatchObject({
      displayName: 'Jürgen Müller, IT',
      device: 'sofia/external/+12025550142@203.0.113.9',
    });
    expect(call?.callee).toMatchObject({ extension: '1001' });
    expect(call?.details).toMatchObject({
      dialed: '+12025550100',
      hangup_by: 'callee',
      hangup_cause: 'normal_clearing',
      recording: true,
      quality: { mos: 3.9 },
    });
    expect(call?.details.forwarded_from).toBeUndefined();
  });

  it('say why nobody answered, and who ended the call', async () => {
    const ends = (await calls('not-answered')).map(({ details }) => [
      details.hangup_cause,
      details.hangup_by,
    ]);
    expect(ends).toEqual([
      ['originator_cancel', 'caller'],
      ['user_busy', 'callee'],
      ['no_answer', undefined],
      ['call_rejected', 'callee'],
      ['user_not_registered', undefined],
      ['unallocated_number', undefined],
      ['normal_clearing', 'caller'],
    ]);
    const [transferred] = await calls('blind-transfer');
    expect(transferred?.details).toMatchObject({ hangup_by: 'caller', dialed: '+12025550100' });
  });

  it('know who diverted a call and how far its number was checked', async () => {
    const details = (await calls('diverted-and-attested')).map((call) => call.details);
    expect(details.map(({ attestation }) => attestation)).toEqual(['A', 'failed', 'none']);
    expect(details[0]?.forwarded_from).toBe('+12025550177');
  });

  it('keep quotes inside of a name, in every template', async () => {
    const [, first] = await parseFixture(es, 'freeswitch', 'csv-both-legs');
    expect(field(first?.source, 'vishing.caller.display_name')).toBe('Kim "K" Example');
  });

  it('are cut from files of JSON, XML and lines', async () => {
    const texts = (name: string) =>
      readFixture('freeswitch', name).map(({ message }) => String(message));
    expect(await readText(es, 'freeswitch', texts('inbound').join('\n'))).toHaveLength(2);
    expect(await readText(es, 'freeswitch', texts('inbound-xml').join('\n'))).toHaveLength(2);
    expect(await readText(es, 'freeswitch', texts('csv-not-answered').join('\n'))).toHaveLength(5);
    const [own] = readFixture('freeswitch', 'csv-templates').slice(-1);
    const withHeader = `${String(field(own, 'vishing.header'))}\n${String(own?.message)}\n`;
    expect(await readText(es, 'freeswitch', withHeader)).toHaveLength(1);
  });
});

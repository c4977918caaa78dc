import { casesOf, parseFixture, readFixture } from './fixtures';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';

const es = pipelineBench();

const internal: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '2001',
  callee: '2002',
  direction: 'internal',
  action: 'call-answered',
  outcome: 'success',
  duration: 186,
  talk: 180,
};
const inbound: Essentials = { ...internal, caller: '+12025550142', direction: 'inbound' };
const unanswered: Essentials = {
  ...internal,
  action: 'call-missed',
  outcome: 'failure',
  duration: 22,
  talk: 0,
};
const quality = {
  time: '2026-03-02T14:23:06Z',
  caller: undefined,
  callee: undefined,
  action: undefined,
  outcome: 'unknown',
  talk: undefined,
} as const;

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'internal-full-header': [internal],
  'no-header': [internal],
  'inbound-callee-hangs-up': [inbound],
  'reordered-unquoted': [inbound],
  'no-pkid': [inbound],
  outbound: [{ ...internal, callee: '912025550177', direction: 'outbound' }],
  'not-answered': [
    unanswered,
    unanswered,
    unanswered,
    { ...unanswered, action: 'call-rejected' },
    // Without a device that was reached, nothing says where the call was to go.
    { ...unanswered, callee: '912025550199', direction: undefined, action: 'call-failed' },
  ],
  voicemail: [{ ...inbound, callee: '7000', action: 'call-voicemail', talk: 0 }],
  'forwarded-twice': [{ ...inbound, callee: '2004' }],
  transfer: [
    internal,
    { ...internal, time: '2026-03-02T14:21:40Z', callee: '2009', duration: 300, talk: 295 },
  ],
  'recording-leg': [
    {
      ...unanswered,
      caller: 'b003100000101001',
      callee: '8999',
      direction: undefined,
      action: 'call-failed',
    },
  ],
  quality: [quality, quality],
  'video-and-withheld': [{ ...inbound, caller: undefined }],
};

describe('Cisco CUCM CDR', () => {
  it('has an expectation for every fixture', () => {
    expect([...Object.keys(EXPECTED), 'header-and-type-row'].sort()).toEqual(casesOf('cisco_cucm'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'cisco_cucm', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('drops the header line and the row of types, which are no records', async () => {
    const documents = readFixture('cisco_cucm', 'header-and-type-row');
    expect(await parse(es, documents)).toEqual([undefined, undefined]);
  });

  it('reads addresses as little-endian numbers, negative ones too, and written ones first', async () => {
    const [call] = await parseFixture(es, 'cisco_cucm', 'internal-full-header');
    expect(field(call?.source, 'source.ip')).toBe('192.0.2.140');
    expect(field(call?.source, 'destination.ip')).toBe('192.0.2.9');
    const [written] = await parseFixture(es, 'cisco_cucm', 'inbound-callee-hangs-up');
    expect(field(written?.source, 'related.ip')).toEqual(['192.0.2.10', '192.0.2.77']);
  });

  it('says which side hung up and why', async () => {
    const hangup = async (name: string): Promise<unknown[]> =>
      (await parseFixture(es, 'cisco_cucm', name)).map(
        ({ source }) =>
          `${String(field(source, 'vishing.call.hangup_by'))} ${String(field(source, 'vishing.call.hangup_cause'))}`
      );
    expect(await hangup('internal-full-header')).toEqual(['caller normal_clearing']);
    expect(await hangup('inbound-callee-hangs-up')).toEqual(['callee normal_clearing']);
    expect(await hangup('transfer')).toEqual(['system call_split', 'caller normal_clearing']);
    expect(await hangup('not-answered')).toEqual([
      'caller normal_clearing',
      'callee user_busy',
      'system no_answer',
      'callee call_rejected',
      'system unallocated_number',
    ]);
  });

  it('says who forwarded the call and what the caller dialled', async () => {
    const [call] = await parseFixture(es, 'cisco_cucm', 'forwarded-twice');
    expect(field(call?.source, 'vishing.call.dialed')).toBe('2002');
    expect(field(call?.source, 'vishing.call.forwarded_from')).toBe('2003');
    expect(field(call?.source, 'destination.user')).toEqual({
      name: 'dexample@example.com',
      email: 'dexample@example.com',
    });
  });

  it('marks recording legs and quality rows, which are no calls', async () => {
    const [recording] = await parseFixture(es, 'cisco_cucm', 'recording-leg');
    expect(field(recording?.source, 'vishing.call.leg_type')).toBe('recording');
    const [call] = await parseFixture(es, 'cisco_cucm', 'internal-full-header');
    const [row] = await parseFixture(es, 'cisco_cucm', 'quality');
    expect(field(row?.source, 'vishing.call.leg_type')).toBe('quality');
    expect(field(row?.source, 'vishing.call.id')).toBe(field(call?.source, 'vishing.call.id'));
  });

  it('names users and their call by cluster, node and number', async () => {
    const [call] = await parseFixture(es, 'cisco_cucm', 'internal-full-header');
    expect(field(call?.source, 'event.id')).toBe('ExampleCluster-1-5001');
    expect(field(call?.source, 'related.user')).toEqual(['aexample', 'bexample']);
  });

  it('sees video where both sides sent it', async () => {
    const [call] = await parseFixture(es, 'cisco_cucm', 'video-and-withheld');
    expect(field(call?.source, 'vishing.call.media')).toEqual(['audio', 'video']);
  });
});

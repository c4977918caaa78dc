import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { field, parse, pipelineBench } from './pipeline_tester';

const es = pipelineBench();

const inbound = {
  time: '2026-03-02T14:20:00.000Z',
  caller: '+442079460123',
  callee: '4021',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  seconds: 90,
  talk: 78,
  records: 1,
};
const outbound = { ...inbound, caller: '4021', callee: '+12025550142', direction: 'outbound' };

const CALLS: Readonly<Record<string, readonly unknown[]>> = {
  'call-ended': [inbound],
  redirected: [
    {
      ...inbound,
      time: '2026-03-02T10:00:00.000Z',
      callee: '4022',
      seconds: 120,
      talk: 90,
      records: 2,
    },
  ],
  transactions: [
    { ...outbound, time: '2026-03-02T15:00:10.000Z', seconds: 75, talk: 75, records: 2 },
    {
      ...outbound,
      time: '2026-03-02T15:05:00.000Z',
      callee: '4022',
      direction: 'internal',
      action: 'call-missed',
      outcome: 'failure',
      seconds: undefined,
      talk: 0,
    },
  ],
  events: [
    inbound,
    {
      ...inbound,
      time: '2026-03-02T14:29:52.000Z',
      action: 'call-rejected',
      outcome: 'failure',
      seconds: 8,
      talk: 0,
    },
  ],
  flat: [
    outbound,
    {
      ...outbound,
      time: '2026-03-02T14:30:00.000Z',
      action: 'call-missed',
      outcome: 'failure',
      seconds: 9,
      talk: 0,
    },
  ],
};

const REFUSED: readonly RegExp[] = [
  /^The start time "soon" is not a date and time/,
  /^The record has no "call_id": it is no accounting record of a SIP proxy, or it was cut off /,
  /^The line is no accounting record: /,
];

describe('OpenSIPS', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(CALLS).sort()).toEqual(casesOf('opensips'));
  });

  it.each(Object.keys(CALLS))('makes calls of the records in %s, in any order', async (name) => {
    const parsed = await parseFixture(es, 'opensips', name);
    expect(mergedCalls(parsed).map(callEssentials)).toEqual(CALLS[name]);
    expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(CALLS[name]);
  });

  it('knows how long the phone rang when the record of the whole call says it', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'opensips', 'call-ended'));
    expect(call?.ringSeconds).toBe(12);
  });

  it('knows who passed the call on when a record has several legs', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'opensips', 'redirected'));
    expect(call?.details.forwarded_from).toBe('sip:4021@sip.example.com');
  });

  it('names itself, though Kamailio writes the same', async () => {
    const [call] = await parseFixture(es, 'opensips', 'call-ended');
    expect(field(call?.source, 'observer.product')).toBe('OpenSIPS');
  });

  it('says why a record cannot be read', async () => {
    const actual = await parse(es, readFixture('refused', 'opensips'));
    expect(actual).toHaveLength(REFUSED.length);
    actual.forEach((document, index) =>
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^$/)
    );
  });
});

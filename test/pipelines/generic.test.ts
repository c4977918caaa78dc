import { casesOf, parseFixture, readFixture } from './fixtures';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';

const es = pipelineBench();

const answered: Essentials = {
  time: '2026-03-02T14:20:00Z',
  caller: '+442079460958',
  callee: '03023125101',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  talk: 120,
};

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'csv-with-header': [
    answered,
    {
      ...answered,
      time: '2026-03-02T14:30:00Z',
      caller: '03023125101',
      callee: '004420 7946 0958',
      direction: 'outbound',
      action: 'call-missed',
      outcome: 'failure',
      talk: 0,
    },
    // The first of the two half past two of the night in which summer time ends.
    {
      ...answered,
      time: '2026-10-25T00:30:00Z',
      caller: '03023125101',
      callee: '+12025550142',
      direction: 'outbound',
      talk: 60,
    },
  ],
  // The end and a length in milliseconds give the start.
  'csv-by-number': [
    {
      time: '2026-03-02T14:20:00Z',
      caller: '+12025550142',
      callee: '+493023125101',
      direction: 'inbound',
      action: 'call-missed',
      outcome: 'failure',
      duration: 90,
      talk: 0,
    },
  ],
  json: [
    {
      ...answered,
      caller: '12025550142',
      callee: '+493023125101',
      duration: 90.123,
      talk: 80,
    },
  ],
};

describe('the generic source', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('generic'));
  });

  it.each(Object.keys(EXPECTED))('reads %s by its column mapping', async (name) => {
    const parsed = await parseFixture(es, 'generic', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('keeps quoted delimiters, names and users', async () => {
    const [first, second] = await parseFixture(es, 'generic', 'csv-with-header');
    expect(field(first?.source, 'vishing.caller.display_name')).toBe('Help; "Desk"');
    expect(field(first?.source, 'destination.user.email')).toBe('ada@example.com');
    expect(field(second?.source, 'destination.user.name')).toBe('EXAMPLE\\ada');
    expect(field(first?.source, 'vishing.mapping')).toBeUndefined();
  });

  it('says what is wrong with a record or its mapping, and keeps both', async () => {
    const documents = await parse(es, readFixture('refused', 'generic'));
    const reasons = documents.map((document) => String(field(document?.source, 'error.message')));
    [
      /^The record came without a column mapping: /,
      /^The line has 2 columns, but its header line "vishing\.header" names 9\. .*check the delimiter/,
      /^The start time "2\.3\.26" is not written as "dd\.MM\.yyyy HH:mm:ss": /,
      /^The column "Datum", which holds the time of the call, is empty or not there\. /,
      /^The record is not a JSON object: /,
      /^The start time "soon" is not a date and time, such as /,
    ].forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
    expect(field(documents[2]?.source, 'vishing.mapping.delimiter')).toBe(';');
    expect(field(documents[2]?.source, 'error.type')).toBe(
      'The start time "…" is not written as "…": correct the time pattern of the mapping.'
    );
  });
});

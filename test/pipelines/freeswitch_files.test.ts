import { readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

describe('a leg that cannot be read', () => {
  it('is stored with the reason', async () => {
    const documents = await parse(es, readFixture('refused', 'freeswitch'));
    const expected = [
      /^The record has no "uuid" among its "variables": /,
      /^The record is a JSON list of 1 items: send one document for each item\. /,
      /^The XML breaks off inside of /,
      /^The XML closes "variables", which is not open there\. /,
      /^The XML has no element "cdr", or more than one: /,
      /^The line has 3 values, which are not those of the templates /,
      /^The form field "cdr" holds neither JSON nor XML, /,
      /^The line has 2 values, but "vishing\.header" names 3\. /,
      /^The start time "yesterday" is not a date and time/,
      /^The XML breaks off inside of a tag: /,
    ];
    expect(documents).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(field(documents[index]?.source, 'error.message')).toMatch(pattern)
    );
  });
});

describeSamples('legs of other people’s calls', () => {
  it('are read from mod_json_cdr, whole or shortened', async () => {
    const [call] = await readText(es, 'freeswitch', sample('freeswitch/json_cdr_answered.json'));
    expect(call && essentials(call)).toEqual({
      time: '2018-01-11T10:25:44.534Z',
      caller: '1001',
      callee: '1002',
      action: 'call-answered',
      outcome: 'success',
      duration: 70.96,
      talk: 68,
    });
    expect(field(call?.source, 'vishing.call.hangup_by')).toBe('callee');
    const [short] = await readText(es, 'freeswitch', sample('freeswitch/json_cdr_short.json'));
    expect(short && essentials(short)).toEqual({
      time: '2014-04-08T19:10:21.278Z',
      caller: '4986517174963',
      callee: undefined,
      action: 'call-missed',
      outcome: 'unknown',
      talk: 0,
    });
    expect(field(short?.source, 'vishing.caller.extension')).toBe('1001');
  });

  it('are one call of a queue and its agent', async () => {
    const text = sample('freeswitch/mod_cdr_csv_example_template.csv');
    const calls = mergedCalls(await readText(es, 'freeswitch', text));
    expect(calls.map(callEssentials)).toEqual([
      {
        time: '2023-10-11T08:43:13.000Z',
        caller: '19083426',
        callee: '1001',
        direction: 'unknown',
        action: 'call-answered',
        outcome: 'success',
        seconds: 9,
        talk: 9,
        records: 2,
      },
    ]);
    expect(calls[0]?.details).toMatchObject({ dialed: '3000', forwarded_from: undefined });
  });
});

import { createRecordCutter } from '../../common/readers/record_cutter';
import { recordFormatSchema } from '../../common/model/source';
import { casesOf, parseFixture, readFixture } from './fixtures';
import { mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const incoming = (time: string, caller: string, talk?: number): Essentials => ({
  time: `2026-${time}Z`,
  caller,
  callee: undefined,
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  talk,
});
const outgoing = (time: string, callee: string, talk: number): Essentials => ({
  ...incoming(time, '', talk),
  caller: undefined,
  callee,
  direction: 'outbound',
});
const missed = (call: Essentials): Essentials => ({
  ...call,
  action: 'call-missed',
  outcome: 'failure',
  talk: 0,
});

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  iexplorer: [
    incoming('03-02T14:20:00', '+442079460958', 103),
    outgoing('03-02T14:30:00', '02079460958', 3730),
    missed(outgoing('03-02T14:40:00', '+442079460959', 0)),
    missed(incoming('03-02T14:50:00', '+12025550142')),
    missed(incoming('03-02T15:00:00', '+442079460960')),
  ],
  // The first of the two hours, in which summer time still holds.
  'doubled-hour': [
    incoming('10-25T00:30:00', '+442079460958', 10),
    incoming('07-01T11:00:00', '+442079460958', 10),
  ],
  // In Great Britain 02/06 is in June, an hour before UTC.
  'imazing-without-header': [
    incoming('06-02T08:45:00', '+442079460958', 103),
    outgoing('06-13T09:42:00', '+12025550142', 130),
    { ...missed(incoming('06-02T09:50:00', 'unknown')), duration: 5 },
    missed(outgoing('06-02T09:55:00', '+12025550142', 0)),
  ],
  // In the United States 06/02 is in June, four hours behind UTC.
  'imazing-with-header': [
    outgoing('06-02T16:00:00', '+12025550142', 60),
    incoming('06-02T17:00:00', '+12025550143', 120),
    incoming('06-13T17:00:00', '+12025550143', 120),
    missed(outgoing('06-13T17:10:00', '+12025550143', 0)),
    incoming('06-03T01:45:00', 'No Caller ID', 30),
    incoming('06-02T04:05:00', '+12025550144', 30),
    { ...missed(incoming('06-02T18:00:00', '+12025550144')), action: 'call-rejected' },
    { ...missed(incoming('06-02T18:10:00', '+12025550144')), action: 'call-rejected' },
    { ...incoming('06-02T18:20:00', '+12025550144', 0), action: 'call-voicemail' },
  ],
  'table-json': [
    incoming('03-02T14:20:00.250', '+12025550142', 103),
    outgoing('03-02T14:21:00.250', '2025550143', 61),
    missed(outgoing('03-02T14:22:00.250', '2025550143', 0)),
    missed(incoming('03-02T14:23:00.250', '+12025550142')),
    incoming('03-02T14:24:00.250', '+12025550142'),
    incoming('03-02T14:25:00.250', 'ada@example.com', 300),
    incoming('03-02T14:26:00.250', 'unknown', 12),
  ],
  'table-csv': [
    incoming('03-02T14:20:00.250', '+12025550142', 103),
    outgoing('03-02T14:21:00', '+12025550143', 5),
    missed(incoming('03-02T14:22:00.250', '+12025550142')),
  ],
};

describe('iPhone call histories', () => {
  it('have an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('iphone_calls'));
  });

  it.each(Object.keys(EXPECTED))('tell who called, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'iphone_calls', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('tell why there was no conversation, and how long a missed call rang', async () => {
    const cause = async (name: string) =>
      (await parseFixture(es, 'iphone_calls', name)).map(({ source }) =>
        field(source, 'vishing.call.hangup_cause')
      );
    expect((await cause('iexplorer')).slice(2, 4)).toEqual(['not_connected', 'no_answer']);
    expect((await cause('imazing-with-header')).slice(3, 8)).toEqual([
      ...['originator_cancel', undefined, undefined, 'call_rejected', 'blocked'],
    ]);
    const rows = await parseFixture(es, 'iphone_calls', 'imazing-without-header');
    expect(field(rows[2]?.source, 'vishing.call.ring_seconds')).toBe(5);
  });

  it('know callers who withheld their number as such', async () => {
    const calls = [
      ...mergedCalls(await parseFixture(es, 'iphone_calls', 'imazing-with-header')),
      ...mergedCalls(await parseFixture(es, 'iphone_calls', 'table-json')),
    ];
    const withheld = calls.filter(({ caller }) => caller.read?.quality === 'anonymous');
    expect(withheld.map(({ caller }) => caller.raw)).toEqual(['No Caller ID', 'unknown']);
  });

  it('tell of other apps, of suspected spam and of other devices', async () => {
    const rows = await parseFixture(es, 'iphone_calls', 'table-json');
    expect(field(rows[5]?.source, 'network.application')).toBe('facetime');
    expect(field(rows[0]?.source, 'network.application')).toBeUndefined();
    expect(field(rows[3]?.source, 'vishing.call.spam')).toBe('Scam Likely');
    expect(field(rows[4]?.source, 'event.reason')).toBe('answered on another device');
    const exported = await parseFixture(es, 'iphone_calls', 'imazing-with-header');
    expect(exported.map(({ source }) => field(source, 'network.application')).slice(0, 3)).toEqual([
      undefined,
      'facetime',
      'whatsapp',
    ]);
  });

  it('are refused with the reason', async () => {
    const expected = [
      /^The date "02\/06\/26 09:45" may have the day or the month first: set the country of the site/,
      /^The type of the call is "eingehend"; known are Incoming, .* Export in English\. /,
      /^The line has 2 columns and no header line: /,
      /^The start time "2026-31-31 09:45:00" is not a date and time/,
      /^The start time "yesterday" is not a date and time/,
      /^ZDATE is "2026-03-02 14:20:00": export the column as it is, as seconds since 2001\. /,
      /^ZORIGINATED is "7", but has to be 0 \(incoming\) or 1 \(outgoing\)\. /,
      /^The record has neither "Date" nor "ZDATE": /,
      /^The record is a JSON list of 1 items: /,
      /^The line has 3 columns, but its header line "vishing\.header" names 7\. /,
      /^The line has 8 columns and no header line: /,
      /^The duration is "soon", but has to be seconds or h:mm:ss\. /,
    ];
    const refused = await parse(es, readFixture('refused', 'iphone_calls'));
    expect(refused).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(String(field(refused[index]?.source, 'error.message'))).toMatch(pattern)
    );
  });

  it('are read from a file with its header line', async () => {
    const documents = readFixture('iphone_calls', 'table-csv');
    const lines = documents.map(({ message }) => String(message));
    const text = [String(field(documents[0], 'vishing.header')), ...lines].join('\r\n');
    expect(await readText(es, 'iphone_calls', text)).toHaveLength(lines.length);
  });
});

describeSamples('iPhone call histories, as others document them', () => {
  it('are read as iExplorer writes them', async () => {
    const rows = await readText(es, 'iphone_calls', sample('mobile/iphone_iexplorer.csv'));
    expect(rows.map(essentials)).toMatchObject([
      { time: '2017-06-02T09:45:48Z', caller: '+46879111111', direction: 'inbound', talk: 103 },
      { time: '2017-06-02T10:42:23Z', callee: '+46879111111', direction: 'outbound', talk: 130 },
    ]);
  });

  it('are read as iMazing writes them, with the day first in Sweden', async () => {
    const cutter = createRecordCutter(recordFormatSchema.parse({ type: 'lines' }));
    const text = sample('mobile/iphone_imazing.csv');
    const documents = [...cutter.push(text), ...cutter.end()].map(({ message }) => ({
      message,
      event: { provider: 'iphone_calls' },
      vishing: { site: { country: 'SE', timezone: 'Europe/Stockholm' } },
    }));
    const rows = (await parse(es, documents)).map((row) => row && essentials(row));
    expect(rows).toMatchObject([
      { time: '2017-06-02T07:45:00Z', caller: '+46879111111', direction: 'inbound', talk: 103 },
      { time: '2017-06-02T08:42:00Z', callee: '+46879111111', direction: 'outbound', talk: 130 },
    ]);
  });
});

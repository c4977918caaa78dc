import { casesOf, parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, pipelineBench, type Essentials } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

const at = (minute: number): string =>
  new Date(Date.parse('2026-03-02T14:20:00.250Z') + minute * 60_000).toISOString();

const incoming = (minute: number, caller: string, talk: number | undefined = 0): Essentials => ({
  time: at(minute),
  caller,
  callee: undefined,
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  talk,
});
const missed = (minute: number, caller: string): Essentials => ({
  ...incoming(minute, caller),
  action: 'call-missed',
  outcome: 'failure',
});
const outgoing = (minute: number, callee: string, talk: number): Essentials => ({
  ...incoming(minute, ''),
  caller: undefined,
  callee,
  direction: 'outbound',
  talk,
});

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'sms-backup-restore': [
    incoming(0, '+447700900123', 139),
    outgoing(1, '07700900124', 61),
    { ...outgoing(2, '07700900125', 0), action: 'call-missed', outcome: 'failure' },
    missed(3, '+12025550142'),
    { ...missed(4, '+12025550142'), duration: 17 },
    { ...incoming(5, '+12025550143'), action: 'call-voicemail' },
    { ...missed(6, '02079460958'), action: 'call-rejected' },
    { ...missed(7, '02079460959'), action: 'call-rejected' },
    { ...incoming(8, '02079460960'), talk: undefined },
    incoming(9, '+447700900123', 0),
  ],
  'super-backup': [
    incoming(0, '02079460958', 30),
    outgoing(1, '+447700900123', 143),
    missed(2, '+447700900124'),
    incoming(3, '+447700900126', 12),
  ],
  'table-csv': [
    incoming(0, '+447700900123', 53),
    missed(1, '02079460958'),
    missed(2, 'restricted'),
  ],
  'table-json': [
    { ...incoming(0, '+447700900123', 53), callee: '447700900199' },
    outgoing(1, '+4930231250123', 301),
    { ...missed(2, '+12025550142'), callee: '447700900199', action: 'call-rejected' },
    missed(3, '+447700900123'),
  ],
  withheld: [
    incoming(0, 'restricted', 30),
    incoming(1, '-1', 30),
    missed(2, '-2'),
    missed(3, 'unavailable'),
    missed(4, 'unknown'),
  ],
};

describe('Android call logs', () => {
  it('have an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('android_calls'));
  });

  it.each(Object.keys(EXPECTED))('tell who called, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'android_calls', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('tell why there was no conversation, and how long a missed call rang', async () => {
    const rows = await parseFixture(es, 'android_calls', 'sms-backup-restore');
    expect(rows.map(({ source }) => field(source, 'vishing.call.hangup_cause'))).toEqual([
      ...[undefined, undefined, 'not_connected', 'no_answer', 'no_answer', undefined],
      ...['call_rejected', 'blocked', undefined, undefined],
    ]);
    expect(field(rows[4]?.source, 'vishing.call.ring_seconds')).toBe(17);
    expect(field(rows[8]?.source, 'event.reason')).toBe('answered on another device');
    const table = await parseFixture(es, 'android_calls', 'table-json');
    expect(field(table[2]?.source, 'event.reason')).toBe('withheld numbers are blocked');
  });

  it('name contacts as they were written, whatever the XML made of them', async () => {
    const names = async (fixture: string) =>
      (await parseFixture(es, 'android_calls', fixture)).map(
        ({ source }) =>
          field(source, 'vishing.caller.display_name') ??
          field(source, 'vishing.callee.display_name')
      );
    expect((await names('sms-backup-restore')).slice(0, 2)).toEqual([
      'Ada & Bob "IT" 😀😀',
      undefined,
    ]);
    expect(await names('super-backup')).toEqual([
      undefined,
      "Ada <Help> 'Desk' &bogus; &",
      'half \uFFFD pair \uFFFD',
      'Single "quotes"',
    ]);
  });

  it('know callers who withheld their number as such', async () => {
    const calls = mergedCalls(await parseFixture(es, 'android_calls', 'withheld'));
    expect(calls.map(({ caller }) => caller.read?.quality)).toEqual(
      Array.from({ length: 5 }, () => 'anonymous')
    );
  });

  it('are one call in whatever export it stands', async () => {
    const idOf = async (fixture: string) =>
      (await parseFixture(es, 'android_calls', fixture))[0]?.id;
    expect(await idOf('table-csv')).toBe(await idOf('table-json'));
    expect(await idOf('table-csv')).toBe(await idOf('sms-backup-restore'));
  });

  it('tell of video and of calls that another app made', async () => {
    const rows = await parseFixture(es, 'android_calls', 'table-json');
    expect(field(rows[0]?.source, 'vishing.call.media')).toEqual(['audio', 'video']);
    expect(rows.map(({ source }) => field(source, 'network.application'))).toEqual([
      undefined,
      'whatsapp',
      undefined,
      undefined,
    ]);
  });

  it('end with the conversation, as far as the log tells', async () => {
    const [call] = mergedCalls(await parseFixture(es, 'android_calls', 'super-backup'));
    expect(call && callEssentials(call)).toMatchObject({ caller: '+442079460958', seconds: 30 });
  });

  it('are refused with the reason', async () => {
    const expected = [
      /^The record is an XML element "sms", which is no call: /,
      /^The record is an XML element "calls", which is no call: /,
      /^The type of the call is "10"; Android knows 1 \(incoming\) to 7 /,
      /^The record has no "date" or no "type": /,
      /^The XML element "call" is not whole: an attribute has no closing quote\. /,
      /^The start time "soon" is not a date and time/,
      /^The record is a whole call log: send one document for each item of "calls"\. /,
      /^The line has no header line: /,
      /^The start time "5" is no time: /,
      /^The line has 3 columns, but its header line "vishing\.header" names 9\. /,
    ];
    const refused = await parse(es, readFixture('refused', 'android_calls'));
    expect(refused).toHaveLength(expected.length);
    expected.forEach((pattern, index) =>
      expect(String(field(refused[index]?.source, 'error.message'))).toMatch(pattern)
    );
  });

  it.each(['sms-backup-restore', 'super-backup', 'table-csv', 'table-json'])(
    'are read from a file of such records (%s)',
    async (name) => {
      const documents = readFixture('android_calls', name);
      const lines = documents.map(({ message }) => String(message));
      const header = field(documents[0], 'vishing.header');
      const wrap = (lines[0] ?? '').startsWith('<')
        ? (text: string) => `<?xml version="1.0"?>\n<calls count="9">${text}</calls>`
        : (text: string) => text;
      const text = (typeof header === 'string' ? [header, ...lines] : lines).join('\n');
      expect(await readText(es, 'android_calls', wrap(text))).toHaveLength(lines.length);
    }
  );
});

describeSamples('call logs of SMS Backup & Restore, as others document them', () => {
  it('are read with every call', async () => {
    const rows = await readText(
      es,
      'android_calls',
      sample('mobile/android_sms_backup_restore_calls.xml')
    );
    expect(rows.map(essentials)).toMatchObject([
      { callee: '069910203040', direction: 'outbound', action: 'call-missed', talk: 0 },
      { caller: '+3133221115', direction: 'inbound', action: 'call-missed', talk: 0 },
      { callee: '0800664147', direction: 'outbound', action: 'call-answered', talk: 4 },
      { caller: '+43699112233', direction: 'inbound', action: 'call-answered', talk: 139 },
    ]);
    expect(rows.map(({ source }) => field(source, '@timestamp'))[3]).toBe(
      '2017-05-02T11:39:03.465Z'
    );
  });
});

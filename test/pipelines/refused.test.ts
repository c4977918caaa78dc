import { readAll, readFixture } from './fixtures';
import { field, parse, pipelineBench, type Source } from './pipeline_tester';

const es = pipelineBench();

const reasons = async (name: string): Promise<string[]> =>
  (await parse(es, readFixture('refused', name))).map((document) =>
    String(field(document?.source, 'error.message'))
  );

const MESSAGES: Readonly<Record<string, readonly RegExp[]>> = {
  asterisk_cdr: [
    /^The record is empty: /,
    /^The line has 16 columns, but they are not those of a call: .* Column 10 is "start"\./,
    /^The line has 15 columns; Asterisk writes 16, 17, 18, 19, 20 and 21 columns\. /,
    /^The line is not valid CSV: /,
    /^The start time "2026-13-02 09:15:00" is not a date and time/,
    /^The time zone "Mars\/Phobos" of "vishing\.site\.timezone" is not known/,
    /^The line has 1 column; /,
    /^The line has 16 columns, but its header line "vishing\.header" names 2\. /,
    /^The line has at least 40 columns; /,
  ],
  cisco_cucm: [
    /^The line has 60 columns and no header line, and does not look like a CDR/,
    /^The line has 3 columns and no header line, and does not look like a CDR/,
    /^The line has 3 columns, but its header line "vishing\.header" names 2\. /,
    /^cdrRecordType is "7"; 1 \(call\) and 2 \(media quality\) are known\. /,
    /^The row has no globalCallID_callId, /,
    /^dateTimeOrigination is "soon", which is not a whole number\. /,
    /^The row has no time: /,
    /^The line has no cdrRecordType: /,
  ],
  ms_teams: [
    /^The record is a JSON list of 1 items: send one document for each item\. /,
    /^The record is a whole answer of Microsoft Graph with 1 rows in "value": /,
    /^The record is not valid JSON: [^\n]*$/,
    /^The record is a change notification, which carries only the id: /,
    /^The record has no "id": /,
    /^The record is neither a callRecord /,
    /^startDateTime is "yesterday", which is not an ISO 8601 date and time\. /,
    /^The record is not a JSON object: /,
    /^The call record has no startDateTime\. /,
  ],
  envelope: [
    /^The record does not say which phone system wrote it: set "event\.provider" to one of (\w+, )+\w+\. /,
    /^The record does not say which phone system/,
    /^The source "nobody" is not known: set "event\.provider" to one of (\w+, )+\w+\. /,
    /^The record does not say which phone system/,
    /^The record does not say which phone system/,
    /^The line has 2 columns; .* pipeline logs-vishing\.call\.asterisk_cdr\)$/,
  ],
};

describe('a record that cannot be read', () => {
  it.each(Object.keys(MESSAGES))('is stored with the reason (%s)', async (name) => {
    const actual = await reasons(name);
    const expected = MESSAGES[name] ?? [];
    expect(actual).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(actual[index]).toMatch(pattern));
  });

  it('names the processor, its tag and its pipeline', async () => {
    for (const reason of await reasons('asterisk_cdr')) {
      expect(reason).toMatch(
        / \(processor \w+ with tag \w+ in pipeline logs-vishing\.call[\w.]*\)$/
      );
    }
  });

  it('keeps its text, its source and its place, and nothing that was half read', async () => {
    for (const document of await parse(es, readAll('refused'))) {
      const source: Source = document?.source ?? {};
      expect(field(source, 'event.kind')).toBe('pipeline_error');
      expect(typeof field(source, 'event.original')).toBe('string');
      expect(field(source, 'tags')).toContain('preserve_original_event');
      expect(field(source, 'vishing.site.id')).toMatch(/^[a-z-]+$/);
      const allowed = ['@timestamp', 'error', 'event', 'log', 'tags', 'vishing'];
      expect(Object.keys(source).filter((name) => !allowed.includes(name))).toEqual([]);
      expect(field(source, 'vishing.call')).toBeUndefined();
      expect(field(source, 'event.action')).toBeUndefined();
    }
  });

  it('has the same id whenever it is sent', async () => {
    const ids = async () => (await parse(es, readAll('refused'))).map((document) => document?.id);
    const first = await ids();
    expect(first).toEqual(await ids());
    expect(first.every((id) => id !== undefined && /^[0-9a-f]{40}$/.test(id))).toBe(true);
  });
});

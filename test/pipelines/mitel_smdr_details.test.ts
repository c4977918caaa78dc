import { parseFixture, readFixture } from './fixtures';
import { field, parse, pipelineBench } from './pipeline_tester';
import { readText } from './samples';

const es = pipelineBench();

const REFUSED: readonly RegExp[] = [
  /^The line is no SMDR of Mitel: /,
  /^"13\/40" is no month and day: /,
  /^The line begins with a date, but its duration is in no place /,
  /^The header line "vishing\.header" is "this year"; .*, or their year\. /,
  /^The header line "vishing\.header" is "2026-13-02", which is no day\. /,
  /^The header line "vishing\.header" is "2026"; for Mitel it holds the day of the records, such as 2026-03-02\. /,
  /^The line begins with "ABC 11202 94003 12025550142"; /,
  /^The length of the call is "soon"; /,
  /^The start time "28:36" is no time of day: /,
  /^The time zone "Mars\/Phobos" of "vishing\.site\.timezone" is not known/,
];

const values = async (name: string, path: string): Promise<unknown[]> =>
  (await parseFixture(es, 'mitel_smdr', name)).map(({ source }) => field(source, path));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A time as a text of UTC, without seconds. */
const utc = (ms: number): string => new Date(ms - (ms % 60_000)).toISOString();

/** When a line that was received just now is said to have begun, at a site that has UTC. */
const startOf = async (message: string): Promise<unknown> => {
  const vishing = { site: { id: 'hq', country: 'US', timezone: 'UTC' } };
  const [parsed] = await parse(es, [{ message, event: { provider: 'mitel_smdr' }, vishing }]);
  if (parsed?.source.error) throw new Error(JSON.stringify(parsed.source.error));
  return field(parsed?.source, '@timestamp');
};
const sameMinute = (ms: number): string => utc(ms).replace('.000Z', 'Z');
const line5000 = (ms: number): string =>
  `IN  11202 94001 2025550142                   ${utc(ms).slice(11, 16)} 00:02:00`;
const lineOfMiVoice = (ms: number): string => {
  const text = utc(ms);
  const [day, time] = [`${text.slice(5, 7)}/${text.slice(8, 10)}`, text.slice(11, 16)];
  return ` ${day} ${time}  00:02:00 T003   008 0100                             2001`;
};

describe('the date of a Mitel 5000 record, which has none', () => {
  it('is today when the call can be over by now', async () => {
    const start = Date.now() - HOUR_MS;
    expect(await startOf(line5000(start))).toBe(sameMinute(start));
  });

  it('is yesterday when the call would not be over yet', async () => {
    const start = Date.now() + HOUR_MS;
    expect(await startOf(line5000(start))).toBe(sameMinute(start - DAY_MS));
  });

  it('is today when the clock of the telephone system is some minutes ahead', async () => {
    const start = Date.now() + 3 * 60_000;
    expect(await startOf(line5000(start))).toBe(sameMinute(start));
  });

  it('makes two calls of the same line on two days', async () => {
    const [one] = readFixture('mitel_smdr', 'mitel-5000-inbound');
    const site = field(one, 'vishing.site');
    const [first, next] = await parse(es, [
      { ...one, vishing: { site, header: '2026-03-02' } },
      { ...one, vishing: { site, header: '2026-03-03' } },
    ]);
    expect(first?.id).not.toBe(next?.id);
  });
});

describe('the year of a MiVoice Business record, which has none', () => {
  it('is this year when the call can be over by now', async () => {
    const start = Date.now() - 20 * DAY_MS;
    expect(await startOf(lineOfMiVoice(start))).toBe(sameMinute(start));
  });

  it('is last year when the day is still to come', async () => {
    const start = new Date(Date.now() + 20 * DAY_MS);
    const found = String(await startOf(lineOfMiVoice(start.getTime())));
    const expected = sameMinute(start.getTime());
    // On 29 February a year earlier does not do.
    expect(found.slice(4)).toBe(expected.slice(4));
    expect(Date.parse(found)).toBeLessThan(Date.now());
    if (!expected.includes('-02-29')) {
      expect(Number(found.slice(0, 4))).toBe(start.getUTCFullYear() - 1);
    }
  });

  it('is this year when the clock of the telephone system is some hours ahead', async () => {
    const start = Date.now() + 5 * HOUR_MS;
    expect(await startOf(lineOfMiVoice(start))).toBe(sameMinute(start));
  });
});

describe('Mitel', () => {
  it('is read from a file with a day above the lines', async () => {
    const text = [
      'TYP EXT#  TRUNK DIALED DIGITS                START ELAPSED  COST',
      '2026-03-02',
      line5000(Date.parse('2026-03-02T09:15:00Z')),
      '2026-03-03',
      line5000(Date.parse('2026-03-03T09:15:00Z')),
    ].join('\r\n');
    const parsed = await readText(es, 'mitel_smdr', text);
    expect(parsed.map(({ source }) => source['@timestamp'])).toEqual([
      '2026-03-02T09:15:00Z',
      '2026-03-03T09:15:00Z',
    ]);
  });

  it('says why nobody answered', async () => {
    expect(await values('mivoice-not-answered', 'vishing.call.hangup_cause')).toEqual([
      'no_answer',
      'user_busy',
      'invalid_number',
      'do_not_disturb',
      'out_of_service',
      undefined,
      'toll_denied',
      'user_busy',
    ]);
  });

  it('says who hung up first where Mitel 5000 does', async () => {
    const by = 'vishing.call.hangup_by';
    expect((await values('mitel-5000-outbound', by)).slice(0, 2)).toEqual([undefined, 'callee']);
    expect((await values('mitel-5000-inbound', by)).slice(0, 2)).toEqual([undefined, 'caller']);
  });

  it('says from whom a call was passed on, and what was dialled', async () => {
    expect(await values('mivoice-transferred', 'vishing.call.forwarded_from')).toEqual([
      '2001',
      undefined,
      undefined,
    ]);
    const dialed = 'vishing.call.dialed';
    expect((await values('mivoice-inbound', dialed)).slice(0, 5)).toEqual([
      '5550100',
      '5550100',
      '5550100',
      '5550100',
      '0100',
    ]);
    expect(await values('mitel-5000-inbound', dialed)).toEqual([
      undefined,
      '0100',
      undefined,
      undefined,
    ]);
    expect((await values('mitel-5000-inbound', 'vishing.caller.display_name'))[3]).toBe(
      'ADA EXAMPLE'
    );
  });

  it('names the trunks', async () => {
    const trunks = await values('mivoice-inbound', 'vishing.caller.device');
    expect(trunks.slice(0, 4)).toEqual(['T003', 'T003', 'T003', 'T003']);
    expect(await values('mitel-5000-other', 'vishing.callee.device')).toEqual([
      '94001',
      '98001',
      '94003',
    ]);
  });

  it('refuses what is no line of SMDR, with a reason', async () => {
    const parsed = await parse(es, readFixture('refused', 'mitel_smdr'));
    expect(parsed).toHaveLength(REFUSED.length);
    parsed.forEach((document, index) => {
      expect(field(document?.source, 'error.message')).toMatch(REFUSED[index] ?? /^never$/);
    });
  });
});

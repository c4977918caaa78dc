import type { Page } from 'playwright-core';
import type { ListedEntry, WatchlistResponse } from '../../common/api/watchlist';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import {
  startHarness,
  type Answers,
  type AskedFor,
  type Harness,
  type OpenOptions,
} from './support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const LIST = 'GET /internal/vishing/watchlist';
const EXPORT = 'GET /internal/vishing/watchlist/export';
const EFFECT = 'POST /internal/vishing/watchlist/effect';
const IMPORT = 'POST /internal/vishing/watchlist/import';
const REMOVE = 'POST /internal/vishing/watchlist/remove';
const REMOVE_MATCHING = 'POST /internal/vishing/watchlist/remove_matching';
const PULL = 'POST /internal/vishing/watchlist/indicators';
const DAY_MS = 86_400_000;

const buildEntry = (index: number): ListedEntry => ({
  number:
    index % 5 === 4
      ? `+12025550${index % 10}`
      : `+120255501${String(index % 100).padStart(2, '0')}`,
  kind: index % 5 === 4 ? 'prefix' : 'number',
  display: `+1 202 555 01${String(index % 100).padStart(2, '0')}`,
  verdict: (['bad', 'trusted', 'own'] as const)[index % 3] ?? 'bad',
  reason: index % 2 === 0 ? 'Called the finance department' : undefined,
  source: index % 2 === 0 ? 'manual' : 'MISP',
  confidence: index % 4 === 1 ? 'low' : undefined,
  reports: index % 4 === 1 ? 12 : undefined,
  added_at: '2025-01-01T14:03:00.000Z',
  added_by: 'ana',
  expires: index % 3 === 0 ? new Date(Date.now() + (index - 3) * DAY_MS).toISOString() : undefined,
});

const buildWatchlist = (
  count: number,
  overrides: Partial<WatchlistResponse> = {}
): WatchlistResponse => ({
  entries: Array.from({ length: Math.min(count, 25) }, (_, index) => buildEntry(index)),
  total: count,
  counts: { all: count, bad: 4, trusted: 3, own: 3, ranges: 2, expired: 1 },
  sources: [
    { source: 'manual', entries: 6 },
    { source: 'MISP', entries: 4 },
  ],
  ...overrides,
});

const stored = { created: 1, updated: 0, unchanged: 0, merged: 0, refused: [] };
const effectsOf = ({ body }: AskedFor) => ({
  body: {
    effects: (body as { numbers: string[] }).numbers.map((input) =>
      /\d{7}/.test(input)
        ? {
            input,
            number: '+12025550142',
            kind: 'number',
            display: '+1 202 555 0142',
            calls: 7,
            people: 3,
            last_call: '2025-01-01T14:03:00.000Z',
          }
        : { input, refused: 'It is too short for a phone number.' }
    ),
  },
});

const answers = (overrides: Answers = {}): Answers =>
  answersWith({
    [LIST]: { body: buildWatchlist(10) },
    [EXPORT]: { body: { entries: [], total: 0 } },
    [EFFECT]: effectsOf,
    [IMPORT]: { body: stored },
    [REMOVE]: { body: { removed: 2 } },
    [REMOVE_MATCHING]: { body: { removed: 10, remaining: 0 } },
    ...overrides,
  });

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const open = async (path = '/numbers', given = answers(), options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({ path, answers: given, ...options });
  await subject(opened.page, 'vishingApp').waitFor();
  return opened;
};
const lastQuery = (asked: readonly AskedFor[]): URLSearchParams | undefined =>
  asked.filter(({ path }) => path === '/internal/vishing/watchlist').at(-1)?.query;
const bodiesOf = (asked: readonly AskedFor[], route: string): unknown[] =>
  asked.filter(({ path, method }) => `${method} ${path}` === route).map(({ body }) => body);

describe('the watchlist', () => {
  it('shows entries with why, by whom and until when, and links numbers to their page', async () => {
    const { page } = await open();
    const row = subject(page, 'entryRow-+12025550100');
    await row.waitFor();
    const text = (await row.innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('Called the finance department');
    expect(text).toContain('added by ana');
    expect(await row.getByRole('link').getAttribute('href')).toBe(
      '/app/vishing/numbers/%2B12025550100'
    );
    expect(await subject(page, 'countsLine').innerText()).toContain('10 entries: 4 bad');
    await page.context().close();
  });

  it('keeps search, filters, order and page in the address', async () => {
    const { page, asked } = await open(
      '/numbers?q=0142&verdict=bad%2Cown&source=MISP&kind=prefix&state=active&sort=number&order=asc&page=1&size=10',
      answers({ [LIST]: { body: buildWatchlist(100) } })
    );
    await subject(page, 'entriesTable').waitFor();
    expect(Object.fromEntries(lastQuery(asked) ?? [])).toEqual({
      search: '0142',
      verdict: 'bad,own',
      source: 'MISP',
      kind: 'prefix',
      state: 'active',
      sort: 'number',
      order: 'asc',
      page: '1',
      per_page: '10',
    });
    await subject(page, 'clearFiltersButton').click();
    await page.waitForFunction(() => !location.search.includes('q='));
    await page.goBack();
    await page.waitForURL(/q=0142/);
    await page.context().close();
  });

  it('filters by one state at a time', async () => {
    const { page } = await open('/numbers?state=active');
    await subject(page, 'filterButton-state').click();
    await page.getByRole('option', { name: 'Ended' }).click();
    await page.waitForURL(/state=expired/);
    await page.context().close();
  });

  it('says that only a part of a long list can be paged through', async () => {
    const { page } = await open(
      '/numbers',
      answers({ [LIST]: { body: buildWatchlist(1_000_000) } })
    );
    await subject(page, 'pagedPart').waitFor();
    expect(await subject(page, 'pagedPart').innerText()).toContain('10,000 of 1,000,000');
    await page.context().close();
  });

  it('removes chosen entries after asking', async () => {
    const { page, asked } = await open();
    await page.getByRole('checkbox', { name: /\+12025550100/ }).check();
    await page.getByRole('checkbox', { name: /\+12025550101/ }).check();
    await subject(page, 'removeSelectedButton').click();
    await subject(page, 'removeModal').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await subject(page, 'confirmRemoveButton').click();
    await subject(page, 'removeModal').waitFor({ state: 'detached' });
    expect(bodiesOf(asked, REMOVE)).toEqual([
      {
        entries: [
          { number: '+12025550100', kind: 'number' },
          { number: '+12025550101', kind: 'number' },
        ],
      },
    ]);
    await page.context().close();
  });

  it('removes all entries of a source, part by part', async () => {
    let remaining = 12_000;
    const { page, asked } = await open(
      '/numbers?source=MISP',
      answers({
        [LIST]: { body: buildWatchlist(12_000) },
        [REMOVE_MATCHING]: () => {
          remaining = Math.max(0, remaining - 5000);
          return { body: { removed: 5000, remaining } };
        },
      })
    );
    await subject(page, 'removeMatchingButton').click();
    await subject(page, 'confirmRemoveButton').click();
    await subject(page, 'removeModal').waitFor({ state: 'detached' });
    expect(bodiesOf(asked, REMOVE_MATCHING)).toEqual(
      Array.from({ length: 3 }, () => ({ filter: { source: 'MISP' } }))
    );
    await page.context().close();
  });

  it('keeps the question open and says why when entries cannot be removed', async () => {
    const { page } = await open('/numbers', answers({ [REMOVE]: failure(409, 'Still there.') }));
    await page.getByRole('checkbox', { name: /\+12025550100/ }).check();
    await subject(page, 'removeSelectedButton').click();
    await subject(page, 'confirmRemoveButton').click();
    expect(await subject(page, 'removeError').innerText()).toContain('Still there.');
    await page.context().close();
  });

  it('is saved as CSV, with all parts', async () => {
    const part = (next?: string) => ({
      body: { entries: [{ ...buildEntry(0), display: undefined }], total: 2, next },
    });
    const { page } = await open(
      '/numbers',
      answers({ [EXPORT]: ({ query }) => part(query.has('after') ? undefined : '+12025550100') })
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      subject(page, 'exportButton').click(),
    ]);
    expect(download.suggestedFilename()).toBe('watchlist.csv');
    await page.context().close();
  });

  it('reads threat intelligence and says what came of it', async () => {
    const pulled = {
      read: 3,
      created: 1,
      updated: 0,
      unchanged: 1,
      merged: 0,
      outdated: 0,
      refused: [{ number: '12', reason: 'It is too short for a phone number.' }],
      truncated: false,
    };
    const { page } = await open('/numbers', answers({ [PULL]: { body: pulled } }));
    await subject(page, 'pullButton').click();
    await page.getByText('3 indicators name phone numbers: 1 new entries').waitFor();
    await page.context().close();
  });

  it('lets someone without the privilege look only', async () => {
    const { page } = await open('/numbers', answers(), { capabilities: { show: true } });
    await subject(page, 'entriesTable').waitFor();
    for (const name of ['addEntryButton', 'pullButton', 'edit-+12025550100'])
      expect(await subject(page, name).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.context().close();
  });
});

describe('an entry', () => {
  it('shows how many calls it touches before it is saved', async () => {
    const { page, asked } = await open('/numbers?edit=new');
    await subject(page, 'entryNumbers').fill('202 555 0142\n0142222\n12');
    await subject(page, 'effectTable').waitFor();
    expect(await subject(page, 'effectSentence').innerText()).toContain(
      'calls of the last 90 days'
    );
    expect(await subject(page, 'refusedNumber').innerText()).toContain('too short');
    expect(bodiesOf(asked, IMPORT)).toEqual([]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('is saved with its verdict, reason and end', async () => {
    const { page, asked } = await open('/numbers');
    await subject(page, 'addEntryButton').click();
    await page.waitForURL(/edit=new/);
    await subject(page, 'entryNumbers').fill('+12025550142');
    await subject(page, 'entryReason').fill('Asked for a password');
    await subject(page, 'entryCountry').fill('us');
    await subject(page, 'saveEntryButton').click();
    await subject(page, 'entryFlyout').waitFor({ state: 'detached' });
    const [body] = bodiesOf(asked, IMPORT) as { rows: { expires: string }[] }[];
    const days = (Date.parse(body?.rows[0]?.expires ?? '') - Date.now()) / DAY_MS;
    expect(Math.round(days)).toBe(30);
    expect(body).toMatchObject({
      rows: [{ number: '+12025550142', reason: 'Asked for a password' }],
      verdict: 'bad',
      country: 'US',
      source: 'manual',
      replace: true,
    });
    await page.context().close();
  });

  it('of our own never ends', async () => {
    const { page, asked } = await open('/numbers?edit=new');
    await subject(page, 'entryNumbers').fill('+1202555*');
    await subject(page, 'entryVerdict-own').click();
    await subject(page, 'saveEntryButton').click();
    await subject(page, 'entryFlyout').waitFor({ state: 'detached' });
    expect(bodiesOf(asked, IMPORT)).toMatchObject([
      { rows: [{ number: '+1202555*' }], verdict: 'own' },
    ]);
    expect(JSON.stringify(bodiesOf(asked, IMPORT))).not.toContain('expires');
    await page.context().close();
  });

  it('stays in the form when it is refused, with the reason', async () => {
    const refused = { ...stored, created: 0, refused: [{ row: 0, reason: 'No such number.' }] };
    const { page } = await open('/numbers?edit=new', answers({ [IMPORT]: { body: refused } }));
    await subject(page, 'saveEntryButton').click();
    await page.getByText('A number is needed.').waitFor();
    await subject(page, 'entryNumbers').fill('+1999');
    await subject(page, 'saveEntryButton').click();
    await page.getByText('+1999 was not saved: No such number.').first().waitFor();
    await page.context().close();
  });

  it('is changed by keyboard, and keeps its number and its end', async () => {
    const { page, asked } = await open('/numbers');
    await subject(page, 'edit-+12025550106').focus();
    await page.keyboard.press('Enter');
    await subject(page, 'entryFlyout').waitFor();
    expect(await subject(page, 'entryNumbers').inputValue()).toBe('+12025550106');
    await subject(page, 'entryNotes').fill('Again on Monday');
    await subject(page, 'saveEntryButton').press('Enter');
    await subject(page, 'entryFlyout').waitFor({ state: 'detached' });
    expect(bodiesOf(asked, IMPORT)).toMatchObject([
      { rows: [{ number: '+12025550106', notes: 'Again on Monday', expires: expect.any(String) }] },
    ]);
    await page.context().close();
  });
});

describe('an import', () => {
  const paste = async (page: Page, text: string): Promise<void> => {
    await subject(page, 'inputMode-paste').click();
    await subject(page, 'pasteText').fill(text);
    await subject(page, 'readPastedButton').click();
    await subject(page, 'checkStep').waitFor();
  };

  it('recognises a list, shows how its numbers are read, and sends them', async () => {
    const { page, asked } = await open('/numbers?tab=import');
    await paste(page, '+442079460958;17;Ping\n+442079460959;3;Fraud\n');
    await subject(page, 'effectTable').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await subject(page, 'importCountry').fill('GB');
    await subject(page, 'importSource').fill('Partner list');
    await subject(page, 'importButton').click();
    await subject(page, 'importResult').waitFor();
    expect(bodiesOf(asked, IMPORT)).toMatchObject([
      {
        rows: [
          { number: '+442079460958', reports: 17, reason: 'Ping' },
          { number: '+442079460959', reports: 3, reason: 'Fraud' },
        ],
        country: 'GB',
        source: 'Partner list',
        verdict: 'bad',
        replace: false,
      },
    ]);
    await page.context().close();
  });

  it('lets the person pick another column', async () => {
    const { page, asked } = await open('/numbers?tab=import');
    await paste(page, 'phone,callback\n2025550101,2025550142\n2025550102,2025550143\n');
    await subject(page, 'column-number').selectOption({ label: 'callback' });
    await subject(page, 'importButton').click();
    await subject(page, 'importResult').waitFor();
    expect(bodiesOf(asked, IMPORT)).toMatchObject([{ rows: [{ number: '2025550142' }, {}] }]);
    await page.context().close();
  });

  it('lists the rows that were refused, with line and reason', async () => {
    const refused = { ...stored, refused: [{ row: 1, reason: 'No country has such a number.' }] };
    const { page } = await open('/numbers?tab=import', answers({ [IMPORT]: { body: refused } }));
    await paste(page, '# list\n+442079460958\nabc\n');
    await subject(page, 'importButton').click();
    await subject(page, 'refusedRows').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'No country has such a number.' });
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells.map((cell) => cell.replace(/[^\x20-\x7e]/g, ''))).toEqual([
      '3',
      'abc',
      'No country has such a number.',
    ]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('can be cancelled', async () => {
    const { page } = await open(
      '/numbers?tab=import',
      answers({ [IMPORT]: { body: stored, delayMs: 20_000 } })
    );
    await paste(page, '+442079460958\n+442079460959\n');
    await subject(page, 'importButton').click();
    await subject(page, 'cancelImportButton').click();
    await page.getByText('The import was cancelled').first().waitFor();
    await page.context().close();
  });

  it('says what a file is that cannot be read', async () => {
    const { page } = await open('/numbers?tab=import');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'list.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]),
    });
    expect(await subject(page, 'inputError').innerText()).toContain('Office document');
    await page.context().close();
  });
});

interface State {
  readonly path?: string;
  readonly given?: Answers;
  readonly shows: string;
  readonly options?: Partial<OpenOptions>;
}
const STATES: Readonly<Record<string, State>> = {
  'with entries': { shows: 'entriesTable' },
  'with one entry': {
    given: answers({ [LIST]: { body: buildWatchlist(1) } }),
    shows: 'entriesTable',
  },
  'without an entry': {
    given: answers({ [LIST]: { body: buildWatchlist(0) } }),
    shows: 'emptyWatchlist',
  },
  'without a match': {
    path: '/numbers?q=999',
    given: answers({ [LIST]: { body: buildWatchlist(0) } }),
    shows: 'noMatch',
  },
  'that failed': { given: answers({ [LIST]: failure(503, 'Not now.') }), shows: 'loadError' },
  'before the setup': {
    given: answers({ [LIST]: failure(409, 'No index.', 'not_set_up') }),
    shows: 'notSetUp',
  },
  'without access': { given: answers({ [LIST]: failure(403, 'Not you.') }), shows: 'noAccess' },
  'whose calls cannot be counted': {
    path: '/numbers?edit=new',
    given: answers({ [EFFECT]: failure(403, 'Not you.') }),
    shows: 'entryFlyout',
  },
  'where a list is chosen': { path: '/numbers?tab=import', shows: 'filePicker' },
  'where nothing may be imported': {
    path: '/numbers?tab=import',
    shows: 'importReadOnly',
    options: { capabilities: { show: true } },
  },
};

describe.each(['light', 'dark'] as const)('the watchlist in the %s theme', (theme) => {
  it.each(Object.entries(STATES))('%s is accessible and writes no error', async (_name, state) => {
    const { path = '/numbers', given = answers(), shows, options } = state;
    const { page, errors } = await harness.open({ path, answers: given, theme, ...options });
    await subject(page, shows).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

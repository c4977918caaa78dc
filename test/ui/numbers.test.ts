import type { Page } from 'playwright-core';
import { failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type AskedFor, type Harness, type OpenOptions } from './support/harness';
import {
  bodiesOf,
  buildEntry,
  buildWatchlist,
  EXPORT,
  INDICATORS,
  LIST,
  PULL,
  REMOVE,
  REMOVE_MATCHING,
  watchlistAnswers,
} from './support/watchlist';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const open = async (
  path = '/numbers',
  given = watchlistAnswers(),
  options: Partial<OpenOptions> = {}
) => {
  const opened = await harness.open({ path, answers: given, ...options });
  await subject(opened.page, 'vishingApp').waitFor();
  return opened;
};
const lastQuery = (asked: readonly AskedFor[]): URLSearchParams | undefined =>
  asked.filter(({ path }) => path === '/internal/vishing/watchlist').at(-1)?.query;
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
      watchlistAnswers({ [LIST]: { body: buildWatchlist(100) } })
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
      watchlistAnswers({ [LIST]: { body: buildWatchlist(1_000_000) } })
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
      watchlistAnswers({
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
    const { page } = await open(
      '/numbers',
      watchlistAnswers({ [REMOVE]: failure(409, 'Still there.') })
    );
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
      watchlistAnswers({
        [EXPORT]: ({ query }) => part(query.has('after') ? undefined : '+12025550100'),
      })
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
    const { page } = await open('/numbers', watchlistAnswers({ [PULL]: { body: pulled } }));
    await subject(page, 'pullButton').click();
    await page.getByText('3 indicators name phone numbers: 1 new entries').first().waitFor();
    await page.context().close();
  });

  it('says when threat intelligence was last read on its own, and why it was not since', async () => {
    const body = {
      scheduled: true,
      last_run: '2025-01-01T11:00:00.000Z',
      read: 3,
      created: 1,
      last_error: 'The disk is full.',
    };
    const { page } = await open('/numbers', watchlistAnswers({ [INDICATORS]: { body } }));
    expect(await subject(page, 'indicatorState').innerText()).toContain(
      'read every hour: 3 phone indicators, 1 added the last time'
    );
    expect(await subject(page, 'indicatorsFailed').innerText()).toContain('The disk is full.');
    await page.context().close();
  });

  it('lets someone without the privilege look only', async () => {
    const { page } = await open('/numbers', watchlistAnswers(), { capabilities: { show: true } });
    await subject(page, 'entriesTable').waitFor();
    for (const name of ['addEntryButton', 'pullButton', 'edit-+12025550100'])
      expect(await subject(page, name).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.context().close();
  });
});

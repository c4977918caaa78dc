import type { Page } from 'playwright-core';
import { failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { buildWatchlist, EFFECT, LIST, watchlistAnswers } from './support/watchlist';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
interface State {
  readonly path?: string;
  readonly given?: Answers;
  readonly shows: string;
  readonly options?: Partial<OpenOptions>;
}
const STATES: Readonly<Record<string, State>> = {
  'with entries': { shows: 'entriesTable' },
  'with one entry': {
    given: watchlistAnswers({ [LIST]: { body: buildWatchlist(1) } }),
    shows: 'entriesTable',
  },
  'without an entry': {
    given: watchlistAnswers({ [LIST]: { body: buildWatchlist(0) } }),
    shows: 'emptyWatchlist',
  },
  'without a match': {
    path: '/numbers?q=999',
    given: watchlistAnswers({ [LIST]: { body: buildWatchlist(0) } }),
    shows: 'noMatch',
  },
  'that failed': {
    given: watchlistAnswers({ [LIST]: failure(503, 'Not now.') }),
    shows: 'loadError',
  },
  'before the setup': {
    given: watchlistAnswers({ [LIST]: failure(409, 'No index.', 'not_set_up') }),
    shows: 'notSetUp',
  },
  'without access': {
    given: watchlistAnswers({ [LIST]: failure(403, 'Not you.') }),
    shows: 'noAccess',
  },
  'whose calls cannot be counted': {
    path: '/numbers?edit=new',
    given: watchlistAnswers({ [EFFECT]: failure(403, 'Not you.') }),
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
    const { path = '/numbers', given = watchlistAnswers(), shows, options } = state;
    const { page, errors } = await harness.open({ path, answers: given, theme, ...options });
    await subject(page, shows).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

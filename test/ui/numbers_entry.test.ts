import type { Page } from 'playwright-core';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Harness } from './support/harness';
import { bodiesOf, DAY_MS, IMPORT, stored, watchlistAnswers } from './support/watchlist';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const open = async (path = '/numbers', given = watchlistAnswers()) => {
  const opened = await harness.open({ path, answers: given });
  await subject(opened.page, 'vishingApp').waitFor();
  return opened;
};
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
    const { page } = await open(
      '/numbers?edit=new',
      watchlistAnswers({ [IMPORT]: { body: refused } })
    );
    await subject(page, 'saveEntryButton').click();
    await page.getByText('A number is needed.').first().waitFor();
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

import type { Page } from 'playwright-core';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Harness } from './support/harness';
import { bodiesOf, IMPORT, stored, watchlistAnswers } from './support/watchlist';

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
    const { page } = await open(
      '/numbers?tab=import',
      watchlistAnswers({ [IMPORT]: { body: refused } })
    );
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
      watchlistAnswers({ [IMPORT]: { body: stored, delayMs: 20_000 } })
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

import type { Page } from 'playwright-core';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const GET = 'GET /internal/vishing/retention';
const PREVIEW = 'POST /internal/vishing/retention/preview';
const PUT = 'PUT /internal/vishing/retention';
const preview = (records: number, calls = 0) => ({
  body: {
    expired: { records, calls, people: 0 },
    total: { records: 50_000, calls: 12_304, people: 5000 },
  },
});
const saved = { settings: { calls: 90 }, scheduled: true, changed_at: '2025-01-01T00:00:00.000Z' };

const open = async (answers: Answers, options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({ path: '/setup', answers: answersWith(answers), ...options });
  await subject(opened.page, 'retentionPanel').waitFor();
  return opened;
};

describe('the retention on the setup page', () => {
  it.each(['light', 'dark'] as const)(
    'says what would be deleted before it saves, in the %s theme',
    async (theme) => {
      let isSaved = false;
      const answers: Answers = {
        [GET]: () => ({ body: isSaved ? saved : { settings: {}, scheduled: false } }),
        [PREVIEW]: preview(0, 1234),
        [PUT]: () => {
          isSaved = true;
          return { body: saved };
        },
      };
      const { page, asked, errors } = await open(answers, { theme });
      await subject(page, 'retention-calls').fill('90');
      await subject(page, 'retentionSaveButton').click();
      await page.getByText('1,234 of 12,304 calls').first().waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save retention' }).click();
      await page.waitForFunction(
        () => document.querySelector('[data-test-subj="retentionModal"]') === null
      );
      const changes = asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
      expect(changes).toEqual([{ settings: { calls: 90 } }]);
      await subject(page, 'retention-calls').and(page.locator('[value="90"]')).waitFor();
      expect(errors).toEqual([]);
      await page.context().close();
    }
  );

  it('changes nothing when the person cancels', async () => {
    const { page, asked } = await open({ [PREVIEW]: preview(10) });
    await subject(page, 'retention-records').fill('30');
    await page.keyboard.press('Tab');
    await subject(page, 'retentionSaveButton').focus();
    await page.keyboard.press('Enter');
    await page.getByText('10 of 50,000 raw records').first().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    await page.context().close();
  });

  it('refuses what is no number of days', async () => {
    const { page } = await open({});
    await subject(page, 'retention-people').fill('soon');
    await page.getByText('A whole number of days').first().waitFor();
    expect(await subject(page, 'retentionSaveButton').isDisabled()).toBe(true);
    await page.context().close();
  });

  it('shows what the last run deleted, and why one failed', async () => {
    const removed = { records: 12_000, calls: 800, people: 3 };
    const ran = { ...saved, last_run: '2025-01-02T00:00:00.000Z', removed };
    const { page } = await open({ [GET]: { body: ran } });
    await page
      .getByText('12,000 raw records, 800 calls and 3 directory entries deleted')
      .first()
      .waitFor();
    await page.context().close();
    const failed = await open({
      [GET]: { body: { ...ran, last_error: 'No privilege to delete.' } },
    });
    await failed.page.getByText('No privilege to delete.').first().waitFor();
    expect(await accessibilityViolations(failed.page)).toEqual([]);
    await failed.page.context().close();
  });

  it('shows a failure to load, and someone without the privilege only the values', async () => {
    const failed = await open({ [GET]: failure(503, 'Elasticsearch does not answer.') });
    await failed.page.getByText('Elasticsearch does not answer.').first().waitFor();
    await failed.page.context().close();
    const { page } = await open({ [GET]: { body: saved } }, { capabilities: { show: true } });
    await subject(page, 'retention-calls').and(page.locator('[value="90"]')).waitFor();
    expect(await subject(page, 'retention-calls').isDisabled()).toBe(true);
    await page.context().close();
  });
});

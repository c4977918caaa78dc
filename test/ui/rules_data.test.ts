import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { answersWith, failure } from './support/answers';
import { coverageWith } from './support/coverage_scenario';
import { startHarness, type Answers, type Harness } from './support/harness';
import { shippedEntries } from './support/rules_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const entries = shippedEntries();
const RULES: Answers = answersWith({
  'GET /internal/vishing/rules': { body: { rules: entries } },
  'GET /internal/vishing/rules/activity': { body: { rules: [] } },
  'GET /internal/vishing/coverage': { body: coverageWith(() => 'present') },
});
const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const open = (answers: Answers) => harness.open({ path: '/rules', answers });

describe('the list of rules', () => {
  it('marks a rule whose data is not there, and says which', async () => {
    const nothing = { 'GET /internal/vishing/coverage': { body: coverageWith(() => 'missing') } };
    const { page } = await open({ ...RULES, ...nothing });
    await subject(page, 'ruleLacksData').focus();
    await page
      .getByText(/No records in the last 14 days of: .*Calls/)
      .first()
      .waitFor();
    expect(await page.locator('[data-test-subj="ruleLacksData"]').count()).toBe(entries.length);
    await page.context().close();
  });

  it('saves all rules as a file that Kibana imports', async () => {
    const { page } = await open(RULES);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      subject(page, 'exportRulesButton').click(),
    ]);
    expect(download.suggestedFilename()).toBe('vishing-rules.ndjson');
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(entries.length + 1);
    await page.context().close();
  });

  it('says when it is not known which data is there, and shows the rules', async () => {
    const { page } = await open({ ...RULES, 'GET /internal/vishing/coverage': failure(500, 'no') });
    await subject(page, 'coverageError').waitFor();
    await subject(page, 'rulesTable').waitFor();
    await page.context().close();
  });
});

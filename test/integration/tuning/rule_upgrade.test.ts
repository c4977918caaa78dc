import type { Page } from 'playwright-core';
import { startHarness, type Harness } from '../../ui/support/harness';
import { RULE_ID } from '../../ui/support/rules_scenario';
import { createUpgradeScenario, NEXT_CONDITION } from './upgrade_scenario';

let harness: Harness;
let scenario: Awaited<ReturnType<typeof createUpgradeScenario>>;
beforeAll(async () => {
  [harness, scenario] = await Promise.all([startHarness(), createUpgradeScenario()]);
}, 60_000);
afterAll(async () => {
  await harness.stop();
  await scenario.stop();
});

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const NAME = 'External call, then a remote access tool started';
const rowOf = (page: Page) => page.locator('tbody tr', { hasText: NAME });
const open = (path: string) => harness.open({ path, answers: scenario.answers });

it('a detection engineer tunes a rule, sees more in the back-test and in the alerts, and keeps that through an upgrade', async () => {
  expect(await scenario.runInKibana()).toBe(0);
  const { page, errors } = await open(`/rules/${RULE_ID}`);
  await subject(page, 'parameter-time_window').fill('45m');
  await subject(page, 'ruleTab-backtest').click();
  await subject(page, 'runBacktestButton').click();
  await page.getByText(/^(\d+) of \1 parts of the range/).waitFor();
  expect(await subject(page, 'backtestCount').innerText()).toContain('1 come, 0 go, 0 stay');
  expect(await subject(page, 'section-backtestPeople').innerText()).toContain('Ana Diaz');

  await subject(page, 'ruleTab-parameters').click();
  await subject(page, 'tuningNote').fill('attackers take their time');
  await subject(page, 'saveRuleButton').click();
  await page.getByText('Saved and applied').first().waitFor();
  expect(await scenario.runInKibana()).toBe(1);
  await page.context().close();

  const list = await open('/rules');
  await rowOf(list.page).locator('[data-test-subj="ruleState-enabled"]').waitFor();
  await rowOf(list.page).getByLabel('1 alert', { exact: false }).first().waitFor();

  const before = Number(scenario.inKibana().version);
  scenario.upgrade();
  expect(scenario.inKibana().query).not.toContain(NEXT_CONDITION);
  await list.page.reload();
  await rowOf(list.page).locator('[data-test-subj="ruleState-outdated"]').waitFor();
  await rowOf(list.page).getByText('Update available').waitFor();
  await rowOf(list.page).locator('input[type=checkbox]').check();
  await subject(list.page, 'installRulesButton').click();
  await list.page.getByText('0 installed, 1 updated').first().waitFor();
  await rowOf(list.page).locator('[data-test-subj="ruleState-enabled"]').waitFor();
  const { query, version } = scenario.inKibana();
  expect(query).toContain(NEXT_CONDITION);
  expect(query).toContain('vishing.gap_seconds <= 2700');
  expect(version).toBe(before + 1);

  await rowOf(list.page).getByRole('link', { name: NAME }).click();
  await subject(list.page, 'parameter-time_window').waitFor();
  expect(await subject(list.page, 'parameter-time_window').inputValue()).toBe('45m');
  await subject(list.page, 'ruleTab-history').click();
  await list.page.getByText('attackers take their time').waitFor();
  expect([...errors, ...list.errors]).toEqual([]);
  await list.page.context().close();
});

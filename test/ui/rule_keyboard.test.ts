import type { Page } from 'playwright-core';
import type { BacktestGround } from '../../common/api/backtest';
import { PERSONAL_CAPABILITY, READ_CAPABILITY } from '../../common/constants';
import type { RuleException } from '../../common/model/exception';
import { answersWith } from './support/answers';
import { startHarness, type Answers, type Harness } from './support/harness';
import { CHANGE, detailsOf, RULE_ID } from './support/rules_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const PATH = `/internal/vishing/rules/${RULE_ID}`;
const EXCEPTION: RuleException = {
  ...{ id: '3d9c4f0e-7d7c-4a44-9b1c-0d5f5a6f7b11', kind: 'number_person' },
  ...{ values: ['+12025550142', 'p1'], expires: '2099-01-01T00:00:00.000Z', reason: 'Supplier' },
  ...{ created: '2025-01-01T09:00:00.000Z', created_by: 'engineer' },
};
const GROUND: BacktestGround = {
  ...{ oldest_call: '2020-01-01T00:00:00.000Z', silent: [], late: [], missing_data: [] },
  ...{ confirmed_call_ids: [], callers: 10, days: 5 },
};
const rule = { ...detailsOf({ time_window: '45m' }, [CHANGE]), exceptions: [EXCEPTION] };
const installed = { ...rule.compiled, id: 'i9', revision: 0 };
const ANSWERS: Answers = answersWith({
  [`GET ${PATH}`]: { body: rule },
  [`POST ${PATH}/compile`]: { body: { compiled: rule.compiled } },
  [`POST ${PATH}/backtest`]: { body: { alerts: [], truncated: false } },
  [`POST ${PATH}/backtest/ground`]: { body: GROUND },
  [`PUT ${PATH}/tuning`]: { body: rule },
  'GET /internal/vishing/why/calls': { body: { calls: [], total: 0 } },
  'GET /api/detection_engine/rules/_find': { body: { total: 1, data: [installed] } },
  'PUT /api/detection_engine/rules': { body: installed },
  'POST /api/detection_engine/rules/_bulk_action': { body: { success: true, rules_count: 1 } },
});

const READER = { [READ_CAPABILITY]: true, [PERSONAL_CAPABILITY]: true };
const open = (capabilities?: Record<string, boolean>) =>
  harness.open({
    ...{ path: `/rules/${RULE_ID}`, answers: ANSWERS },
    ...(capabilities ? { capabilities } : {}),
  });

const hasFocus = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (wanted) => document.activeElement?.closest(`[data-test-subj="${wanted}"]`) !== null,
    name
  );

/** Presses a key until the part of the page has the focus, as a person without a mouse does. */
const goTo = async (page: Page, name: string, key = 'Tab'): Promise<void> => {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key);
    if (await hasFocus(page, name)) return;
  }
  throw new Error(`${name} is not reached with the key ${key}.`);
};

/** The tab that is shown takes the focus, and arrows lead to the others. */
const showTab = async (page: Page, from: string, tab: string): Promise<void> => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await goTo(page, `ruleTab-${from}`);
  await goTo(page, `ruleTab-${tab}`, 'ArrowRight');
  await page.keyboard.press('Enter');
};

/** Controls that would change something if they were not disabled. */
const usableFields = (page: Page): Promise<number> =>
  page
    .locator('[data-test-subj="rulePage"]')
    .locator('input:enabled, select:enabled, textarea:enabled, [role=switch]:enabled')
    .count();

it('an analyst reaches every tab by keyboard, reads it, and can change nothing', async () => {
  const { page, asked, errors } = await open(READER);
  await subject(page, 'rulesReadOnly').waitFor();
  expect(await usableFields(page)).toBe(0);
  await subject(page, 'ruleInKibanaLink').waitFor();
  for (const name of ['saveRuleButton', 'discardButton', 'resetAllButton', 'turnOffButton'])
    expect(await page.locator(`[data-test-subj="${name}"]`).count()).toBe(0);
  expect(await page.locator('[data-test-subj^="reset-"]').count()).toBe(0);

  await showTab(page, 'parameters', 'backtest');
  await goTo(page, 'runBacktestButton');
  await page.keyboard.press('Enter');
  await page
    .getByText(/^(\d+) of \1 parts of the range/)
    .first()
    .waitFor();
  await showTab(page, 'backtest', 'query');
  await subject(page, 'compiledQuery').waitFor();
  await showTab(page, 'query', 'why');
  await subject(page, 'whyPanel').waitFor();
  await showTab(page, 'why', 'exceptions');
  await subject(page, 'exceptionsTable').waitFor();
  expect(await page.locator('tbody button').count()).toBe(0);
  await showTab(page, 'exceptions', 'guide');
  await page.getByText('Response and remediation').first().waitFor();
  await showTab(page, 'guide', 'history');
  await subject(page, 'historyTable').waitFor();
  expect(await page.locator('[data-test-subj="revertButton"]').count()).toBe(0);

  expect(asked.filter(({ method }) => method === 'PUT' || method === 'DELETE')).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('a detection engineer changes a value, says why and applies it without a mouse', async () => {
  const { page, asked } = await open();
  await subject(page, 'parameter-time_window').waitFor();
  await goTo(page, 'parameter-time_window');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1h');
  await goTo(page, 'setting-mode');
  await page.keyboard.press('ArrowDown');
  await goTo(page, 'tuningNote');
  await page.keyboard.type('slow attackers');
  await goTo(page, 'saveRuleButton');
  await page.keyboard.press('Enter');
  await page.getByText('Saved and applied').first().waitFor();
  const saved = asked.find(({ method, path }) => method === 'PUT' && path.endsWith('/tuning'));
  expect(saved?.body).toMatchObject({
    ...{ values: { time_window: '1h' }, settings: { mode: 'monitor' } },
    note: 'slow attackers',
  });
  await page.context().close();
});

it('a detection engineer turns the rule off', async () => {
  const { page, asked } = await open();
  await subject(page, 'turnOffButton').waitFor();
  await goTo(page, 'turnOffButton');
  await page.keyboard.press('Enter');
  await page.getByText('Rule disabled').first().waitFor();
  expect(asked.find(({ path }) => path.endsWith('/_bulk_action'))?.body).toMatchObject({
    ...{ action: 'disable', ids: ['i9'] },
  });
  await page.context().close();
});

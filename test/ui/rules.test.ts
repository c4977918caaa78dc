import type { Page } from 'playwright-core';
import { CONTENT_META_KEY, ruleContentHash } from '../../common/detection_engine/rule_content';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { coverageWith } from './support/coverage_scenario';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { CHANGE, detailsOf, RULE_ID, shippedEntries } from './support/rules_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const entries = shippedEntries();
const [first, second, third] = entries;
if (!first || !second || !third) throw new Error('The plugin ships no rules.');

/** Rules as Kibana has them: one runs, one was edited there, one is off; the others are not installed. */
const edited = { ...second.compiled, query: 'FROM mine' };
const installed = [
  {
    ...first.compiled,
    ...{ id: 'i1', revision: 0, enabled: true },
    execution_summary: {
      last_execution: { date: '2025-01-01T14:00:00.000Z', status: 'succeeded', message: '' },
    },
  },
  { ...edited, id: 'i2', revision: 3 },
  { ...third.compiled, id: 'i3', revision: 0, enabled: false },
];
const activity = [
  {
    ...{ rule_id: first.rule_id, alerts: 7, closed: 4, false_positives: 1 },
    days: [
      { day: '2024-12-31', alerts: 3 },
      { day: '2025-01-01', alerts: 4 },
    ],
  },
];

const RULES: Answers = answersWith({
  'GET /internal/vishing/rules': { body: { rules: entries } },
  'GET /internal/vishing/rules/activity': { body: { rules: activity } },
  'GET /api/detection_engine/rules/_find': { body: { total: 3, data: installed } },
  [`GET /internal/vishing/rules/${RULE_ID}`]: { body: detailsOf({}) },
  'GET /internal/vishing/coverage': {
    body: coverageWith((id) => (id === 'okta' ? 'missing' : 'present')),
  },
});

const open = async (answers: Answers, options: Partial<OpenOptions> = {}, path = '/rules') =>
  harness.open({ path, answers, ...options });

const RULE_PATH = `/rules/${RULE_ID}`;
const installedRule = { ...detailsOf({}).compiled, id: 'i9', revision: 0 };
const tuned = detailsOf({ time_window: '45m' }, [CHANGE]);
const ONE: Answers = {
  ...RULES,
  'GET /api/detection_engine/rules/_find': { body: { total: 1, data: [installedRule] } },
  [`PUT /internal/vishing/rules/${RULE_ID}/tuning`]: { body: tuned },
  [`POST /internal/vishing/rules/${RULE_ID}/compile`]: ({ body }) => ({
    body: {
      compiled: detailsOf((body as { values: Record<string, string> }).values).compiled,
    },
  }),
  'PUT /api/detection_engine/rules': { body: installedRule },
};

describe('the list of rules', () => {
  it('shows how every shipped rule stands, what it found and what people made of it', async () => {
    const { page, errors } = await open(RULES);
    await subject(page, 'rulesTable').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(entries.length);
    expect(await page.locator('[data-test-subj="ruleState-enabled"]').count()).toBe(1);
    expect(await page.locator('[data-test-subj="ruleState-disabled"]').count()).toBe(1);
    expect(await page.locator('[data-test-subj="ruleState-edited"]').count()).toBe(1);
    expect(await page.locator('[data-test-subj="ruleState-missing"]').count()).toBe(
      entries.length - 3
    );
    const row = page.locator('tr', { hasText: first.name });
    expect(await row.innerText()).toMatch(/7[\s\S]*25 %/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
    const { page } = await open(RULES, { theme });
    await subject(page, 'rulesTable').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('switches the selected rules on, and leaves out those that are not installed', async () => {
    const { page, asked } = await open({
      ...RULES,
      'POST /api/detection_engine/rules/_bulk_action': { body: { success: true } },
    });
    await subject(page, 'rulesTable').waitFor();
    await page.locator('thead input[type=checkbox]').first().check();
    await subject(page, 'enableButton').click();
    await page.getByText('3 rules enabled').first().waitFor();
    const [request] = asked.filter(({ path }) => path.endsWith('/_bulk_action'));
    expect(request?.body).toEqual({
      action: 'enable',
      ids: expect.arrayContaining(['i1', 'i2', 'i3']) as string[],
    });
    await page.context().close();
  });

  it('installs what is selected, and says why an edited rule was left alone', async () => {
    const { page, asked } = await open({
      ...RULES,
      'POST /api/detection_engine/rules': { body: installed[0] },
    });
    await subject(page, 'rulesTable').waitFor();
    await page.locator('thead input[type=checkbox]').first().check();
    await subject(page, 'installRulesButton').click();
    await page
      .getByText(`${entries.length - 3} installed`)
      .first()
      .waitFor();
    await page.getByText('This rule was edited in Kibana').first().waitFor();
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(entries.length - 3);
    await page.context().close();
  });

  it('shows the rules when Kibana does not say how they stand, and says so', async () => {
    const { page } = await open({
      ...RULES,
      'GET /api/detection_engine/rules/_find': failure(403, 'no'),
      'GET /internal/vishing/rules/activity': failure(503, 'Elasticsearch did not answer.'),
    });
    await subject(page, 'engineError').waitFor();
    await subject(page, 'activityError').waitFor();
    expect(await page.locator('[data-test-subj="ruleState-unknown"]').count()).toBe(entries.length);
    await page.context().close();
  });

  it('lets a reader see everything and change nothing', async () => {
    const { page } = await open(RULES, { capabilities: { show: true } });
    await subject(page, 'rulesReadOnly').waitFor();
    expect(await page.locator('tbody input[type=checkbox]').count()).toBe(0);
    await page.context().close();
  });
});

describe('the page of one rule', () => {
  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
    const { page, errors } = await open(ONE, { theme }, RULE_PATH);
    for (const tab of ['parameters', 'query', 'guide', 'history']) {
      await subject(page, `ruleTab-${tab}`).click();
      await page.waitForTimeout(400);
      expect(await accessibilityViolations(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('checks a value as it is typed, and saves and applies a right one with its reason', async () => {
    const { page, asked } = await open(ONE, {}, RULE_PATH);
    const field = subject(page, 'parameter-time_window');
    await field.fill('9h');
    await page.getByText('It must be between 5m and 2h.').first().waitFor();
    expect(await subject(page, 'saveRuleButton').isDisabled()).toBe(true);
    await field.fill('45m');
    await page.getByText('1 change not saved').first().waitFor();
    await subject(page, 'tuningNote').fill('our calls are long');
    await subject(page, 'saveRuleButton').click();
    await page.getByText('Saved and applied').first().waitFor();
    const saved = asked.find(({ method, path }) => method === 'PUT' && path.endsWith('/tuning'));
    expect(saved?.body).toEqual({
      ...{ values: { time_window: '45m' }, settings: {}, token: 'token' },
      note: 'our calls are long',
    });
    const applied = asked.find(({ path, method }) => method === 'PUT' && path.startsWith('/api/'));
    const { compiled } = tuned;
    expect(applied?.body).toMatchObject({
      query: compiled.query,
      meta: { [CONTENT_META_KEY]: ruleContentHash(compiled) },
    });
    await page.context().close();
  });

  it('resets a value to its default, and shows the query with what is typed', async () => {
    const { page } = await open(
      { ...ONE, [`GET /internal/vishing/rules/${RULE_ID}`]: { body: tuned } },
      {},
      RULE_PATH
    );
    const field = subject(page, 'parameter-time_window');
    await field.waitFor();
    expect(await field.inputValue()).toBe('45m');
    await subject(page, 'reset-time_window').click();
    expect(await field.inputValue()).toBe('30m');
    await field.fill('1h');
    await subject(page, 'ruleTab-query').click();
    await page.getByText('vishing.gap_seconds <= 3600').first().waitFor();
    await page.context().close();
  });

  it('shows who changed what and why, and puts those values back into the form', async () => {
    const later = detailsOf({ time_window: '1h' }, [CHANGE]);
    const { page } = await open(
      { ...ONE, [`GET /internal/vishing/rules/${RULE_ID}`]: { body: later } },
      {},
      `${RULE_PATH}?tab=history`
    );
    await page.getByText('Time window: as shipped → 45m').first().waitFor();
    await page.getByText('our calls are long').first().waitFor();
    await subject(page, 'revertButton').click();
    await page.getByText('1 change not saved').first().waitFor();
    expect(await subject(page, 'parameter-time_window').inputValue()).toBe('45m');
    await page.context().close();
  });

  it('keeps what was typed when somebody else changed the rule meanwhile, and says so', async () => {
    const conflict = failure(409, 'Somebody else changed this rule.', 'conflict');
    const { page } = await open(
      { ...ONE, [`PUT /internal/vishing/rules/${RULE_ID}/tuning`]: conflict },
      {},
      RULE_PATH
    );
    await subject(page, 'parameter-time_window').fill('45m');
    await subject(page, 'saveRuleButton').click();
    await page.getByText('Somebody else changed this rule.').first().waitFor();
    expect(await subject(page, 'parameter-time_window').inputValue()).toBe('45m');
    await page.context().close();
  });

  it('says that a saved rule was not applied because it was edited in Kibana', async () => {
    const theirs = { ...installedRule, query: 'FROM mine' };
    const { page } = await open(
      {
        ...ONE,
        'GET /api/detection_engine/rules/_find': { body: { total: 1, data: [theirs] } },
      },
      {},
      RULE_PATH
    );
    await subject(page, 'parameter-time_window').fill('45m');
    await subject(page, 'saveRuleButton').click();
    await page.getByText('This rule was edited in Kibana').first().waitFor();
    await page.context().close();
  });

  it('lets a reader see the values and change none', async () => {
    const { page } = await open(ONE, { capabilities: { show: true } }, RULE_PATH);
    await subject(page, 'rulesReadOnly').waitFor();
    expect(await subject(page, 'parameter-time_window').isDisabled()).toBe(true);
    expect(await page.locator('[data-test-subj="saveRuleButton"]').count()).toBe(0);
    await page.context().close();
  });
});

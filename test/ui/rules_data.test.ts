import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { offered } from '../../common/detection_engine/waiting';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
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
const never = (): never => {
  throw new Error('The plugin does not ship this rule.');
};
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

  it('switches on the rules that waited for data, once it is there', async () => {
    const ready = entries.filter(({ enabled }) => enabled).slice(0, 2);
    const stored = ready.map(({ compiled }, at) => ({
      ...offered(compiled, ['Process starts']),
      ...{ id: `i${at}`, revision: 0 },
    }));
    const { page, asked } = await open({
      ...RULES,
      'GET /api/detection_engine/rules/_find': { body: { total: 2, data: stored } },
      'PUT /api/detection_engine/rules': { body: stored[0] },
    });
    await page.getByText('2 rules can be switched on').first().waitFor();
    expect(await page.locator('[data-test-subj="ruleState-waiting"]').count()).toBe(2);
    expect(await accessibilityViolations(page)).toEqual([]);
    await subject(page, 'startRulesButton').click();
    await page.getByText('0 installed, 2 updated, 0 unchanged').first().waitFor();
    const sent = asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    expect(sent).toEqual(
      ready.map(
        ({ rule_id: id }) => expect.objectContaining({ rule_id: id, enabled: true }) as unknown
      )
    );
    await page.context().close();
  });

  it('tells on the first page, too, that rules waited and have their data now, and only who may change that', async () => {
    const [rule] = entries.filter(({ enabled }) => enabled);
    const { compiled } = rule ?? never();
    const stored = { ...offered(compiled, ['Process starts']), id: 'i', revision: 0 };
    const answers = answersWith({
      'GET /api/detection_engine/rules/_find': { body: { total: 1, data: [stored] } },
      'GET /internal/vishing/rules/compiled': { body: { rules: [offered(compiled, [])] } },
    });
    const { page } = await harness.open({ path: '/', answers });
    await page.getByText('One rule is switched off although').first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByText('Open the Rules page to switch on').first().click();
    await page.waitForURL(/\/rules/);
    await page.context().close();
    const reader = await harness.open({ path: '/', answers, capabilities: { show: true } });
    await subject(reader.page, 'suspiciousCallsPage').waitFor();
    await reader.page.waitForTimeout(500);
    expect(await subject(reader.page, 'readyRulesNotice').count()).toBe(0);
    await reader.page.context().close();
  });

  it('offers nobody to switch on rules whose data is still missing', async () => {
    const [rule] = entries.filter(({ name }) => name.includes('Quick Assist'));
    const stored = {
      ...offered(rule?.compiled ?? never(), ['Quick Assist']),
      id: 'i',
      revision: 0,
    };
    const { page } = await open({
      ...RULES,
      'GET /api/detection_engine/rules/_find': { body: { total: 1, data: [stored] } },
      'GET /internal/vishing/coverage': { body: coverageWith(() => 'missing') },
    });
    await subject(page, 'ruleState-waiting').waitFor();
    expect(await subject(page, 'readyRules').count()).toBe(0);
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

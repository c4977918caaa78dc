import type { Page } from 'playwright-core';
import { answersWith } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { CHANGE, detailsOf, RULE_ID } from './support/rules_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const RULE_PATH = `/rules/${RULE_ID}`;
const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const open = (answers: Answers, options: Partial<OpenOptions> = {}) =>
  harness.open({ path: RULE_PATH, answers, ...options });

const tuned = detailsOf({ time_window: '45m' }, [CHANGE]);
const queryOf = (rule: Readonly<Record<string, unknown>>): string => String(rule.query);

describe('a rule that was edited in Kibana', () => {
  const installed = { ...detailsOf({}).compiled, id: 'i9', revision: 0 };
  const shipped = queryOf(installed);
  const theirs = { ...installed, query: shipped.replace('<= 1800', '<= 2700') };
  const EDITS = `POST /internal/vishing/rules/${RULE_ID}/edits`;
  const EDITED: Answers = answersWith({
    [`GET /internal/vishing/rules/${RULE_ID}`]: { body: detailsOf({}) },
    [`PUT /internal/vishing/rules/${RULE_ID}/tuning`]: { body: tuned },
    'PUT /api/detection_engine/rules': { body: installed },
    'GET /api/detection_engine/rules/_find': { body: { total: 1, data: [theirs] } },
    [EDITS]: {
      body: { tuning: { values: { time_window: '45m' }, settings: {} }, understood: true },
    },
  });

  it('is shown beside the shipped one, and taken over with its values', async () => {
    const { page, asked } = await open(EDITED);
    expect(await subject(page, 'ruleInKibanaLink').getAttribute('href')).toBe(
      '/app/security/rules/id/i9'
    );
    await subject(page, 'compareButton').click();
    await page.getByText('Time window: as shipped → 45m').first().waitFor();
    expect(await subject(page, 'difference-query').innerText()).toMatch(
      /- .*<= 2700[\s\S]*\+ .*<= 1800/
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    await subject(page, 'takeValuesButton').click();
    await page.getByText('The shipped rule is in place again').first().waitFor();
    const saved = asked.find(({ method, path }) => method === 'PUT' && path.endsWith('/tuning'));
    expect(saved?.body).toMatchObject({ values: { time_window: '45m' }, token: 'token' });
    const applied = asked.find(({ path, method }) => method === 'PUT' && path.startsWith('/api/'));
    expect(applied?.body).toMatchObject({ query: queryOf(tuned.compiled) });
    await page.context().close();
  });

  it('is replaced by the shipped one, or kept', async () => {
    const { page, asked } = await open(EDITED);
    await subject(page, 'compareButton').click();
    await subject(page, 'keepTheirsButton').click();
    await subject(page, 'keepTheirsButton').waitFor({ state: 'detached' });
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    await subject(page, 'compareButton').click();
    await subject(page, 'takeOursButton').click();
    await page.getByText('The shipped rule is in place again').first().waitFor();
    const put = asked.filter(({ method }) => method === 'PUT');
    expect(put.map(({ path }) => path)).toEqual(['/api/detection_engine/rules']);
    expect(put[0]?.body).toMatchObject({ query: shipped });
    await page.context().close();
  });

  it('tells a reader what differs, and offers nothing', async () => {
    const { page } = await open(EDITED, { capabilities: { show: true } });
    await subject(page, 'compareButton').click();
    await subject(page, 'difference-query').waitFor();
    expect(await page.locator('[data-test-subj="takeOursButton"]').count()).toBe(0);
    await page.context().close();
  });

  it('says when the edit is more than values', async () => {
    const answers = {
      ...EDITED,
      [EDITS]: { body: { tuning: { values: {}, settings: {} }, understood: false } },
    };
    const { page } = await open(answers);
    await subject(page, 'compareButton').click();
    await page.getByText('The edit changes more of the query').first().waitFor();
    expect(await page.locator('[data-test-subj="takeValuesButton"]').count()).toBe(0);
    await page.context().close();
  });
});

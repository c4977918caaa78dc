import type { Page } from 'playwright-core';
import type { RuleDetails } from '../../common/api/rules';
import type { RuleException } from '../../common/model/exception';
import { answersWith, CALL_PATH, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { detailsOf, RULE_ID, shippedEntries } from './support/rules_scenario';
import { buildCallResponse, buildTimeline } from './support/scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

const exceptionOf = (nth: number, days: number): RuleException => ({
  id: `3d9c4f0e-7d7c-4a44-9b1c-0d5f5a6f7b1${nth}`,
  kind: 'number_person',
  values: ['+12025550142', 'p1'],
  labels: ['+1 202-555-0142', 'Ana Diaz'],
  expires: inDays(days),
  reason: `Supplier ${nth}`,
  created: '2025-01-01T09:00:00.000Z',
  created_by: 'engineer',
});

const withExceptions = (exceptions: RuleException[]): RuleDetails => ({
  ...detailsOf({}),
  exceptions,
});
const THREE = [exceptionOf(1, 3), exceptionOf(2, 60), exceptionOf(3, -1)];
const installed = { ...detailsOf({}).compiled, id: 'i9', revision: 0 };
const PATH = `/internal/vishing/rules/${RULE_ID}`;

const call = buildCallResponse();
const onRule = {
  ...call,
  why: [
    {
      rule_id: RULE_ID,
      rule_name: 'External call, then a remote access tool started',
      conditions: [
        { label: 'Tool', value: 'AnyDesk.exe' },
        { label: 'Computer', value: 'ws-114' },
      ],
      guide: '',
    },
  ],
};

const ANSWERS: Answers = answersWith({
  'GET /internal/vishing/calls/': ({ path }) => ({
    body: path.endsWith('/timeline') ? buildTimeline([]) : onRule,
  }),
  [`GET ${PATH}`]: { body: withExceptions(THREE) },
  [`POST ${PATH}/exceptions`]: {
    body: { ...detailsOf({ time_window: '45m' }), exceptions: THREE },
  },
  [`DELETE ${PATH}/exceptions`]: { body: withExceptions([]) },
  'GET /api/detection_engine/rules/_find': { body: { total: 1, data: [installed] } },
  'PUT /api/detection_engine/rules': { body: installed },
});

const open = (path: string, options: Partial<OpenOptions> = {}) =>
  harness.open({ path, answers: ANSWERS, ...options });
const TAB = `/rules/${RULE_ID}?tab=exceptions`;

describe('an exception from the call page', () => {
  it('is made with two clicks and a reason, by keyboard, and the rule in Kibana follows', async () => {
    const { page, asked, errors } = await open(CALL_PATH);
    await subject(page, 'exceptionButton').focus();
    await page.keyboard.press('Enter');
    await subject(page, 'exceptionModal').waitFor();
    await subject(page, 'exceptionReason').focus();
    await page.keyboard.type('Our supplier');
    await page.getByRole('button', { name: 'Make exception' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The exception was made').first().waitFor();
    const made = asked.find(({ path, method }) => method === 'POST' && path.endsWith('exceptions'));
    const body = made?.body as RuleException;
    expect(body).toMatchObject({
      kind: 'number_person',
      values: ['+12025550142', onRule.call.vishing.person?.id],
      reason: 'Our supplier',
    });
    const days = (Date.parse(body.expires) - Date.now()) / DAY_MS;
    expect(Math.round(days)).toBe(30);
    expect(asked.some(({ method, path }) => method === 'PUT' && path.endsWith('/rules'))).toBe(
      true
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('offers the pairs that the call knows, and asks for a reason', async () => {
    const { page, asked } = await open(CALL_PATH);
    await subject(page, 'exceptionButton').click();
    for (const kind of ['number_person', 'person_host', 'tool_team'])
      await subject(page, `exceptionPair-${kind}`).waitFor();
    await page.getByText('This program in this team: AnyDesk.exe and Finance').click();
    await page.getByRole('button', { name: 'Make exception' }).click();
    await page.getByText('A reason is needed').first().waitFor();
    expect(asked.some(({ path }) => path.endsWith('/exceptions'))).toBe(false);
    await page.context().close();
  });

  it('stays open and says why when it could not be saved', async () => {
    const { page } = await open(CALL_PATH, {
      answers: { ...ANSWERS, [`POST ${PATH}/exceptions`]: failure(400, 'Too many exceptions.') },
    });
    await subject(page, 'exceptionButton').click();
    await subject(page, 'exceptionReason').fill('x');
    await page.getByRole('button', { name: 'Make exception' }).click();
    await page.getByText('Too many exceptions.').first().waitFor();
    await subject(page, 'exceptionModal').waitFor();
    await page.context().close();
  });

  it('is not offered to readers', async () => {
    const { page } = await open(CALL_PATH, { capabilities: { show: true } });
    await subject(page, 'callActions').waitFor();
    expect(await subject(page, 'exceptionButton').count()).toBe(0);
    await page.context().close();
  });
});

describe('the exceptions of a rule', () => {
  it('are listed with their state, announced when they end soon, and removed', async () => {
    const { page, asked } = await open(TAB);
    await subject(page, 'exceptionsTable').waitFor();
    for (const state of ['active', 'ends_soon', 'expired'])
      expect(await page.locator(`[data-test-subj="exceptionState-${state}"]`).count()).toBe(1);
    expect(await subject(page, 'exceptionsEndSoon').innerText()).toContain(
      '1 exception of this rule ends within 7 days'
    );
    await subject(page, `removeException-${THREE[0]?.id}`).click();
    await page.getByText('The exception was removed').first().waitFor();
    const removed = asked.find(({ method }) => method === 'DELETE');
    expect(removed?.path).toBe(`${PATH}/exceptions/${THREE[0]?.id}`);
    await page.context().close();
  });

  it('are shown to readers, who remove nothing', async () => {
    const { page } = await open(TAB, { capabilities: { show: true } });
    await subject(page, 'exceptionsTable').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(3);
    expect(await page.locator('tbody button').count()).toBe(0);
    await page.context().close();
  });

  it('are announced on the list of rules when they end soon or ended lately, with the way to them', async () => {
    const [first, ...others] = shippedEntries();
    if (!first) throw new Error('The plugin ships no rules.');
    const ends = [3, 60, -1, -30].map(inDays);
    const rules = [
      { ...first, exception_ends: ends },
      ...others.map((entry) =>
        entry.rule_id === RULE_ID ? { ...entry, exception_ends: [inDays(-2), inDays(-3)] } : entry
      ),
    ];
    const answers = { ...ANSWERS, 'GET /internal/vishing/rules': { body: { rules } } };
    const { page } = await open('/rules', { answers, capabilities: { show: true } });
    const news = subject(page, 'exceptionNews');
    await news.waitFor();
    expect(await news.locator('li').allInnerTexts()).toEqual([
      `${first.name}: 1 ends within 7 days; 1 ended in the last 7 days, and the rule alerts again`,
      `${detailsOf({}).name}: 2 ended in the last 7 days, and the rule alerts again`,
    ]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await news.getByRole('link').last().focus();
    await page.keyboard.press('Enter');
    await subject(page, 'exceptionsTable').waitFor();
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('are accessible in the %s theme', async (theme) => {
    const { page } = await open(TAB, { theme });
    await subject(page, 'exceptionsTable').waitFor();
    await page.waitForTimeout(400);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
    const opened = await open(CALL_PATH, { theme });
    await subject(opened.page, 'exceptionButton').click();
    await subject(opened.page, 'exceptionModal').waitFor();
    await opened.page.waitForTimeout(600);
    expect(await accessibilityViolations(opened.page)).toEqual([]);
    await opened.page.context().close();
  });
});

import type { Page } from 'playwright-core';
import type { WhyAnswer } from '../../common/api/why';
import { buildCondition, buildWhyAnswer } from '../builders/why';
import { answersWith, CALL_PATH, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { eventually } from './support/eventually';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { detailsOf, RULE_ID, shippedEntries } from './support/rules_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const ASK = `POST /internal/vishing/rules/${RULE_ID}/why`;
const { call } = buildWhyAnswer();

const answersOf = (answer: WhyAnswer): Answers =>
  answersWith({
    [`GET /internal/vishing/rules/${RULE_ID}`]: { body: detailsOf({}) },
    'GET /internal/vishing/rules': { body: { rules: shippedEntries() } },
    'GET /internal/vishing/why/calls': { body: { calls: [call], total: 41 } },
    [ASK]: { body: answer },
  });

const open = (answer: WhyAnswer, search = '', options: Partial<OpenOptions> = {}) =>
  harness.open({
    path: `/rules/${RULE_ID}?tab=why${search}`,
    answers: answersOf(answer),
    ...options,
  });

const CHOSEN = `&call=${call.call_id}`;

describe('why a call did not alert', () => {
  it('finds a call by a part of its number and explains it, by keyboard', async () => {
    const { page, asked, errors } = await open(buildWhyAnswer());
    await subject(page, 'foundCalls').waitFor();
    await page.getByText('The newest 1 of 41 calls are shown.').first().waitFor();
    await subject(page, 'searchField').fill('0142');
    const searches = () => asked.filter(({ path }) => path.endsWith('/why/calls'));
    await eventually(() => searches().at(-1)?.query.get('search'), '0142');
    await subject(page, `explainCall-${call.call_id}`).focus();
    await page.keyboard.press('Enter');
    await subject(page, 'whyAnswer').waitFor();
    expect(page.url()).toContain('call=call-0001');
    await page.goBack();
    await subject(page, 'foundCalls').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('names what the nearest event misses, with the parameter that decides it', async () => {
    const { page } = await open(buildWhyAnswer(), CHOSEN);
    await subject(page, 'whyOutcome-missed').waitFor();
    expect(await subject(page, 'whyMissing').innerText()).toBe(
      'Time since the call began: 41 min; at most 30 min Time window'
    );
    expect(await page.locator('[data-test-subj="condition-met"]').count()).toBe(1);
    expect(await page.locator('[data-test-subj="condition-notMet"]').count()).toBe(1);
    expect(await subject(page, 'parameterLink-time_window').getAttribute('href')).toContain(
      `/rules/${RULE_ID}`
    );
    await subject(page, 'whyEvent').selectOption('1');
    expect(await subject(page, 'whyOutcome-missed').innerText()).toContain(
      '2 conditions were not met'
    );
    await page.context().close();
  });

  it('asks with the values of the form, before they are saved', async () => {
    const { page, asked } = await open(buildWhyAnswer(), CHOSEN);
    await subject(page, 'whyAnswer').waitFor();
    await subject(page, 'ruleTab-parameters').click();
    await subject(page, 'parameter-time_window').fill('45m');
    await page.goBack();
    await subject(page, 'whyAnswer').waitFor();
    await eventually(() => asked.filter(({ path }) => path.includes('/why/')).at(-1)?.body, {
      values: { time_window: '45m' },
    });
    await page.context().close();
  });

  const source: NonNullable<WhyAnswer['source']> = {
    indices: ['logs-endpoint.events.process-*'],
    from: '2025-01-01T10:03:00.000Z',
    to: '2025-01-01T18:03:00.000Z',
    of_person: 12,
    of_hosts: 312,
    of_anybody: 4000,
  };

  it.each([
    ['quiet', source, 'From the computers of the person there were 312 events.'],
    ['blind', { ...source, of_person: 0, of_hosts: 0, of_anybody: 0 }, 'nothing arrived'],
    ['blindHere', { ...source, of_person: 0, of_hosts: 0 }, '4,000 events arrived for others'],
  ])('says when no such event was there whether the source is %s', async (kind, found, text) => {
    const answer = buildWhyAnswer({
      ...{ outcome: 'no_event', candidates: [], source: found },
      call_conditions: [buildCondition()],
    });
    const { page } = await open(answer, CHOSEN);
    expect(await subject(page, `whySource-${kind}`).innerText()).toContain(text);
    expect(await subject(page, 'whyOutcome-no_event').innerText()).toContain(
      'No such event was there: Remote access tool started'
    );
    await page.context().close();
  });

  it('says how far a count got, and who else had such an event', async () => {
    const answer = buildWhyAnswer({
      outcome: 'no_event',
      candidates: [],
      source: { ...source, others: { count: 1, accounts: ['bob'] } },
      counts: [
        {
          ...{ rule_id: 'b151c5d3-cd11-4ffa-a94e-ff63b2b804fd', rule_name: 'Mail flood' },
          ...{ value: 'ana@example.com', window_seconds: 10_800, counted: 40, needed: 50 },
          different: { field: 'email.from.address', counted: 40, needed: 30 },
          ...{ parameters: ['mails'], truncated: false, of_anybody: 9000 },
        },
      ],
    });
    const { page } = await open(answer, CHOSEN);
    const counts = await subject(page, 'whyCounts').innerText();
    expect(counts).toContain('40 in 3 h');
    expect(counts).toContain('at least 50');
    expect(await subject(page, 'whyOthers').innerText()).toContain('bob');
    await page.context().close();
  });

  it.each(['alerted', 'other_call', 'would_alert', 'too_old', 'no_person'] as const)(
    'has a sentence for the outcome %s',
    async (outcome) => {
      const { page, errors } = await open(buildWhyAnswer({ outcome }), CHOSEN);
      await subject(page, `whyOutcome-${outcome}`).waitFor();
      expect(errors).toEqual([]);
      await page.context().close();
    }
  );

  it('says what failed and offers to try again', async () => {
    const { page } = await open(buildWhyAnswer(), CHOSEN, {
      answers: { ...answersOf(buildWhyAnswer()), [ASK]: failure(503, 'No answer came.') },
    });
    await page.getByText('No answer came.').first().waitFor();
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
    const { page } = await open(buildWhyAnswer(), CHOSEN, { theme });
    await subject(page, 'whyAnswer').waitFor();
    await page.waitForTimeout(400);
    expect(await accessibilityViolations(page)).toEqual([]);
    await subject(page, 'otherCallButton').click();
    await subject(page, 'foundCalls').waitFor();
    await page.waitForTimeout(400);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });
});

it('explains any rule on the call page, and asks for the rules only when opened', async () => {
  const { page, asked } = await harness.open({
    path: CALL_PATH,
    answers: answersOf(buildWhyAnswer()),
  });
  await subject(page, 'whyNot').waitFor();
  expect(asked.some(({ path }) => path === '/internal/vishing/rules')).toBe(false);
  await page.getByRole('button', { name: 'Why did a rule alert, or not?' }).click();
  await subject(page, 'whyNotRule').selectOption(RULE_ID);
  await subject(page, 'whyOutcome-missed').waitFor();
  expect(page.url()).toContain(`why=${RULE_ID}`);
  await page.waitForTimeout(400);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.context().close();
});

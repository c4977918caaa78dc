import type { Page } from 'playwright-core';
import type { BacktestAlert, BacktestGround } from '../../common/api/backtest';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type AskedFor, type Harness } from './support/harness';
import { detailsOf, RULE_ID } from './support/rules_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const RULE = `/internal/vishing/rules/${RULE_ID}`;
const PATH = `/rules/${RULE_ID}?tab=backtest`;
const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();

interface Body {
  readonly from: string;
  readonly to: string;
  readonly values: Readonly<Record<string, string>>;
  readonly memory: string;
}
const bodyOf = ({ body }: AskedFor): Body => body as Body;

const alert = (id: string, original_time: string): BacktestAlert => ({
  ...{ id, original_time, call_id: `call000${id}`, number: '+12025550142', host: 'ws-114' },
  ...{ person: { id: 'ana.diaz', full_name: 'Ana Diaz' }, address: 'adiaz', gap_seconds: 252 },
});

/** One alert a part with the shipped values; with a longer window one more, with a shorter one another. */
const partOf = (request: AskedFor) => {
  const { from, values } = bodyOf(request);
  const own = alert(`${from.slice(8, 10)}a`, from);
  const alerts =
    values.time_window === '1h'
      ? [own, alert(`${from.slice(8, 10)}b`, from)]
      : values.time_window === '10m'
        ? []
        : [own];
  return { body: { alerts, truncated: false, rates: { events: 20, calls: 10 } } };
};

const GROUND: BacktestGround = {
  oldest_call: '2020-01-01T00:00:00.000Z',
  ...{ silent: [], late: [], missing_data: [] },
  ...{ confirmed_call_ids: ['callunknown', 'callother'], callers: 10, days: 5 },
};

const answers = (overrides: Answers = {}): Answers =>
  answersWith({
    [`GET ${RULE}`]: { body: detailsOf({}) },
    [`POST ${RULE}/backtest`]: partOf,
    [`POST ${RULE}/backtest/ground`]: { body: GROUND },
    ...overrides,
  });

const open = (overrides: Answers = {}, theme: 'light' | 'dark' = 'light') =>
  harness.open({ path: PATH, answers: answers(overrides), theme });

const runIt = async (page: Page): Promise<void> => {
  await subject(page, 'runBacktestButton').click();
  await page
    .getByText(/^(\d+) of \1 parts of the range/)
    .first()
    .waitFor();
};

const tryWindow = async (page: Page, window: string): Promise<void> => {
  await subject(page, 'ruleTab-parameters').click();
  await subject(page, 'parameter-time_window').fill(window);
  await subject(page, 'ruleTab-backtest').click();
};

describe('the back-test of a rule', () => {
  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
    const { page, errors } = await open({}, theme);
    await tryWindow(page, '1h');
    await runIt(page);
    await subject(page, 'sweepButton').click();
    await subject(page, 'sweepTable').waitFor();
    await page.waitForTimeout(500);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('asks part by part, newest first, and shows alerts, callers, people and computers', async () => {
    const { page, asked } = await open();
    await runIt(page);
    const parts = asked.filter(({ path }) => path.endsWith('/backtest')).map(bodyOf);
    expect(parts.length).toBe(8);
    expect(parts.map(({ to }) => to)).toEqual([...parts.map(({ to }) => to)].sort().reverse());
    expect(await subject(page, 'backtestCount').innerText()).toMatch(
      /^8 alerts with these values.* These are the values in force\./
    );
    expect(await subject(page, 'section-backtestCallers').innerText()).toMatch(/\+12025550142 8/);
    expect(await subject(page, 'section-backtestPeople').innerText()).toMatch(/Ana Diaz 8/);
    expect(await subject(page, 'section-backtestHosts').innerText()).toMatch(/ws-114 8/);
    expect(await subject(page, 'backtestCallLink').getAttribute('href')).toMatch(
      /\/calls\/call000/
    );
    await page.context().close();
  });

  it('says which alerts come and stay against the values in force, and shows only those', async () => {
    const { page } = await open();
    await tryWindow(page, '1h');
    await runIt(page);
    expect(await subject(page, 'backtestCount').innerText()).toContain('8 come, 0 go, 8 stay');
    await subject(page, 'backtestFilter-comes').click();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-test-subj="backtestTable"] tbody tr').length === 8
    );
    await page.context().close();
  });

  it('says how many alerts chance alone would make, and what it is measured by', async () => {
    const { page } = await open();
    await runIt(page);
    // 80 calls of 10 people on 5 days are 1.6 a day; 160 events, and 30 minutes of 480.
    expect(await subject(page, 'chanceLabel').innerText()).toMatch(/^About 15 .* 9\.5 %/);
    await page.context().close();
  });

  it('asks only for what is new when a value is changed and tried again', async () => {
    const { page, asked } = await open();
    await runIt(page);
    const before = asked.filter(({ path }) => path.endsWith('/backtest')).length;
    await tryWindow(page, '10m');
    await runIt(page);
    const fresh = asked.filter(({ path }) => path.endsWith('/backtest')).slice(before);
    // The part that ends now may have moved on.
    expect(fresh.filter((each) => !bodyOf(each).values.time_window).length).toBeLessThanOrEqual(1);
    expect(fresh.filter((each) => bodyOf(each).values.time_window === '10m')).toHaveLength(8);
    expect(await subject(page, 'backtestCount').innerText()).toContain('0 come, 8 go, 0 stay');
    await page.context().close();
  });

  it('lets the server remember for the page, until everything is to be read again', async () => {
    const { page, asked } = await open();
    const memories = () => [
      ...new Set(
        asked.filter(({ path }) => path.endsWith('/backtest')).map((each) => bodyOf(each).memory)
      ),
    ];
    await runIt(page);
    await tryWindow(page, '10m');
    await runIt(page);
    expect(memories()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/backtest')),
      page.getByRole('button', { name: 'Refresh' }).click(),
    ]);
    expect(memories()).toHaveLength(2);
    await page.context().close();
  });

  it('stops when it is cancelled, and says of which part the numbers are', async () => {
    let count = 0;
    const slow = (request: AskedFor) => ({
      ...partOf(request),
      delayMs: (count += 1) > 2 ? 3000 : 0,
    });
    const { page } = await open({ [`POST ${RULE}/backtest`]: slow });
    await subject(page, 'runBacktestButton').click();
    await page
      .getByText(/^2 of 8 parts/)
      .first()
      .waitFor();
    await subject(page, 'cancelBacktestButton').click();
    await page.getByText('Cancelled: the numbers below are of 2 of 8 parts').first().waitFor();
    expect(await subject(page, 'backtestCount').innerText()).toMatch(/^2 alerts/);
    await page.context().close();
  });

  it('says what makes the numbers incomplete', async () => {
    const ground: BacktestGround = {
      ...GROUND,
      oldest_call: new Date().toISOString(),
      silent: [{ source: 'asterisk_cdr', site: 'berlin', hours: 7 }],
      late: [{ source: 'ms_teams', site: 'default', seconds: 5400 }],
      missing_data: ['Process events'],
    };
    const { page } = await open({ [`POST ${RULE}/backtest/ground`]: { body: ground } });
    await runIt(page);
    const text = await subject(page, 'backtestIncomplete').innerText();
    expect(text).toContain('The oldest call that is kept is of');
    expect(text).toContain('asterisk_cdr (berlin) has sent nothing for 7 hours.');
    expect(text).toContain('95 % within 1 h 30 min');
    expect(text).toContain('No data of "Process events" in this range.');
    await page.context().close();
  });

  it('keeps what it has when a part fails, and goes on from there', async () => {
    let count = 0;
    const failing = (request: AskedFor) =>
      (count += 1) === 3 ? failure(503, 'Elasticsearch did not answer.') : partOf(request);
    const { page, asked } = await open({ [`POST ${RULE}/backtest`]: failing });
    await subject(page, 'runBacktestButton').click();
    await subject(page, 'backtestFailed').waitFor();
    expect(await subject(page, 'backtestFailed').innerText()).toContain('did not answer');
    // Another part may have been under way.
    expect(await subject(page, 'backtestCount').innerText()).toMatch(/^[23] alerts/);
    await runIt(page);
    expect(asked.filter(({ path }) => path.endsWith('/backtest')).length).toBeLessThanOrEqual(10);
    await page.context().close();
  });

  it('draws alerts against confirmed calls for many values of one parameter, by keyboard', async () => {
    const confirmed = { ...GROUND, confirmed_call_ids: ['call00001a', 'call00002a', 'call00003a'] };
    const { page } = await open({ [`POST ${RULE}/backtest/ground`]: { body: confirmed } });
    await subject(page, 'runBacktestButton').focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(/^8 of 8 parts/)
      .first()
      .waitFor();
    await subject(page, 'sweepParameter').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await subject(page, 'sweepCurve').waitFor();
    await page.getByText('30m (these values)').first().waitFor();
    await page.context().close();
  });

  it('keeps the range in the address from tab to tab, and refuses one that is too long', async () => {
    const path = `${PATH}&from=now-91d`;
    const { page } = await harness.open({ path, answers: answers() });
    await subject(page, 'backtestTooLong').waitFor();
    expect(await subject(page, 'runBacktestButton').isDisabled()).toBe(true);
    await tryWindow(page, '1h');
    await subject(page, 'backtestTooLong').waitFor();
    await page.context().close();
  });

  it('does not run with a wrong value', async () => {
    const { page } = await open();
    await tryWindow(page, '9h');
    await subject(page, 'backtestInvalid').waitFor();
    expect(await subject(page, 'runBacktestButton').isDisabled()).toBe(true);
    await page.context().close();
  });
});

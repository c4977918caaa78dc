import type { Page } from 'playwright-core';
import { answersWith, failure } from './support/answers';
import { eventually } from './support/eventually';
import { startHarness, type AskedFor, type Harness } from './support/harness';
import { buildList, buildRows } from './support/scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const open = async (path = '/', answers = answersWith()) => {
  const opened = await harness.open({ path, answers });
  await opened.page.locator('[data-test-subj="callsTable"]').waitFor();
  return opened;
};
/** More calls than one page holds: the table goes back to its last page otherwise. */
const manyCalls = answersWith({
  'GET /internal/vishing/suspicious_calls': { body: buildList(buildRows(25), { total: 1000 }) },
});
const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const search = (page: Page): string => new URL(page.url()).search;
const lastListRequest = (asked: readonly AskedFor[]): URLSearchParams => {
  const request = asked.filter(({ path }) => path.endsWith('/suspicious_calls')).at(-1);
  if (!request) throw new Error('The list was not asked for');
  return request.query;
};
const statusChanges = (asked: readonly AskedFor[]): unknown[] =>
  asked.filter(({ path }) => path.endsWith('/signals/status')).map(({ body }) => body);

describe('the list of suspicious calls', () => {
  it('says how much was checked and how fresh it is', async () => {
    const { page } = await open();
    const text = await subject(page, 'statsLine').innerText();
    expect(text.replaceAll('\n', ' ')).toContain('14 open');
    expect(text).toContain('12,304 calls checked, last call record 2 min ago');
    await page.context().close();
  });

  it('keeps a filter in the address, asks the server for it, and gives it back on the way back', async () => {
    const { page, asked } = await open();
    await subject(page, 'filterButton-severity').click();
    await page.getByRole('option', { name: 'Critical' }).click();
    await page.waitForURL(/severity=critical/);
    const severity = () => [search(page), lastListRequest(asked).get('severity')];
    await eventually(severity, ['?severity=critical', 'critical']);
    await page.goBack();
    await eventually(severity, ['', null]);
    await page.context().close();
  });

  it('loads the state of a link, whatever is in it', async () => {
    const { page, asked } = await open(
      '/?q=ana&status=closed&sort=started&order=asc&page=2&size=50&from=now-7d',
      manyCalls
    );
    const query = lastListRequest(asked);
    const wanted = ['search', 'status', 'sort', 'order', 'page', 'per_page'];
    expect(wanted.map((key) => query.get(key))).toEqual([
      'ana',
      'closed',
      'started',
      'asc',
      '2',
      '50',
    ]);
    const days =
      (Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')) / 86_400_000;
    expect(days).toBeCloseTo(7, 1);
    await page.context().close();
  });

  it('searches while one types, without a request for every key', async () => {
    const { page, asked } = await open();
    const lists = (): number =>
      asked.filter(({ path }) => path.endsWith('/suspicious_calls')).length;
    const before = lists();
    await subject(page, 'searchField').pressSequentially('ana diaz', { delay: 20 });
    await page.waitForURL(/q=ana\+diaz/);
    await eventually(() => lastListRequest(asked).get('search'), 'ana diaz');
    expect(lists() - before).toBeLessThanOrEqual(2);
    await page.context().close();
  });

  it('sorts by a column and begins at the first page again', async () => {
    const { page, asked } = await open('/?page=3', manyCalls);
    await page.getByRole('button', { name: 'Person', exact: true }).click();
    await page.waitForURL(/sort=person/);
    const sortAndPage = () =>
      ['sort', 'page'].map((parameter) => lastListRequest(asked).get(parameter));
    await eventually(sortAndPage, ['person', '0']);
    await page.context().close();
  });

  it('moves with j and k, opens with Enter, and finds the same list on the way back', async () => {
    const { page } = await open('/?severity=critical');
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    await page.waitForURL(/row=call-00001/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/calls\/call-00001$/);
    await subject(page, 'backLink').click();
    await page.waitForURL(/\/vishing\/?\?severity=critical&row=call-00001/);
    await page.context().close();
  });

  it('acknowledges the current call with a, and loads again', async () => {
    const { page, asked } = await open();
    await page.keyboard.press('j');
    await page.waitForURL(/row=/);
    await page.keyboard.press('a');
    await page.getByText('Call acknowledged').first().waitFor();
    expect(statusChanges(asked)).toEqual([{ signal_ids: ['alert-0-0'], status: 'acknowledged' }]);
    await page.context().close();
  });

  it('does nothing on keys while someone types', async () => {
    const { page } = await open();
    await subject(page, 'searchField').press('j');
    expect(search(page)).not.toContain('row=');
    await page.context().close();
  });

  it('closes several calls at once with a reason', async () => {
    const { page, asked } = await open();
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('checkbox').nth(2).check();
    await subject(page, 'bulkCloseButton').click();
    await page.getByRole('radio', { name: /False positive/ }).click();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText('2 calls closed').first().waitFor();
    expect(statusChanges(asked)).toEqual([
      {
        signal_ids: ['alert-0-0', 'alert-1-0', 'alert-1-1'],
        status: 'closed',
        reason: 'false_positive',
      },
    ]);
    await page.context().close();
  });

  it('says why a status could not be changed', async () => {
    const answers = answersWith({
      'POST /api/detection_engine/signals/status': failure(403, 'You may not write alerts.'),
    });
    const { page } = await open('/', answers);
    await page.keyboard.press('j');
    await page.waitForURL(/row=/);
    await page.keyboard.press('a');
    await page
      .getByText(/The status was not changed.*You may not write alerts/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('opens a row into its reasons and its small timeline', async () => {
    const { page } = await open();
    await subject(page, 'expandButton-call-00001').click();
    await page.waitForURL(/expanded=call-00001/);
    await page.getByRole('img', { name: /What happened around the call/ }).waitFor();
    await page.context().close();
  });

  it('links to calls with real links', async () => {
    const { page } = await open();
    const href = await subject(page, 'callLink-call-00002').getAttribute('href');
    expect(href).toBe('/app/vishing/calls/call-00002');
    await page.context().close();
  });

  it('saves the page as CSV', async () => {
    const { page } = await open();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      subject(page, 'exportButton').click(),
    ]);
    expect(download.suggestedFilename()).toBe('suspicious_calls.csv');
    await page.context().close();
  });

  it('says that counts are lower bounds when not all alerts were read', async () => {
    const answers = answersWith({
      'GET /internal/vishing/suspicious_calls': {
        body: buildList(buildRows(25), { truncated: true, total: 10_000 }),
      },
    });
    const { page } = await open('/', answers);
    expect(await subject(page, 'statsLine').innerText()).toContain('at least 14');
    await page.context().close();
  });
});

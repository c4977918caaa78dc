import type { Page } from 'playwright-core';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { eventually } from './support/eventually';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { buildUnseenNumber, NUMBER_PATH, subjectAnswers } from './support/subjects';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const answers = (parts = {}): Answers => ({ ...answersWith(), ...subjectAnswers(parts) });
const open = async (search = '', options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({
    path: NUMBER_PATH + search,
    answers: answers(),
    ...options,
  });
  await subject(opened.page, 'numberTitle').waitFor();
  return opened;
};
const WATCHLIST = 'POST /internal/vishing/watchlist';
const ROUTE = 'GET /internal/vishing/numbers/';

describe('the page of a number', () => {
  it('says who it is, the verdict and why', async () => {
    const { page } = await open();
    expect(await subject(page, 'numberTitle').innerText()).toBe('+1 202 555 0142');
    expect(await page.title()).toContain('+1 202 555 0142');
    const verdict = await subject(page, 'section-verdict').innerText();
    expect(verdict).toContain('Said to be the help desk');
    expect(verdict).toContain('by ana');
    expect(await subject(page, 'entry-overruled').innerText()).toContain('Range +1202…');
    const facts = await subject(page, 'facts-number').innerText();
    for (const text of ['United States', 'VoIP', '+1202555…', '212', 'Help Desk (9 calls)'])
      expect(facts).toContain(text);
    await page.context().close();
  });

  it('asks all parts for the same time, in the reader’s zone', async () => {
    const { page, asked } = await open(
      '?from=2025-01-01T00:00:00.000Z&to=2025-01-31T00:00:00.000Z',
      {
        zone: 'Asia/Kolkata',
      }
    );
    await subject(page, 'peopleTable').waitFor();
    const queries = asked.filter(({ path }) => path.includes('/numbers/'));
    expect(queries.map(({ path }) => decodeURIComponent(path))).toContain(
      '/internal/vishing/numbers/+12025550142'
    );
    expect(queries.find(({ query }) => query.has('zone'))?.query.get('zone')).toBe('Asia/Kolkata');
    const times = queries.flatMap(({ query }) => query.get('from') ?? []);
    expect([...new Set(times)]).toEqual(['2025-01-01T00:00:00.000Z']);
    await page.context().close();
  });

  it('links people and calls, and pages and sorts on the server', async () => {
    const { page, asked } = await open();
    await subject(page, 'peopleTable').waitFor();
    expect(
      await page.locator('[data-test-subj="personLink-person.0@example.com"]').getAttribute('href')
    ).toBe('/app/vishing/people/person.0%40example.com');
    expect(await subject(page, 'callLink-call-reached-1').getAttribute('href')).toBe(
      '/app/vishing/calls/call-reached-1'
    );
    const table = subject(page, 'section-people');
    await table.locator('[data-test-subj="pagination-button-next"]').click();
    await page.waitForURL(/peoplePage=1/);
    await table.getByRole('button', { name: /Calls/ }).click();
    await page.waitForURL(/sort=calls/);
    expect(page.url()).not.toContain('peoplePage');
    const lists = () => asked.filter(({ path }) => path.endsWith('/people'));
    const sortAndPage = () =>
      ['sort', 'page'].map((parameter) => lists().at(-1)?.query.get(parameter));
    await eventually(sortAndPage, ['calls', '0']);
    await page.context().close();
  });

  it('goes from a neighbour to its page and back', async () => {
    const { page, asked } = await open();
    const link = subject(page, 'numberLink-+12025550103');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/numbers\/\+12025550103$/);
    await eventually(
      () => asked.some(({ path }) => decodeURIComponent(path).endsWith('/+12025550103')),
      true
    );
    await page.goBack();
    await page.waitForURL(/\/numbers\/\+12025550142$/);
    await page.context().close();
  });

  it('lists a number as bad for 30 days, with the reason, by keyboard', async () => {
    const { page, asked } = await open('', { answers: answers({ number: buildUnseenNumber() }) });
    await subject(page, 'badButton').focus();
    await page.keyboard.press('Enter');
    await subject(page, 'entryModal').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await subject(page, 'entryReason').fill('called as our bank');
    await subject(page, 'entrySave').focus();
    await page.keyboard.press('Enter');
    await page.getByText('The watchlist was changed').first().waitFor();
    const sent = asked.find(({ method }) => method === 'POST')?.body as {
      entries: [{ expires: string }];
    };
    expect(sent.entries).toEqual([
      {
        number: '+12025550142',
        kind: 'number',
        verdict: 'bad',
        source: 'manual',
        reason: 'called as our bank',
        expires: expect.any(String),
      },
    ]);
    const days = (Date.parse(sent.entries[0].expires) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    expect(await page.locator('[data-test-subj="entryModal"]').count()).toBe(0);
    const reads = asked.filter(({ path }) => decodeURIComponent(path).endsWith('/+12025550142'));
    expect(reads.length).toBeGreaterThanOrEqual(2);
    await page.context().close();
  });

  it('keeps verdict and end when a note is written', async () => {
    const { page, asked } = await open();
    await subject(page, 'noteButton').click();
    await subject(page, 'entryReason').fill('seen again');
    await subject(page, 'entrySave').click();
    await page.getByText('The watchlist was changed').first().waitFor();
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      entries: [{ verdict: 'bad', reason: 'seen again', expires: '2025-02-09T09:00:00.000Z' }],
    });
    await page.context().close();
  });

  it.each([
    ['the server says no', failure(503, 'Elasticsearch does not answer.')],
    [
      'the entry is refused',
      {
        body: {
          created: 0,
          updated: 0,
          unchanged: 0,
          failed: [{ id: 'x', reason: 'Elasticsearch does not answer.' }],
        },
      },
    ],
  ])('keeps what was typed when %s', async (_name, answer) => {
    const { page } = await open('', { answers: { ...answers(), [WATCHLIST]: answer } });
    await subject(page, 'trustButton').click();
    await subject(page, 'entryReason').fill('our courier');
    await subject(page, 'entrySave').click();
    expect(await subject(page, 'entryError').innerText()).toContain(
      'Elasticsearch does not answer.'
    );
    expect(await subject(page, 'entryReason').inputValue()).toBe('our courier');
    await page.context().close();
  });

  it('offers no change to somebody without the privilege', async () => {
    const { page } = await open('', { capabilities: { show: true } });
    expect(await page.locator('[data-test-subj="badButton"]').count()).toBe(0);
    expect(await subject(page, 'numberReadOnly').innerText()).toContain('Voice phishing: All');
    expect(await subject(page, 'copyButton').isVisible()).toBe(true);
    await page.context().close();
  });

  it('copies the number in the form that other systems take', async () => {
    const { page } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await subject(page, 'copyButton').click();
    await page.getByText('+12025550142 is on the clipboard').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('+12025550142');
    await page.context().close();
  });

  it('still shows the rest when one part fails, which can be asked for again', async () => {
    let isBroken = true;
    const all = answers();
    const broken: Answers = {
      ...all,
      [ROUTE]: (request) => {
        if (request.path.endsWith('/people') && isBroken) return failure(503, 'No answer.');
        const answer = all[ROUTE];
        return typeof answer === 'function' ? answer(request) : { body: {} };
      },
    };
    const { page } = await open('', { answers: broken });
    await subject(page, 'neighboursTable').waitFor();
    await subject(page, 'loadError').waitFor();
    isBroken = false;
    await subject(page, 'retryButton').click();
    await subject(page, 'peopleTable').waitFor();
    await page.context().close();
  });
});

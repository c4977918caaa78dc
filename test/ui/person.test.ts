import type { Page } from 'playwright-core';
import { answersWith, CALL_PATH, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { buildList, buildRows } from './support/scenario';
import {
  buildPerson,
  buildPersonCalls,
  buildSuspicious,
  PERSON_PATH,
  subjectAnswers,
} from './support/subjects';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const answers = (parts = {}): Answers => ({ ...answersWith(), ...subjectAnswers(parts) });
const ROUTE = 'GET /internal/vishing/people/';
const open = async (search = '', options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({ path: PERSON_PATH + search, answers: answers(), ...options });
  await subject(opened.page, 'personTitle').waitFor();
  return opened;
};

describe('the page of a person', () => {
  it('shows phones by site, every identity, hosts and roles', async () => {
    const { page, asked } = await open();
    expect(await subject(page, 'personTitle').innerText()).toBe('Ana Diaz');
    expect(await subject(page, 'facts-phones').innerText()).toContain(
      'london: 114, 115 (until 31 Jan, 08:00)'
    );
    const identities = await subject(page, 'facts-identities').innerText();
    for (const text of ['a.diaz@example.com', 'adiaz', 'S-1-5-21-1-2-3-1114', '5b0a2f6e'])
      expect(identities).toContain(text);
    expect(await subject(page, 'facts-person').innerText()).toContain('lt-033 (80 % sure');
    expect(await page.title()).toContain('Ana Diaz');
    const { path } = asked.find(({ query }) => query.has('zone')) ?? { path: '' };
    expect(decodeURIComponent(path)).toBe('/internal/vishing/people/ana.diaz@example.com');
    await page.context().close();
  });

  it('shows how calls were joined, and how sure that is', async () => {
    const { page } = await open();
    const joins = await subject(page, 'joinsTable').innerText();
    expect(joins).toContain('Extension');
    expect(joins).toContain('80 %');
    await page.context().close();
  });

  it('pages through the calls on the server and keeps the page in the address', async () => {
    const { page, asked } = await open();
    await subject(page, 'callsTable').waitFor();
    const calls = subject(page, 'section-calls');
    await calls.locator('[data-test-subj="pagination-button-next"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/callsPage=1/);
    await page.reload();
    await subject(page, 'callsTable').waitFor();
    const last = asked.filter(({ path }) => path.endsWith('/calls')).at(-1);
    expect(last?.query.get('page')).toBe('1');
    await page.context().close();
  });

  it('links the number of a call, but not a colleague', async () => {
    const { page } = await open();
    const calls = subject(page, 'section-calls');
    await subject(page, 'callsTable').waitFor();
    expect(
      await calls.locator('[data-test-subj="numberLink-+12025550142"]').first().getAttribute('href')
    ).toBe('/app/vishing/numbers/+12025550142');
    expect(await calls.getByRole('link', { name: 'Bob Ray' }).count()).toBe(0);
    expect(await calls.innerText()).toContain('Length unknown');
    await page.context().close();
  });
});

describe('the form of phones and roles', () => {
  const EDIT = 'PUT /internal/vishing/people/';
  it('ends and adds phones by keyboard, checks them as they are typed, and sends what changed', async () => {
    const { page, asked, errors } = await open('', {
      answers: { ...answers(), [EDIT]: { body: { changed: true } } },
    });
    await subject(page, 'editPersonButton').focus();
    await page.keyboard.press('Enter');
    await subject(page, 'lineTo-london:114-0').fill('2025-01-15');
    await subject(page, 'addLine-number').focus();
    await page.keyboard.press('Enter');
    const text = subject(page, 'lineText-new-1');
    await text.fill('202 555 0142');
    await page.getByText('Type the number with plus and calling code').first().waitFor();
    expect(await subject(page, 'savePersonButton').isDisabled()).toBe(true);
    expect(await accessibilityViolations(page)).toEqual([]);
    await text.fill('+1 202 555 0142');
    await subject(page, 'lineFrom-new-1').fill('2025-01-10');
    await page.getByRole('checkbox', { name: 'Help desk' }).check();
    await subject(page, 'savePersonButton').focus();
    await page.keyboard.press('Enter');
    await subject(page, 'editPerson').waitFor({ state: 'detached' });
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      numbers: [
        { value: '+442079460114' },
        { value: '+1 202 555 0142', valid_from: '2025-01-10T00:00:00.000Z' },
      ],
      extensions: [
        { value: 'london:114', valid_to: '2025-01-16T00:00:00.000Z' },
        { value: 'london:115', valid_to: '2025-01-31T08:00:00.000Z' },
        { value: '9' },
      ],
      roles: ['help_desk', 'finance'],
    });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps what was refused, and is not there for those who may only read', async () => {
    const { page } = await open('', {
      answers: { ...answers(), [EDIT]: failure(409, 'Someone else changed this person.') },
    });
    await subject(page, 'editPersonButton').click();
    await page.getByRole('checkbox', { name: 'Executive' }).check();
    await subject(page, 'savePersonButton').click();
    await subject(page, 'editError').getByText('Someone else').first().waitFor();
    expect(await page.getByRole('checkbox', { name: 'Executive' }).isChecked()).toBe(true);
    await page.context().close();
    const reading = await open('', { capabilities: { show: true, viewPersonalData: true } });
    await subject(reading.page, 'callsTable').waitFor();
    expect(await subject(reading.page, 'editPersonButton').count()).toBe(0);
    await reading.page.context().close();
  });
});

describe('links to numbers and people', () => {
  it('stand in the list of suspicious calls', async () => {
    const rows = buildRows(5).map((row, index) =>
      index === 0 ? { ...row, person: { ...row.person, id: 'ana.diaz@example.com' } } : row
    );
    const { page } = await harness.open({
      path: '/',
      answers: {
        ...answers(),
        'GET /internal/vishing/suspicious_calls': { body: buildList(rows) },
      },
    });
    await subject(page, 'callsTable').waitFor();
    expect(await subject(page, 'numberLink-+12025550101').isVisible()).toBe(true);
    await subject(page, 'personLink-ana.diaz@example.com').click();
    await subject(page, 'personTitle').waitFor();
    expect(
      await page.locator('[data-test-subj="breadcrumbs"], #breadcrumbs').innerText()
    ).toContain('Ana Diaz');
    await page.context().close();
  });

  it('stand on the page of a call, where labels do not break', async () => {
    const { page } = await harness.open({ path: CALL_PATH, answers: answers() });
    const facts = subject(page, 'facts-person');
    await facts.waitFor();
    expect(await subject(page, 'personLink-ana.diaz').getAttribute('href')).toBe(
      '/app/vishing/people/ana.diaz'
    );
    const label = facts.getByText('Department', { exact: true });
    const name = facts.getByText('Name', { exact: true });
    expect((await label.boundingBox())?.height).toBe((await name.boundingBox())?.height);
    await subject(page, 'numberLink-+12025550142').click();
    await subject(page, 'numberTitle').waitFor();
    await page.context().close();
  });
});

interface State {
  readonly answers: Answers;
  readonly shows: string;
}
const nothing = { calls: buildPersonCalls(0), personSuspicious: buildSuspicious(0) };
const bare = buildPerson();
const STATES: Readonly<Record<string, State>> = {
  'with everything': { answers: answers(), shows: 'callsTable' },
  'without calls, phones or names': {
    answers: answers({
      ...nothing,
      person: buildPerson({
        person: {
          id: 'x',
          kind: 'person',
          full_name: 'X',
          emails: [],
          account_names: [],
          cloud_ids: [],
          numbers: [],
          extensions: [],
          lines: [],
          domains: [],
          members: [],
          hosts: [],
          roles: [],
          privileged: false,
        },
        ever: { calls: 0 },
        activity: { unit: 'day', periods: [], calls: 0, answered: 0, talk_seconds: 0 },
        joins: [],
      }),
    }),
    shows: 'noCalls',
  },
  'who left the directory': {
    answers: answers({ person: { ...bare, in_directory: false } }),
    shows: 'personGone',
  },
  'with 12,000 calls': {
    answers: answers({ calls: buildPersonCalls(10, 12_000) }),
    shows: 'callsTable-cut',
  },
  'who is not known': {
    answers: answersWith({ [ROUTE]: failure(404, 'There is no person x.', 'not_found') }),
    shows: 'unknownPerson',
  },
  'that failed': {
    answers: answersWith({ [ROUTE]: failure(503, 'No answer.') }),
    shows: 'loadError',
  },
  'before the setup': {
    answers: answersWith({ [ROUTE]: failure(409, 'Not set up.', 'not_set_up') }),
    shows: 'notSetUp',
  },
};

describe.each(['light', 'dark'] as const)('a person in the %s theme', (theme) => {
  it.each(Object.entries(STATES))(
    '%s is shown, is accessible and writes no error',
    async (_name, { answers: given, shows }) => {
      const { page, errors } = await harness.open({ path: PERSON_PATH, answers: given, theme });
      await subject(page, shows).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  );
});

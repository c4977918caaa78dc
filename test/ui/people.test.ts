import type { Page } from 'playwright-core';
import { failure } from './support/answers';
import { eventually } from './support/eventually';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { IMPORT, peopleAnswers, PREVIEW } from './support/people_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const LIST = Buffer.from(
  'Name;Mail;Phone;Colour\nAna Diaz;ana@example.com;+12025550142;red\nBen Kaya;ben@example.com;5550142;\n'
);
const choose = (page: Page, buffer = LIST) =>
  page
    .locator('[data-test-subj="peopleFilePicker"] input, input[data-test-subj="peopleFilePicker"]')
    .first()
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });

const open = async (
  path: string,
  {
    shows,
    answers = peopleAnswers(),
    ...options
  }: { shows: string; answers?: Answers } & Partial<OpenOptions>
) => {
  const opened = await harness.open({ path, answers, ...options });
  await subject(opened.page, shows).waitFor();
  return opened;
};

describe('the directory', () => {
  it('is searched, filtered, sorted and paged by the server, and the address says so', async () => {
    const { page, asked } = await open('/people', { shows: 'peopleTable' });
    await page.getByText('10,000 of 10,000 people').first().waitFor();
    await subject(page, 'peopleSearch').fill('diaz');
    await page.waitForURL(/q=diaz/);
    await subject(page, 'kindFilter').selectOption('queue');
    await page.getByRole('button', { name: 'Department' }).click();
    await subject(page, 'pagination-button-next').click();
    await page.waitForURL(/page=1/);
    const lists = () => asked.filter(({ path }) => path.endsWith('/directory/people'));
    await eventually(() => Object.fromEntries(lists().at(-1)?.query ?? []), {
      search: 'diaz',
      kind: 'queue',
      sort: 'department',
      order: 'asc',
      page: '1',
      per_page: '25',
    });
    await page.reload();
    await subject(page, 'peopleTable').waitFor();
    expect(await subject(page, 'peopleSearch').inputValue()).toBe('diaz');
    await page.context().close();
  });

  it('links each person to their own page', async () => {
    const { page } = await open('/people', { shows: 'peopleTable' });
    const link = page.getByRole('link', { name: 'Person 1', exact: true });
    expect(await link.getAttribute('href')).toMatch(/\/people\/p1%40example\.com$/);
    await page.context().close();
  });

  it('says when people were read from other directories, and reads them on demand', async () => {
    const run = 'POST /internal/vishing/directory/sync/run';
    const { page, asked } = await open('/people', {
      shows: 'syncState',
      answers: peopleAnswers({ [run]: { body: { started: true } } }),
    });
    expect(await subject(page, 'syncState').innerText()).toContain('Entra ID: 4,812 people');
    expect(await subject(page, 'syncState').innerText()).not.toContain('\n');
    await subject(page, 'syncNowButton').click();
    await page.getByText('Started; it takes a moment.').first().waitFor();
    expect(asked.some(({ path }) => path.endsWith('/sync/run'))).toBe(true);
    await page.context().close();
  });
});

describe('an import', () => {
  it('maps columns, shows what will be, and imports', async () => {
    const { page, asked } = await open('/people?tab=import', { shows: 'peopleFilePicker' });
    await choose(page);
    await subject(page, 'previewTable').waitFor();
    expect(await subject(page, 'meaning-2').inputValue()).toBe('numbers');
    expect(await subject(page, 'meaning-3').inputValue()).toBe('');
    await subject(page, 'meaning-3').selectOption('department');
    await subject(page, 'listCountry').fill('us');
    await page.waitForTimeout(700);
    await page.getByText('is not a number that exists').first().waitFor();
    await subject(page, 'importButton').click();
    await subject(page, 'importResult').waitFor();
    expect(await subject(page, 'importResult').innerText()).toContain('1 added');
    const sent = asked
      .filter(({ path }) => path.endsWith('/directory/import'))
      .map(({ body }) => body);
    expect(sent).toEqual([
      {
        site: 'default',
        zone: 'UTC',
        country: 'US',
        rows: [
          {
            line: 2,
            values: {
              full_name: ['Ana Diaz'],
              emails: ['ana@example.com'],
              numbers: ['+12025550142'],
              department: ['red'],
            },
          },
          {
            line: 3,
            values: { full_name: ['Ben Kaya'], emails: ['ben@example.com'], numbers: ['5550142'] },
          },
        ],
      },
    ]);
    await page.context().close();
  });

  it('can be cancelled between two requests, and says that nothing is lost', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `P ${index},p${index}@example.com`);
    const answers = peopleAnswers({
      [IMPORT]: { body: { created: 500, updated: 0, unchanged: 0, refused: [] }, delayMs: 700 },
    });
    const { page, asked } = await open('/people?tab=import', {
      shows: 'peopleFilePicker',
      answers,
    });
    await choose(page, Buffer.from(`Name,Mail\n${rows.join('\n')}\n`));
    await subject(page, 'importButton').click();
    await subject(page, 'cancelImportButton').click();
    await page.getByText('The import was cancelled').first().waitFor();
    expect(asked.filter(({ path }) => path.endsWith('/directory/import')).length).toBeLessThan(4);
    await page.context().close();
  });

  it('needs a column that names people', async () => {
    const { page } = await open('/people?tab=import', { shows: 'peopleFilePicker' });
    await choose(page, Buffer.from('Phone,Colour\n+12025550142,red\n'));
    await subject(page, 'namesMissing').waitFor();
    expect(await subject(page, 'importButton').isDisabled()).toBe(true);
    await page.context().close();
  });

  it('says why a file is no list', async () => {
    const { page } = await open('/people?tab=import', { shows: 'peopleFilePicker' });
    await choose(page, Buffer.from('%PDF-1.4'));
    expect(await subject(page, 'listError').innerText()).toContain('a PDF document');
    await page.context().close();
  });
});

describe('contested lines', () => {
  it('are decided by keyboard', async () => {
    const { page, asked } = await open('/people?tab=conflicts', { shows: 'conflictsTable' });
    await subject(page, 'decision-+12025550100').focus();
    await page.keyboard.type('Ben');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => asked.find(({ path }) => path.endsWith('/decide'))?.body, {
      value: '+12025550100',
      people: ['ana', 'ben'],
      owner: 'ben',
    });
    await page.context().close();
  });

  it('say when a decision failed', async () => {
    const { page } = await open('/people?tab=conflicts', {
      shows: 'conflictsTable',
      answers: peopleAnswers({
        'POST /internal/vishing/directory/conflicts/decide': failure(
          409,
          'Someone else changed it.'
        ),
      }),
    });
    await subject(page, 'decision-+12025550100').selectOption(':shared');
    await subject(page, 'decide-+12025550100').click();
    expect(await subject(page, 'decisionFailed').innerText()).toContain('Someone else changed it.');
    await page.context().close();
  });
});

it('a line without a person is given to the person it may belong to', async () => {
  const { page, asked } = await open('/people?tab=unresolved', { shows: 'unresolvedTable' });
  expect(await subject(page, 'unresolvedSummary').innerText()).toContain(
    '999 of 12,000 calls have no person'
  );
  await page.getByRole('button', { name: 'Assign ext. 2000 at berlin to Ana Diaz' }).click();
  await page.getByText('Assigned to Ana Diaz').first().waitFor();
  expect(asked.find(({ path }) => path.endsWith('/assign'))?.body).toEqual({
    kind: 'extension',
    value: 'berlin:2000',
    person_id: 'ana',
  });
  await page.context().close();
});

it('a preview that failed can be tried again', async () => {
  const { page } = await open('/people?tab=import', {
    shows: 'peopleFilePicker',
    answers: peopleAnswers({ [PREVIEW]: failure(503, 'No answer.') }),
  });
  await choose(page);
  await subject(page, 'retryButton').waitFor();
  await page.context().close();
});

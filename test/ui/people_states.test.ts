import type { Page } from 'playwright-core';
import { failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import {
  CONFLICTS,
  PEOPLE,
  peopleAnswers,
  SYNC_STATE,
  UNRESOLVED,
} from './support/people_scenario';

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

const EMPTY = { people: [], total: 0, all: 0 };
const NOTHING = { lines: [], calls: 0, without_person: 0, truncated: false };
const readOnly = { capabilities: { show: true } };

describe.each<[string, string, string, Answers, Partial<OpenOptions>]>([
  ['the directory', '/people', 'peopleTable', {}, {}],
  ['an empty directory', '/people', 'noPeople', { [PEOPLE]: { body: EMPTY } }, {}],
  [
    'a search without a match',
    '/people?q=x',
    'noMatch',
    { [PEOPLE]: { body: { ...EMPTY, all: 9 } } },
    {},
  ],
  ['a directory that failed', '/people', 'loadError', { [PEOPLE]: failure(503, 'No answer.') }, {}],
  [
    'a directory before the setup',
    '/people',
    'notSetUp',
    { [PEOPLE]: failure(409, 'No.', 'not_set_up') },
    {},
  ],
  [
    'a directory while it loads',
    '/people',
    'loading',
    { [PEOPLE]: { body: EMPTY, delayMs: 4000 } },
    {},
  ],
  [
    'a failed synchronisation',
    '/people',
    'syncFailed',
    {
      [SYNC_STATE]: {
        body: {
          scheduled: true,
          last_run: '2025-01-01T10:00:00.000Z',
          last_error: 'No rights.',
          sources: [],
        },
      },
    },
    {},
  ],
  ['the import', '/people?tab=import', 'peopleFilePicker', {}, {}],
  [
    'the import for someone who may only look',
    '/people?tab=import',
    'peopleReadOnly',
    {},
    readOnly,
  ],
  ['the conflicts', '/people?tab=conflicts', 'conflictsTable', {}, {}],
  [
    'the conflicts for someone who may only look',
    '/people?tab=conflicts',
    'conflictsTable',
    {},
    readOnly,
  ],
  [
    'no conflicts',
    '/people?tab=conflicts',
    'noConflicts',
    { [CONFLICTS]: { body: { conflicts: [], truncated: false } } },
    {},
  ],
  [
    'conflicts that failed',
    '/people?tab=conflicts',
    'loadError',
    { [CONFLICTS]: failure(503, 'No answer.') },
    {},
  ],
  ['lines without a person', '/people?tab=unresolved', 'unresolvedTable', {}, {}],
  [
    'no calls',
    '/people?tab=unresolved',
    'nothingUnresolved',
    { [UNRESOLVED]: { body: NOTHING } },
    {},
  ],
  [
    'unresolved lines that failed',
    '/people?tab=unresolved',
    'loadError',
    { [UNRESOLVED]: failure(503, 'No answer.') },
    {},
  ],
])('%s', (_, ...[path, shows, answers, options]) => {
  it.each(['light', 'dark'] as const)('can be used by everybody in the %s theme', async (theme) => {
    const { page, errors } = await open(path, {
      shows,
      answers: peopleAnswers(answers),
      theme,
      ...options,
    });
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

it.each(['light', 'dark'] as const)(
  'a list that is checked can be used by everybody in the %s theme',
  async (theme) => {
    const { page, errors } = await open('/people?tab=import', { shows: 'peopleFilePicker', theme });
    await choose(page);
    await subject(page, 'previewTable').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await subject(page, 'importButton').click();
    await subject(page, 'importResult').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  }
);

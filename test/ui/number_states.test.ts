import type { Page } from 'playwright-core';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness } from './support/harness';
import {
  buildNeighbours,
  buildNumber,
  buildReached,
  buildSuspicious,
  buildUnseenNumber,
  NUMBER_PATH,
  subjectAnswers,
} from './support/subjects';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const answers = (parts = {}): Answers => ({ ...answersWith(), ...subjectAnswers(parts) });
const ROUTE = 'GET /internal/vishing/numbers/';

interface State {
  readonly answers: Answers;
  readonly shows: string;
  readonly path?: string;
}

const nothing = {
  people: buildReached(0),
  neighbours: buildNeighbours(0),
  numberSuspicious: buildSuspicious(0),
};
const STATES: Readonly<Record<string, State>> = {
  'with everything': { answers: answers(), shows: 'peopleTable' },
  'that never called': {
    answers: answers({ ...nothing, number: buildUnseenNumber() }),
    shows: 'neverCalled',
  },
  'without calls in this time': {
    answers: answers({
      ...nothing,
      number: buildNumber({ ...buildUnseenNumber(), ever: buildNumber().ever }),
    }),
    shows: 'noPeople',
  },
  'of one of us': {
    answers: answers({
      number: buildNumber({ owners: [{ id: 'ana', name: 'Ana Diaz' }], verdict: 'own' }),
    }),
    shows: 'numberOwners',
  },
  'with more people than can be paged through': {
    answers: answers({ people: buildReached(10, 12_345) }),
    shows: 'peopleTable-cut',
  },
  'with too many alerts': {
    answers: answers({ numberSuspicious: { ...buildSuspicious(3), truncated: true } }),
    shows: 'truncated',
  },
  'that is none': {
    answers: answersWith({
      [ROUTE]: failure(400, 'Some of its digits are masked.', 'bad_request'),
    }),
    shows: 'notANumber',
    path: '/numbers/+1202555xxxx',
  },
  'that failed': {
    answers: answersWith({ [ROUTE]: failure(503, 'No answer.') }),
    shows: 'loadError',
  },
  'before the setup': {
    answers: answersWith({ [ROUTE]: failure(409, 'Not set up.', 'not_set_up') }),
    shows: 'notSetUp',
  },
  'without access': { answers: answersWith({ [ROUTE]: failure(403, 'No.') }), shows: 'noAccess' },
};

describe.each(['light', 'dark'] as const)('a number in the %s theme', (theme) => {
  it.each(Object.entries(STATES))(
    '%s is shown, is accessible and writes no error',
    async (_name, { answers: given, shows, path = NUMBER_PATH }) => {
      const { page, errors } = await harness.open({ path, answers: given, theme });
      await subject(page, shows).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  );
});

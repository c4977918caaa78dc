import { buildTimelineEvent } from '../builders/timeline';
import { answersWith, answersWithEvents, CALL_PATH, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import {
  buildAttack,
  buildList,
  buildRows,
  buildSetup,
  buildTimeline,
  buildCallResponse,
} from './support/scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

interface State {
  readonly path: string;
  readonly answers: Answers;
  /** `data-test-subj` of what must be seen. */
  readonly shows: string;
  readonly options?: Partial<OpenOptions>;
}

const LIST = 'GET /internal/vishing/suspicious_calls';
const NOTHING = { counts: { open: 0, acknowledged: 0, closed: 0, last_hour: 0 } };
const list = (body: unknown): Answers => answersWith({ [LIST]: { body } });
const listFails = (statusCode: number, code?: string): Answers =>
  answersWith({ [LIST]: failure(statusCode, 'It did not work.', code) });
const manyEvents = Array.from({ length: 10_000 }, (_, index) =>
  buildTimelineEvent({ id: `flood-${index}`, offset_ms: -800_000 + index * 200 })
);

const STATES: Readonly<Record<string, State>> = {
  'the list with rows': { path: '/', answers: answersWith(), shows: 'callsTable' },
  'the list with a row open': {
    path: '/?expanded=call-00000',
    answers: answersWith(),
    shows: 'miniTimeline',
  },
  'the list without suspicious calls': {
    path: '/',
    answers: list(buildList([], NOTHING)),
    shows: 'emptyState',
  },
  'the list that cannot be trusted': {
    path: '/',
    answers: list(buildList([], { ...NOTHING, checked: { calls: 0 } })),
    shows: 'doubt',
  },
  'the list without a match': {
    path: '/?q=nobody',
    answers: list(buildList([])),
    shows: 'noMatch',
  },
  'the list that is cut off': {
    path: '/',
    answers: list(buildList(buildRows(25), { truncated: true, total: 10_000 })),
    shows: 'truncated',
  },
  'the list that failed': { path: '/', answers: listFails(503), shows: 'loadError' },
  'the list before the setup': {
    path: '/',
    answers: listFails(409, 'not_set_up'),
    shows: 'notSetUp',
  },
  'the list without access to data': { path: '/', answers: listFails(403), shows: 'noAccess' },
  'the app without the privilege': {
    path: '/',
    answers: answersWith(),
    shows: 'noAccess',
    options: { capabilities: {} },
  },
  'a page that does not exist': { path: '/nowhere', answers: answersWith(), shows: 'notFound' },
  'a call with its timeline': { path: CALL_PATH, answers: answersWith(), shows: 'timelineChart' },
  'a call as a list': { path: `${CALL_PATH}?tab=list`, answers: answersWith(), shows: 'eventList' },
  'a call with an event open': {
    path: `${CALL_PATH}?event=quickassist`,
    answers: answersWith(),
    shows: 'documentFields',
  },
  'a call of which only itself is known': {
    path: CALL_PATH,
    answers: answersWithEvents(buildAttack().slice(0, 1)),
    shows: 'noEvents',
  },
  'a call with 10,000 events': {
    path: CALL_PATH,
    answers: answersWithEvents([...buildAttack(), ...manyEvents]),
    shows: 'timelineColumns-endpoint',
  },
  'a call with lanes in part': {
    path: CALL_PATH,
    answers: answersWith({
      'GET /internal/vishing/calls/': ({ path }) => ({
        body: path.endsWith('/timeline')
          ? buildTimeline(buildAttack(), [{ lane: 'identity', reason: 'Shown up to 13:20.' }])
          : buildCallResponse(),
      }),
    }),
    shows: 'partialLanes',
  },
  'a call without an alert': {
    path: CALL_PATH,
    answers: answersWith({
      'GET /internal/vishing/calls/': ({ path }) => ({
        body: path.endsWith('/timeline')
          ? buildTimeline([])
          : buildCallResponse({
              suspicion: undefined,
              why: [],
              score_terms: [],
              number_calls: [],
              number_calls_total: 0,
            }),
      }),
    }),
    shows: 'noAlertBadge',
  },
  'a call that is not known': {
    path: CALL_PATH,
    answers: answersWith({ 'GET /internal/vishing/calls/': failure(404, 'No such call.') }),
    shows: 'unknownCall',
  },
  'the setup in order': { path: '/setup', answers: answersWith(), shows: 'setupComplete' },
  'the setup with missing assets': {
    path: '/setup',
    answers: answersWith({
      'GET /internal/vishing/setup': {
        body: buildSetup({
          assets: buildSetup().assets.map((asset) => ({ ...asset, state: 'missing' })),
          resolver: { scheduled: false },
        }),
      },
    }),
    shows: 'setupIncomplete',
  },
  'the setup for someone who may only look': {
    path: '/setup',
    answers: answersWith(),
    shows: 'setupReadOnly',
    options: { capabilities: { show: true } },
  },
  'the setup that failed': {
    path: '/setup',
    answers: answersWith({
      'GET /internal/vishing/setup': failure(503, 'Elasticsearch does not answer.'),
    }),
    shows: 'loadError',
  },
};

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(Object.entries(STATES))(
    '%s is shown, is accessible and writes no error',
    async (_name, state) => {
      const { path, answers, shows, options } = state;
      const { page, errors } = await harness.open({ path, answers, theme, ...options });
      await page.locator(`[data-test-subj="${shows}"]`).first().waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  );
});

describe('every page', () => {
  it('shows grey bars of the final shape until data arrives', async () => {
    const answers = answersWith({ [LIST]: { body: buildList(buildRows(3)), delayMs: 3000 } });
    const { page } = await harness.open({ path: '/', answers });
    await page.locator('[data-test-subj="loading"]').waitFor();
    await page.locator('[data-test-subj="callsTable"]').waitFor();
    expect(await page.locator('[data-test-subj="loading"]').count()).toBe(0);
    await page.context().close();
  });

  it('can be asked again after a failure', async () => {
    let isBroken = true;
    const answers = answersWith({
      [LIST]: () =>
        isBroken
          ? failure(503, 'Elasticsearch does not answer.')
          : { body: buildList(buildRows(3)) },
    });
    const { page } = await harness.open({ path: '/', answers });
    await page.getByText('Elasticsearch does not answer.').first().waitFor();
    isBroken = false;
    await page.locator('[data-test-subj="retryButton"]').click();
    await page.locator('[data-test-subj="callsTable"]').waitFor();
    await page.context().close();
  });

  it('keeps old rows, and says so, when a refresh fails', async () => {
    let isBroken = false;
    const answers = answersWith({
      [LIST]: () =>
        isBroken
          ? failure(503, 'Elasticsearch does not answer.')
          : { body: buildList(buildRows(3)) },
    });
    const { page } = await harness.open({ path: '/', answers });
    await page.locator('[data-test-subj="callsTable"]').waitFor();
    isBroken = true;
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.locator('[data-test-subj="staleError"]').waitFor();
    expect(await page.locator('[data-test-subj^="callRow-"]').count()).toBe(3);
    await page.context().close();
  });
});

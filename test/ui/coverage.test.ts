import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Coverage, Presence } from '../../common/api/coverage';
import { answersWith, failure } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { coverageWith, installedRules } from './support/coverage_scenario';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const textOf = (page: Page, name: string) => subject(page, name).innerText();
const countOf = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).count();

const COVERAGE = 'GET /internal/vishing/coverage';
const FOUND = 'GET /api/detection_engine/rules/_find';
const found = (enabled: boolean) => {
  const data = installedRules(enabled);
  return { body: { total: data.length, data } };
};
const answers = (coverage: Coverage, overrides: Answers = {}): Answers =>
  answersWith({ [COVERAGE]: { body: coverage }, [FOUND]: found(true), ...overrides });

const have =
  (...ids: string[]) =>
  (id: string): Presence =>
    ids.includes(id) ? 'present' : 'missing';
const NONE = coverageWith(() => 'missing');
const ALL = coverageWith(() => 'present');
/** Everything but Microsoft 365, a mail log, and computers other than Windows. */
const LACKED = [
  ...['o365.audit', 'm365_defender.event', 'macos', 'linux', 'exchange_trace.log', 'mimecast.siem'],
  ...['proofpoint_tap.delivered', 'proofpoint_on_demand.message', 'cisco_secure_email.log'],
];
const SOME = coverageWith((id) => (LACKED.includes(id) ? 'missing' : 'present'));

const open = async (given: Answers, options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({ path: '/coverage', answers: given, ...options });
  return opened;
};
const openLoaded = async (given: Answers, options: Partial<OpenOptions> = {}) => {
  const opened = await open(given, options);
  await subject(opened.page, 'techniquesTable').waitFor();
  return opened;
};

describe('the coverage page', () => {
  it('is blind to everything without data, and begins with the phone system', async () => {
    const { page, errors } = await openLoaded(answers(NONE));
    const total = NONE.techniques.length;
    expect(await textOf(page, 'stat-blind')).toMatch(new RegExp(`(^|\\n)${total}($|\\n)`));
    expect(await textOf(page, 'stat-rules')).toContain('0 of');
    expect(await textOf(page, 'noRecords')).toContain('No data set has records in the last 7 days');
    expect(await textOf(page, 'nextIntegration')).toBe('Phone systems');
    expect(await textOf(page, 'nextGains')).toContain('Call with a listed number');
    expect(await subject(page, 'nextLink').getAttribute('href')).toContain('/sources/systems');
    expect(await countOf(page, 'grade-covered')).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says with some data what is covered, what is missing, and what would help next', async () => {
    const { page, errors } = await openLoaded(answers(SOME));
    const voice = await textOf(page, 'technique-T1566.004');
    expect(voice).toContain('Partly covered');
    expect(voice).toMatch(/[1-9]\d* of \d+ rules running/);
    expect(await textOf(page, 'technique-T1111')).toContain('Blind');
    expect(await textOf(page, 'technique-T1111')).toContain('This version ships no rule for it.');
    expect(await textOf(page, 'technique-T1667')).toContain('Mail log');
    expect(await textOf(page, 'technique-T1656')).toContain('T1684.001 from ATT&CK 19 on');
    expect(await textOf(page, 'nextIntegration')).toBe('Microsoft 365');
    expect(await textOf(page, 'nextGains')).toContain('then a security notice is deleted');
    expect(await subject(page, 'nextLink').getAttribute('href')).toBe(
      '/app/integrations/detail/o365/overview'
    );
    expect(await textOf(page, 'dataSet-okta.system')).toContain('There');
    expect(await textOf(page, 'dataSet-o365.audit')).toContain('None');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('has nothing more to recommend when everything is there, and is covered where rules run', async () => {
    const { page } = await openLoaded(answers(ALL));
    await subject(page, 'nothingNext').waitFor();
    expect(await textOf(page, 'technique-T1566.004')).toContain('Covered');
    expect(await textOf(page, 'technique-T1566.004')).toContain('Nothing');
    expect(await countOf(page, 'noRecords')).toBe(0);
    expect(await countOf(page, 'idleRules')).toBe(0);
    await page.context().close();
  });

  it('shows the four analytics of MITRE by their parts', async () => {
    const { page } = await openLoaded(answers(SOME));
    for (const id of ['AN0683', 'AN0684', 'AN0685', 'AN0686']) {
      await subject(page, `analytic-${id}`).waitFor();
    }
    const windows = await textOf(page, 'analytic-AN0683');
    expect(windows).toContain('PhoneNumberBlocklist, TimeWindow');
    expect(windows).toContain('External call, then a remote access tool started');
    expect(await textOf(page, 'analytic-AN0685')).toContain('No records of macOS.');
    await page.context().close();
  });

  it('says which rules could run at once', async () => {
    const { page } = await openLoaded(answers(ALL, { [FOUND]: { body: { total: 0, data: [] } } }));
    expect(await textOf(page, 'idleRules')).toContain('do not run');
    expect(await textOf(page, 'technique-T1566.004')).toContain('Not installed');
    await page.context().close();
  });

  it('says that calls wait for the resolver when only their records arrive', async () => {
    const { page } = await openLoaded(answers(coverageWith(have('call_records'))));
    expect(await textOf(page, 'rawOnly')).toContain('Look at the resolver in the setup.');
    await page.context().close();
  });
});

describe('what is chosen on the coverage page', () => {
  it('opens a technique with the keyboard, and keeps it in the address', async () => {
    const { page } = await openLoaded(answers(SOME));
    const button = subject(page, 'expandButton-T1621');
    await button.focus();
    await page.keyboard.press('Enter');
    await subject(page, 'techniqueDetails-T1621').waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await textOf(page, 'techniqueDetails-T1621')).toContain('External call with a burst');
    expect(page.url()).toContain('expanded=T1621');
    await page.reload();
    await subject(page, 'techniqueDetails-T1621').waitFor();
    await page.context().close();
  });

  it('shows the techniques of one grade, and all again', async () => {
    const { page } = await openLoaded(answers(SOME));
    await subject(page, 'filterButton-grade').click();
    await page.getByRole('option', { name: 'Blind' }).click();
    await subject(page, 'technique-T1566.004').waitFor({ state: 'detached' });
    expect(page.url()).toContain('grade=blind');
    await page.goBack();
    await subject(page, 'technique-T1566.004').waitFor();
    await page.context().close();
  });

  it('offers the way back when no technique has the grade', async () => {
    const { page } = await open(answers(NONE), { path: '/coverage?grade=covered' });
    await subject(page, 'showAllButton').click();
    await subject(page, 'techniquesTable').waitFor();
    await page.context().close();
  });

  it('asks for the time of the address', async () => {
    const { page, asked } = await openLoaded(answers(SOME), {
      path: '/coverage?from=2025-01-01T00:00:00.000Z&to=2025-01-02T00:00:00.000Z',
    });
    const request = asked.find(({ path }) => path.endsWith('/coverage'));
    expect(Object.fromEntries(request?.query ?? [])).toEqual({
      from: '2025-01-01T00:00:00.000Z',
      to: '2025-01-02T00:00:00.000Z',
    });
    await page.context().close();
  });

  it('is exported as a layer for the Navigator, in the ids of either version', async () => {
    const { page } = await openLoaded(answers(SOME));
    for (const [version, id] of [
      ['18', 'T1656'],
      ['19', 'T1684.001'],
    ]) {
      await subject(page, 'exportLayerButton').click();
      const download = page.waitForEvent('download');
      await subject(page, `exportLayer-${version}`).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^vishing-coverage-attack-v1[89]-[\d-]+\.json$/);
      const layer = JSON.parse(await readFile(await file.path(), 'utf8')) as {
        versions: { attack: string; layer: string };
        techniques: { techniqueID: string }[];
      };
      expect(layer.versions).toMatchObject({ attack: version, layer: '4.5' });
      expect(layer.techniques.map(({ techniqueID }) => techniqueID)).toContain(id);
    }
    await page.context().close();
  });
});

describe('the states of the coverage page', () => {
  it('shows grey bars while it loads, then the page', async () => {
    const { page } = await open(answers(SOME, { [COVERAGE]: { body: SOME, delayMs: 1500 } }));
    await subject(page, 'loading').waitFor();
    await subject(page, 'techniquesTable').waitFor();
    await page.context().close();
  });

  it('says that rules are taken as running when Kibana does not say how they stand', async () => {
    const { page } = await openLoaded(answers(SOME, { [FOUND]: failure(403, 'no') }));
    await subject(page, 'engineError').waitFor();
    expect(await textOf(page, 'technique-T1566.004')).toContain('Partly covered');
    await page.context().close();
  });

  it('says what could not be searched, and shows the rest', async () => {
    const partly = coverageWith((id) => (id === 'okta.system' ? 'unknown' : 'present'));
    const { page } = await openLoaded(answers(partly));
    expect(await textOf(page, 'unknownData')).toContain(
      'logs-okta.system-*: Elasticsearch refused'
    );
    expect(await textOf(page, 'dataSet-okta.system')).toContain('Not known');
    await page.context().close();
  });

  it('says what failed, and tries again', async () => {
    let times = 0;
    const { page } = await open(
      answers(SOME, {
        [COVERAGE]: () =>
          times++ === 0 ? failure(503, 'Elasticsearch did not answer.') : { body: SOME },
      })
    );
    await subject(page, 'loadError').waitFor();
    await subject(page, 'retryButton').click();
    await subject(page, 'techniquesTable').waitFor();
    await page.context().close();
  });

  it('says which privilege is missing', async () => {
    const { page } = await open(answers(SOME, { [COVERAGE]: failure(403, 'Refused.') }));
    await subject(page, 'noAccess').waitFor();
    expect(await countOf(page, 'exportLayerButton')).toBe(0);
    await page.context().close();
  });

  it('stands in the navigation and in the title', async () => {
    const { page } = await openLoaded(answers(SOME), { path: '/coverage' });
    expect(await subject(page, 'sideNavLink-coverage').innerText()).toBe('Coverage');
    expect(await page.title()).toContain('Coverage');
    await page.context().close();
  });

  const CASES = [
    ['no', 'light', NONE],
    ['some', 'light', SOME],
    ['some', 'dark', SOME],
    ['all', 'dark', ALL],
  ] as const;
  it.each(CASES)('is accessible with %s data in the %s theme', async (_data, theme, coverage) => {
    const { page } = await openLoaded(answers(coverage), {
      path: '/coverage?expanded=T1621',
      theme,
    });
    await subject(page, 'techniqueDetails-T1621').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });
});

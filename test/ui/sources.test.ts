import type { Page } from 'playwright-core';
import { accessibilityViolations } from './support/check_accessibility';
import { failure } from './support/answers';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { sourcesAnswers } from './support/sources_scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();

const open = async (path: string, shows: string, options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({ path, answers: sourcesAnswers(), ...options });
  await subject(opened.page, shows).waitFor();
  return opened;
};

const paste = async (page: Page, text: string): Promise<void> => {
  await subject(page, 'pasteMode').click();
  await subject(page, 'pasteText').fill(text);
  await subject(page, 'recogniseButton').click();
  await subject(page, 'sourceSelect').waitFor();
};

const STATES: Readonly<Record<string, { path: string; shows: string; answers?: Answers }>> = {
  'the state of sources': { path: '/sources', shows: 'sourceTable' },
  'the state with failures open': {
    path: '/sources?open=asterisk_cdr%2Fmunich',
    shows: 'failurePanel',
  },
  'the state without any record': {
    path: '/sources',
    shows: 'noSources',
    answers: sourcesAnswers({ 'GET /internal/vishing/sources/status': { body: { statuses: [] } } }),
  },
  'the state that failed': {
    path: '/sources',
    shows: 'loadError',
    answers: sourcesAnswers({
      'GET /internal/vishing/sources/status': failure(503, 'Elasticsearch does not answer.'),
    }),
  },
  'the catalogue': { path: '/sources/systems', shows: 'sourceCatalogue' },
  'an unverified source': { path: '/sources/systems?system=avaya_aura', shows: 'unverifiedNote' },
  'no match in the catalogue': { path: '/sources/systems?search=xyz', shows: 'noSourceMatches' },
  'the upload': { path: '/sources/upload', shows: 'filePicker' },
};

describe('the sources page', () => {
  it.each(Object.keys(STATES))('shows %s, which axe finds no fault with', async (name) => {
    const { path, shows, answers } = STATES[name] ?? { path: '', shows: '' };
    for (const theme of ['light', 'dark'] as const) {
      const opened = await open(path, shows, { theme, ...(answers ? { answers } : {}) });
      expect(await accessibilityViolations(opened.page)).toEqual([]);
      expect(opened.errors).toEqual([]);
      await opened.page.context().close();
    }
  });

  it('puts the silent source first and says why it seems to have stopped', async () => {
    const { page } = await open('/sources', 'sourceTable');
    const first = await page.locator('tbody tr').first().innerText();
    expect(first).toContain('vienna');
    expect(first).toContain(
      'No record for 52 h; the longest pause in the two weeks before was 17 h.'
    );
    await page.context().close();
  });

  it('reads failed records again with a corrected setting', async () => {
    const { page, asked } = await open('/sources?open=asterisk_cdr%2Fmunich', 'failurePanel');
    await subject(page, 'replayButton').click();
    await subject(page, 'site-country').last().fill('AT');
    await subject(page, 'replayStartButton').click();
    await page.getByText('290 of 300 failed records are understood now').first().waitFor();
    const request = asked.find(({ path }) => path.endsWith('/replay'));
    expect(request?.body).toMatchObject({
      source: 'asterisk_cdr',
      site: 'munich',
      settings: { country: 'AT' },
    });
    await page.context().close();
  });

  it('finds a phone system and shows how it sends its records', async () => {
    const { page } = await open('/sources/systems', 'sourceCatalogue');
    await subject(page, 'sourceSearch').fill('aster');
    await subject(page, 'source-asterisk_cdr').click();
    await page.getByText('one event a line.').first().waitFor();
    expect(page.url()).toContain('system=asterisk_cdr');
    await page.keyboard.press('Escape');
    await subject(page, 'sourceFlyout').waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('an upload', () => {
  it('recognises pasted records, previews them and says what became of each', async () => {
    const { page, asked } = await open('/sources/upload', 'filePicker');
    await paste(page, 'record one\nbroken line\n');
    await page.getByText('Recognised as Asterisk call detail records, 83 % sure').first().waitFor();
    await subject(page, 'previewTable').waitFor();
    expect(await subject(page, 'previewTable').innerText()).toContain('+1 202 555 0142');
    await subject(page, 'previewRecord-1').click();
    await subject(page, 'previewReason').waitFor();
    expect(asked.some(({ path }) => path.endsWith('/records'))).toBe(false);
    await subject(page, 'site-id').fill('berlin');
    await subject(page, 'sendButton').click();
    await subject(page, 'uploadResult').waitFor();
    expect(await subject(page, 'uploadResult').innerText()).toContain(
      '2 records sent: 1 stored, 0 already known, 1 failed'
    );
    expect(await subject(page, 'uploadFailures').innerText()).toContain('The line has 1 column.');
    expect(asked.find(({ path }) => path.endsWith('/records'))?.body).toMatchObject({
      source: 'asterisk_cdr',
      site: { id: 'berlin', country: 'US' },
    });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('reads an unknown phone system by a mapping of its columns, and saves it', async () => {
    const { page, asked } = await open('/sources/upload', 'filePicker', {
      answers: sourcesAnswers({
        'PUT /internal/vishing/sources/mappings/branch': ({ body }) => ({
          body: {
            name: 'branch',
            pipeline: 'logs-vishing.mapping.branch',
            mapping: (body as { mapping: unknown }).mapping,
          },
        }),
      }),
    });
    await paste(page, 'When;Who;Whom\n2026-03-02 09:15:00;+442079460958;100\n');
    await subject(page, 'mappingForm').waitFor();
    expect(await subject(page, 'map-start').inputValue()).toBe('When');
    expect(await subject(page, 'map-caller_number').inputValue()).toBe('Who');
    await subject(page, 'map-start').selectOption('');
    await subject(page, 'mappingMissing').waitFor();
    expect(await subject(page, 'sendButton').isDisabled()).toBe(true);
    await subject(page, 'map-start').selectOption('When');
    await subject(page, 'mappingName').fill('branch');
    await subject(page, 'saveMappingButton').click();
    await page
      .getByText('let shippers name the pipeline logs-vishing.mapping.branch')
      .first()
      .waitFor();
    await subject(page, 'sendButton').click();
    await subject(page, 'uploadResult').waitFor();
    expect(asked.find(({ path }) => path.endsWith('/records'))?.body).toMatchObject({
      source: 'generic',
      mapping: { delimiter: ';', columns: { start: 'When', caller_number: 'Who' } },
      records: [{ header: 'When;Who;Whom' }],
    });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('refuses a PDF and an empty file with one sentence, before anything is sent', async () => {
    const { page, asked } = await open('/sources/upload', 'filePicker');
    const choose = (name: string, text: string) =>
      page.setInputFiles('input[type=file]', {
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
    await choose('report.csv', '%PDF-1.7');
    await page.getByText('report.csv is a PDF document, and only text').first().waitFor();
    await choose('empty.csv', '');
    await page.getByText('empty.csv is empty, so there is nothing to read.').first().waitFor();
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await page.context().close();
  });

  it('waits for a lost connection, and can be cancelled', async () => {
    const { page } = await open('/sources/upload', 'filePicker', {
      answers: sourcesAnswers({
        'POST /internal/vishing/records': failure(503, 'Kibana is starting.'),
      }),
    });
    await paste(page, 'record one\n');
    await subject(page, 'sendButton').click();
    await subject(page, 'uploadWaiting').waitFor();
    await subject(page, 'cancelUploadButton').click();
    await page.getByText('The upload was cancelled').first().waitFor();
    await page.context().close();
  });

  it('is not offered to someone who may only look', async () => {
    const { page } = await open('/sources/upload', 'uploadReadOnly', {
      capabilities: { show: true },
    });
    expect(await page.getByText('Voice phishing: All').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../ui/support/launch_browser';
import { CALL } from './asterisk_call';
import { askAs, bySubject, logInAs } from './people';
import { runCommand, startDemo, type RunningDemo } from './running_demo';

jest.setTimeout(330_000);

let demo: RunningDemo;
let browser: Browser;
let stopped: number | null | undefined;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  if (stopped === undefined) await demo?.stop();
});

const logIn = (user: string): Promise<Page> => logInAs(browser, demo, user);
const ask = (user: string, path: string, init?: RequestInit): Promise<Response> =>
  askAs(demo, user, path, init);

describe('npm run demo', () => {
  it('finds all campaigns in the made-up company and alerts on at most two ordinary calls', () => {
    const { records, campaigns, benign_calls_alerted, people_resolved_share } = demo.result;
    expect(records.failed).toBe(0);
    expect(records.stored).toBe(records.sent);
    expect(campaigns.map(({ detected }) => detected)).toEqual([true, true, true]);
    expect(benign_calls_alerted).toBeLessThanOrEqual(2);
    expect(people_resolved_share).toBeGreaterThan(0.98);
  });

  it('shows the suspicious calls to the analyst, who opens one and acknowledges it', async () => {
    const page = await logIn('analyst');
    await page.waitForSelector('tbody a[href*="/calls/"]');
    expect(await page.locator('tbody tr').count()).toBe(demo.result.suspicious_calls);
    await page.locator('tbody a[href*="/calls/"]').first().click();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Acknowledged', { exact: true }).first().waitFor();
    await page.reload();
    await page.getByText('Acknowledged', { exact: true }).first().waitFor();
    await page.goto(`${demo.url}/app/vishing/setup`);
    await bySubject(page, 'setupReadOnly').waitFor();
    expect(await bySubject(page, 'installButton').isEnabled()).toBe(false);
    await page.context().close();
  });

  it('lets the administrator install everything again, which changes nothing', async () => {
    const page = await logIn('admin');
    await page.goto(`${demo.url}/app/vishing/setup`);
    await page.getByRole('button', { name: 'Check and install again' }).click();
    await page
      .getByText(/0 installed, 0 updated, \d+ unchanged, 0 failed/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('takes an upload of the administrator, previewed first, and shows its source', async () => {
    const page = await logIn('admin');
    await page.goto(`${demo.url}/app/vishing/sources/upload`);
    await bySubject(page, 'filePicker').waitFor();
    await page.setInputFiles('input[type=file]', {
      name: 'Master.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${CALL}\nthis is no call\n`),
    });
    await page.getByText('Recognised as Asterisk call detail records').first().waitFor();
    await bySubject(page, 'previewTable').waitFor();
    await bySubject(page, 'site-id').fill('upload');
    await bySubject(page, 'sendButton').click();
    await page.getByText('2 records sent: 1 stored, 0 already known, 1 failed').first().waitFor();
    await page.goto(`${demo.url}/app/vishing/sources?open=asterisk_cdr%2Fupload`);
    await page.getByText('The line has 1 column').first().waitFor();
    await page.context().close();
  });

  it('keeps a tuned value, compiles the rule with it, and refuses who may not, what is wrong and what is stale', async () => {
    const rule = '/internal/vishing/rules/1562690c-ad16-496e-9a3e-57ff8faa4df1';
    const tune = async (user: string, window: string, token?: string): Promise<Response> =>
      ask(user, `${rule}/tuning`, {
        method: 'PUT',
        body: JSON.stringify({
          ...{ values: { time_window: window }, settings: {}, token },
          note: 'our calls are long',
        }),
      });
    expect((await tune('analyst', '45m')).status).toBe(403);
    expect((await tune('engineer', '9h')).status).toBe(400);
    expect((await tune('engineer', '45m')).status).toBe(200);
    expect((await tune('engineer', '1h')).status).toBe(409);
    expect(await (await ask('analyst', rule)).json()).toMatchObject({
      tuning: { values: { time_window: '45m' } },
      history: [{ by: 'engineer', note: 'our calls are long' }],
      compiled: { query: expect.stringContaining('vishing.gap_seconds <= 2700') as string },
    });
    const now = Date.now();
    const query = new URLSearchParams({
      from: new Date(now - 14 * 86_400_000).toISOString(),
      to: new Date(now).toISOString(),
      timezone: 'UTC',
    });
    const activity = await ask('analyst', `/internal/vishing/rules/activity?${String(query)}`);
    const { rules } = (await activity.json()) as { rules: { alerts: number }[] };
    expect(rules.reduce((sum, { alerts }) => sum + alerts, 0)).toBeGreaterThan(0);
  });

  it('explains a call that a rule alerted on, and compiles an exception into the rule until it is removed', async () => {
    const rule = '/internal/vishing/rules/1562690c-ad16-496e-9a3e-57ff8faa4df1';
    const now = Date.now();
    const query = new URLSearchParams({
      from: new Date(now - 15 * 86_400_000).toISOString(),
      to: new Date(now).toISOString(),
      search: '',
    });
    const found = await ask('analyst', `/internal/vishing/why/calls?${String(query)}`);
    const { calls } = (await found.json()) as { calls: { call_id: string }[] };
    const [call] = calls;
    const explained = await ask('analyst', `${rule}/why/${call?.call_id ?? ''}`, {
      method: 'POST',
      body: '{}',
    });
    expect(explained.status).toBe(200);
    expect(await explained.json()).toMatchObject({
      call: { call_id: call?.call_id },
      signals: ['Remote access tool started'],
    });
    const except = (user: string): Promise<Response> =>
      ask(user, `${rule}/exceptions`, {
        method: 'POST',
        body: JSON.stringify({
          ...{ kind: 'number_person', values: ['+12025550199', 'nobody'] },
          ...{ expires: new Date(now + 86_400_000).toISOString(), reason: 'a supplier' },
        }),
      });
    expect((await except('analyst')).status).toBe(403);
    const made = (await (await except('engineer')).json()) as {
      exceptions: { id: string }[];
      compiled: { query: string };
    };
    expect(made.compiled.query).toContain('vishing.external.number == "+12025550199"');
    const ended = await ask('engineer', `${rule}/exceptions/${made.exceptions[0]?.id ?? ''}`, {
      method: 'DELETE',
    });
    expect(await ended.json()).toMatchObject({ exceptions: [] });
  });

  it('shows the engineer which techniques the records and rules of the company cover', async () => {
    const page = await logIn('engineer');
    await page.goto(`${demo.url}/app/vishing/coverage?from=now-14d&to=now`);
    const callers = bySubject(page, 'technique-T1598.004');
    await callers.waitFor();
    expect(await callers.innerText()).toContain('Covered');
    expect(await bySubject(page, 'dataSet-calls').innerText()).toContain('There');
    expect(await bySubject(page, 'dataSet-cisco_duo.auth').innerText()).toContain('None');
    expect(await bySubject(page, 'engineError').count()).toBe(0);
    expect(await bySubject(page, 'unknownData').count()).toBe(0);
    await page.context().close();
    expect((await ask('nobody', '/internal/vishing/coverage')).status).toBe(403);
  });

  it('runs every rule, because the company has the data of all', async () => {
    const page = await logIn('engineer');
    await page.goto(`${demo.url}/app/vishing/rules`);
    await bySubject(page, 'rulesTable').waitFor();
    expect(await bySubject(page, 'ruleState-enabled').count()).toBeGreaterThan(30);
    expect(await bySubject(page, 'ruleState-waiting').count()).toBe(0);
    await page.context().close();
  });

  it('does not let a person who sees numbers masked try them on the watchlist', async () => {
    const effect = (user: string): Promise<Response> =>
      ask(user, '/internal/vishing/watchlist/effect', {
        method: 'POST',
        body: JSON.stringify({ numbers: ['+12025550142'] }),
      });
    expect((await effect('analyst')).status).toBe(200);
    for (const answer of [
      await effect('privacy'),
      await ask('privacy', '/internal/vishing/watchlist'),
      await ask('privacy', '/internal/vishing/watchlist/export'),
    ]) {
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('See phone numbers and names in full');
    }
    const page = await logIn('privacy');
    await page.goto(`${demo.url}/app/vishing/numbers`);
    await bySubject(page, 'noAccess').waitFor();
    await page.goto(`${demo.url}/app/vishing/rules`);
    await bySubject(page, 'rulesTable').waitFor();
    await bySubject(page, 'rulesReadOnly').waitFor();
    await page.context().close();
  });

  it('gives no page and no answer to a person without access', async () => {
    const page = await logIn('nobody');
    await page.getByText('You do not have permission to access this page').first().waitFor();
    expect(await bySubject(page, 'vishingApp').count()).toBe(0);
    await page.context().close();
    for (const path of ['/internal/vishing/setup', '/internal/vishing/calls/abcdefgh']) {
      expect((await ask('nobody', path)).status).toBe(403);
    }
  });

  it('takes a file of real records beside its own, stores a broken line and counts it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vishing-ingest-'));
    const file = join(folder, 'Master.csv');
    writeFileSync(file, `${CALL}\nthis is no call\n`);
    const args = ['standalone/ingest.ts', '--source', 'asterisk_cdr', '--country', 'US'];
    const run = await runCommand(...args, '--data-dir', demo.dataDir, '--json', file);
    rmSync(folder, { recursive: true, force: true });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ records: { sent: 2, stored: 1, failed: 1 } });
    expect(run.stderr).toContain('The line has 1 column');
  });

  it.each([
    ['an unknown source', ['--source', 'nobody'], 'The source "nobody" is not known'],
    ['a missing file', ['--source', 'asterisk_cdr', '/no/such/file'], 'does not exist'],
    ['a wrong country', ['--source', 'asterisk_cdr', '--country', 'XX', 'f'], 'two-letter code'],
  ])('answers %s with one sentence', async (_, args, sentence) => {
    const run = await runCommand('standalone/ingest.ts', ...args, '--data-dir', demo.dataDir);
    expect(run.code).toBeGreaterThan(0);
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toContain('    at ');
  });

  it('refuses to run twice on one data folder', async () => {
    const run = await runCommand('standalone/demo.ts', '--data-dir', demo.dataDir);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('A demo is running on');
  });

  it('says at once that its port is taken', async () => {
    const port = new URL(demo.url).port;
    const run = await runCommand(
      'standalone/demo.ts',
      '--port',
      port,
      '--data-dir',
      `${demo.dataDir}-2`
    );
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`Port ${port} on 127.0.0.1 is in use by another program.`);
  });

  it('stops on Ctrl-C and leaves nothing behind', async () => {
    stopped = await demo.stop();
    expect(stopped).toBe(0);
    await expect(fetch(demo.url)).rejects.toThrow('fetch failed');
  });
});

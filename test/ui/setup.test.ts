import type { Page } from 'playwright-core';
import type { AssetStatus } from '../../common/api/setup';
import { answersWith, failure } from './support/answers';
import { startHarness, type Answers, type Harness, type OpenOptions } from './support/harness';
import { buildSetup } from './support/scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const SETUP = 'POST /internal/vishing/setup';
const RULES = 'POST /internal/vishing/rules/install';
const RULE = {
  rule_id: 'r1',
  name: 'Rule 1',
  version: 1,
  type: 'esql',
  enabled: true,
  tags: ['Vishing'],
};

const missing = (): AssetStatus[] =>
  buildSetup().assets.map((asset) => ({ ...asset, state: 'missing' }));
const results = (result: string, reason?: string) =>
  buildSetup().assets.map(({ kind, id, name }) => ({ kind, id, name, result, reason }));

const before: Answers = answersWith({
  'GET /internal/vishing/setup': {
    body: buildSetup({ assets: missing(), resolver: { scheduled: false } }),
  },
  'GET /internal/vishing/rules/compiled': { body: { rules: [RULE] } },
  [SETUP]: { body: { assets: results('installed') }, delayMs: 200 },
  [RULES]: { body: { assets: [{ kind: 'rule', id: 'r1', name: 'Rule 1', result: 'installed' }] } },
});

const open = async (answers: Answers, options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({ path: '/setup', answers, ...options });
  await subject(opened.page, 'installButton').waitFor();
  return opened;
};

describe('the setup page', () => {
  it('installs everything with one button and says what it did', async () => {
    const { page } = await open(before);
    await page.getByRole('button', { name: 'Install everything' }).click();
    await subject(page, 'installProgress').waitFor();
    await page.getByText('7 installed, 0 updated, 0 unchanged, 0 failed').first().waitFor();
    expect(await subject(page, 'assetState-r1').innerText()).toBe('Installed');
    await page.context().close();
  });

  it('creates nothing before it is asked to', async () => {
    const { page, asked } = await open(before);
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    await page.context().close();
  });

  it('shows which asset failed and why, and keeps the rest', async () => {
    const assets = results('installed').map((asset, index) =>
      index === 4
        ? { ...asset, result: 'failed', reason: 'The pipeline needs a processor that is missing.' }
        : asset
    );
    const { page } = await open({ ...before, [SETUP]: { body: { assets } } });
    await subject(page, 'installButton').click();
    await page.getByText('6 installed, 0 updated, 0 unchanged, 1 failed').first().waitFor();
    await page.getByText('The pipeline needs a processor that is missing.').first().waitFor();
    await page.context().close();
  });

  it('installs the rules from the browser where the server cannot', async () => {
    const { page, asked } = await open({
      ...before,
      [RULES]: failure(501, 'This Kibana has no self client.', 'not_supported'),
      'POST /api/detection_engine/rules': { body: RULE },
    });
    await subject(page, 'installButton').click();
    await page.getByText('7 installed').first().waitFor();
    expect(
      asked.some(({ method, path }) => method === 'POST' && path === '/api/detection_engine/rules')
    ).toBe(true);
    await page.context().close();
  });

  it('says what stopped it, and that what is there stays', async () => {
    const { page } = await open({ ...before, [RULES]: failure(503, 'Kibana does not answer.') });
    await subject(page, 'installButton').click();
    await page.getByText('The installation stopped: Kibana does not answer.').first().waitFor();
    await page.context().close();
  });

  it('shows someone without the privilege everything, and changes nothing', async () => {
    const { page } = await open(before, { capabilities: { show: true } });
    expect(await subject(page, 'installButton').isDisabled()).toBe(true);
    expect(await subject(page, 'setupReadOnly').innerText()).toContain('Voice phishing: All');
    await page.context().close();
  });

  it('runs the resolver, and asks before it rebuilds', async () => {
    const run = 'POST /internal/vishing/resolver/run';
    const { page, asked } = await open(answersWith({ [run]: { body: { started: true } } }));
    await subject(page, 'resolveNowButton').click();
    await page.getByText('The resolver was started').first().waitFor();
    await subject(page, 'rebuildButton').click();
    await page.getByRole('button', { name: 'Rebuild', exact: true }).click();
    await page.getByText('The resolver was started').nth(1).waitFor();
    const bodies = asked
      .filter(({ path }) => path.endsWith('/resolver/run'))
      .map(({ body }) => body);
    expect(bodies).toEqual([{ rebuild: false }, { rebuild: true }]);
    await page.context().close();
  });
});

import type { Browser, Page } from 'playwright-core';
import { INTERNAL_API_VERSION } from '../../common/constants';
import type { RunningDemo } from './running_demo';

/** Elements by the name that the product gives them for tests. */
export const bySubject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`);

/** Logs in on the log-in page, as a person does. */
export const logInAs = async (browser: Browser, demo: RunningDemo, user: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${demo.url}/app/vishing?from=now-14d&to=now`);
  await page.fill('input[name=username]', user);
  await page.fill('input[name=password]', demo.passwords[user] ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  return page;
};

/** Asks a route of the plugin with the rights of a user of the demo. */
export const askAs = (
  demo: RunningDemo,
  user: string,
  path: string,
  init: RequestInit = {}
): Promise<Response> =>
  fetch(`${demo.url}${path}`, {
    ...init,
    headers: {
      'content-type': 'application/json',
      'kbn-xsrf': 'test',
      authorization: `Basic ${Buffer.from(`${user}:${demo.passwords[user] ?? ''}`).toString('base64')}`,
      'elastic-api-version': INTERNAL_API_VERSION,
      'x-elastic-internal-origin': 'Kibana',
    },
  });

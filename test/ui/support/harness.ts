import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { MANAGE_CAPABILITY, PERSONAL_CAPABILITY, READ_CAPABILITY } from '../../../common/constants';
import type { HarnessSettings } from './harness_settings';
import { startHarnessServer } from './harness_server';
import { launchBrowser } from './launch_browser';

/** What a route answers; `delayMs` holds it back. */
export interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly delayMs?: number;
}

/** Answers by method and the beginning of the path, such as `GET /internal/vishing/setup`; the longest one wins. */
export type Answers = Readonly<
  Record<string, Answer | ((request: AskedFor) => Answer | Promise<Answer>)>
>;

export interface AskedFor {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface OpenOptions extends Partial<HarnessSettings> {
  /** Below the app, such as `/calls/abc?tab=list`. */
  readonly path: string;
  readonly answers: Answers;
  readonly viewport?: { width: number; height: number };
}

export interface OpenPage {
  readonly page: Page;
  /** Everything that was asked for so far. */
  readonly asked: readonly AskedFor[];
  /** What the page wrote to the console as an error, and errors nobody caught. */
  readonly errors: readonly string[];
}

export interface Harness {
  open(options: OpenOptions): Promise<OpenPage>;
  stop(): Promise<void>;
}

const askedFor = (route: Route): AskedFor => {
  const request = route.request();
  const url = new URL(request.url());
  const text = request.postData();
  return {
    method: request.method(),
    path: url.pathname,
    query: url.searchParams,
    body: text === null ? undefined : (JSON.parse(text) as unknown),
  };
};

const answerFor = (answers: Answers, request: AskedFor): Answer | Promise<Answer> => {
  const asked = `${request.method} ${request.path}`;
  const key = Object.keys(answers)
    .filter((candidate) => asked.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  const found = key === undefined ? undefined : answers[key];
  if (found === undefined) {
    return {
      status: 404,
      body: { statusCode: 404, message: `The test has no answer for ${asked}` },
    };
  }
  return typeof found === 'function' ? found(request) : found;
};

const answerRoutes = async (
  context: BrowserContext,
  answers: Answers,
  asked: AskedFor[]
): Promise<void> => {
  const handle = async (route: Route): Promise<void> => {
    const request = askedFor(route);
    asked.push(request);
    const { status = 200, body, delayMs = 0 } = await answerFor(answers, request);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    await route
      .fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) })
      // The page may have gone away or aborted the request meanwhile.
      .catch((error: unknown) => error);
  };
  await context.route('**/internal/**', handle);
  await context.route('**/api/**', handle);
};

const openPage = async (
  browser: Browser,
  url: string,
  { path, answers, viewport = { width: 1280, height: 900 }, ...given }: OpenOptions
): Promise<OpenPage> => {
  const settings: HarnessSettings = {
    theme: given.theme ?? 'light',
    zone: given.zone ?? 'UTC',
    capabilities: given.capabilities ?? {
      [READ_CAPABILITY]: true,
      [MANAGE_CAPABILITY]: true,
      [PERSONAL_CAPABILITY]: true,
    },
  };
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB' });
  const asked: AskedFor[] = [];
  const errors: string[] = [];
  await answerRoutes(context, answers, asked);
  await context.addInitScript((value) => {
    window.vishingHarness = value;
  }, settings);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refused request is written by the browser itself; tests of failures cause them on purpose.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  await page.goto(`${url}/app/vishing${path}`);
  return { page, asked, errors };
};

/** A browser and the page around the app; one for each test file. */
export const startHarness = async (): Promise<Harness> => {
  const [server, browser] = await Promise.all([startHarnessServer(), launchBrowser()]);
  return {
    open: (options) => openPage(browser, server.url, options),
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
};

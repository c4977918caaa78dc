import type { HttpStart } from '../kibana';
import { installEverything } from './install';

const ASSET = { kind: 'index', id: 'vishing-calls', name: 'vishing-calls', result: 'installed' };
const RULE = { kind: 'rule', id: 'r1', name: 'Rule 1', result: 'installed' };

/** Answers by method and path; anything else is a mistake in the test. */
const httpWith = (answers: Record<string, () => unknown>, seen: string[]): HttpStart => ({
  basePath: { get: () => '', prepend: (path) => path },
  fetch: <T>(path: string, { method }: { method: string }) => {
    seen.push(`${method} ${path}`);
    const answer = answers[`${method} ${path}`];
    if (!answer) return Promise.reject(new Error(`Unexpected ${method} ${path}`));
    return Promise.resolve().then(answer) as Promise<T>;
  },
});

const run = async (answers: Record<string, () => unknown>, viaServer: boolean) => {
  const seen: string[] = [];
  const steps: string[] = [];
  const results: unknown[] = [];
  const outcome = await installEverything(httpWith(answers, seen), {
    viaServer,
    onStep: (step) => steps.push(step),
    onResults: (found) => results.push(...found),
  }).then(
    () => 'done',
    (error: Error) => error.message
  );
  return { seen, steps, results, outcome };
};

const failing = (statusCode: number, message: string) => () => {
  throw Object.assign(new Error(message), { body: { statusCode, message } });
};
const SETUP = { 'POST /internal/vishing/setup': () => ({ assets: [ASSET] }) };
const BROWSER = {
  'GET /internal/vishing/rules/compiled': () => ({ rules: [] }),
  'GET /api/detection_engine/rules/_find': () => ({ total: 0, data: [] }),
};

describe('installing everything', () => {
  it('installs assets first, then rules through the server', async () => {
    const server = { 'POST /internal/vishing/rules/install': () => ({ assets: [RULE] }) };
    const { steps, results, outcome } = await run({ ...SETUP, ...server }, true);
    expect([steps, results, outcome]).toEqual([['assets', 'rules'], [ASSET, RULE], 'done']);
  });

  it('installs rules from the browser where the server cannot', async () => {
    const { seen, outcome } = await run({ ...SETUP, ...BROWSER }, false);
    expect(outcome).toBe('done');
    expect(seen).toContain('GET /api/detection_engine/rules/_find');
  });

  it('turns to the browser when the server says that it cannot', async () => {
    const refusing = { 'POST /internal/vishing/rules/install': failing(501, 'No self client') };
    const { seen, outcome } = await run({ ...SETUP, ...BROWSER, ...refusing }, true);
    expect(outcome).toBe('done');
    expect(seen.at(-1)).toBe('GET /api/detection_engine/rules/_find');
  });

  it('keeps the results of the first step when the second fails', async () => {
    const refusing = { 'POST /internal/vishing/rules/install': failing(500, 'Broken') };
    const { results, outcome } = await run({ ...SETUP, ...refusing }, true);
    expect([results, outcome]).toEqual([[ASSET], 'Broken']);
  });
});

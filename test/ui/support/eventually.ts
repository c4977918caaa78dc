import { isDeepStrictEqual } from 'node:util';

const PATIENCE_MS = 15_000;
const PAUSE_MS = 50;

/**
 * Waits until what `read` gives is the expected value: a page asks and draws a moment after the click, and that
 * moment is long on a busy machine. After 15 seconds the difference is the test's failure.
 */
export const eventually = async <T>(
  read: () => T | Promise<T>,
  expected: unknown
): Promise<void> => {
  const end = Date.now() + PATIENCE_MS;
  while (!isDeepStrictEqual(await read(), expected) && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  expect(await read()).toEqual(expected);
};

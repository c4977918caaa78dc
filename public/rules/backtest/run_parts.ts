import type { AbsoluteRange } from '../../shared/url/time_range';

/** Two parts keep a small Elasticsearch busy while one of them waits for names, and leave room for other people. */
const AT_A_TIME = 2;

/**
 * Asks for parts, two at a time, in the order given. When one fails, no other is begun, and those under way are still told.
 * @throws what the first failing part throws
 */
export const runParts = async <Result>(
  parts: readonly AbsoluteRange[],
  ask: (part: AbsoluteRange) => Promise<Result>,
  tell: (result: Result, part: AbsoluteRange) => void
): Promise<void> => {
  const left = [...parts];
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let part = left.shift(); part; part = left.shift()) {
      try {
        tell(await ask(part), part);
      } catch (error) {
        failures.push(error);
        left.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  if (failures.length > 0) throw failures[0];
};

import { hashOf } from '../hash_of';

/**
 * Gives the result of some work, from memory where it was done before. The key names everything that the result depends on
 * but the data itself.
 * @param rowsOf how large a result is
 */
export type Remember = <Result>(
  key: readonly unknown[],
  work: () => Promise<Result>,
  rowsOf: (result: Result) => number
) => Promise<Result>;

/** Rows of all results together; a row is an event with what the rules read of it. */
const MOST_ROWS = 200_000;
/** A back-test is tuned in minutes; later its data may have changed, and nobody needs it in memory. */
const KEEP_MS = 600_000;

interface Entry {
  readonly result: unknown;
  readonly rows: number;
  readonly atMs: number;
}

/** What parts of back-tests found, for a while. */
export interface BacktestMemory {
  /**
   * The memory of one person's page for one request, which shares work under way, too. Others never see it.
   * @param owner who asks, in which space, and the name that the page gave its memory
   */
  of(owner: readonly string[]): Remember;
}

/** Work under way is shared, and nothing is kept beyond it. */
export const rememberForNow = (): Remember => {
  const pending = new Map<string, Promise<unknown>>();
  return <Result>(key: readonly unknown[], work: () => Promise<Result>): Promise<Result> => {
    const name = hashOf(...key);
    const promise = (pending.get(name) as Promise<Result> | undefined) ?? work();
    pending.set(name, promise);
    return promise;
  };
};

/** @param mostRows the oldest results go first when there are more rows than this */
export const createBacktestMemory = (mostRows = MOST_ROWS): BacktestMemory => {
  const entries = new Map<string, Entry>();
  let rows = 0;
  const drop = (name: string): void => {
    rows -= entries.get(name)?.rows ?? 0;
    entries.delete(name);
  };
  const tidy = (nowMs: number): void => {
    for (const [name, { atMs }] of entries) {
      if (rows <= mostRows && nowMs - atMs < KEEP_MS) return;
      drop(name);
    }
  };
  return {
    of(owner) {
      const share = rememberForNow();
      return (key, work, rowsOf) =>
        share(
          key,
          async () => {
            const name = hashOf(owner, key);
            tidy(Date.now());
            const known = entries.get(name);
            if (known) return known.result as Awaited<ReturnType<typeof work>>;
            const result = await work();
            drop(name);
            // An empty result takes room as well.
            const size = 1 + rowsOf(result);
            entries.set(name, { result, rows: size, atMs: Date.now() });
            rows += size;
            tidy(Date.now());
            return result;
          },
          rowsOf
        );
    },
  };
};

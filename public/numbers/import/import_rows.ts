import { IMPORT_ROWS, type ImportResponse, type ImportRow } from '../../../common/api/watchlist';
import type { ParsedRow, ParsedRows, RefusedRow } from '../../../common/watchlist/import_rows';
import { isAbort, toApiError } from '../../api/api_error';

/** Requests on the way at once: while one is stored, the next one travels. */
const IN_FLIGHT = 2;
/** Waits before a request is sent again, seconds; the last one is repeated until the person gives up. */
const RETRY_SECONDS = [1, 2, 4, 8, 15, 30];
/** No answer, or a server that is starting or overloaded. */
const RETRY_STATUS = new Set([0, 408, 429, 502, 503, 504]);
const MAX_REFUSED = 200;

/** How far an import is; counts never decrease. */
export interface ImportProgress {
  /** Rows that were read and sent. */
  readonly sent: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly merged: number;
  /** About something else than phone numbers. */
  readonly ignored: number;
  readonly refusedCount: number;
  /** The first ones. */
  readonly refused: readonly RefusedRow[];
  /** Why nothing is sent at the moment, and when it is tried again. */
  readonly waiting?: { readonly reason: string; readonly seconds: number };
}

const NOTHING: ImportProgress = {
  sent: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  ignored: 0,
  refusedCount: 0,
  refused: [],
};

export interface ImportOptions {
  readonly parsed: AsyncIterable<ParsedRows>;
  readonly signal: AbortSignal;
  /** Stores one batch. @throws ApiError */
  send(rows: ImportRow[]): Promise<ImportResponse>;
  tell(progress: ImportProgress): void;
  /** Replaced in tests. */
  wait?(seconds: number, signal: AbortSignal): Promise<void>;
}

const waitSeconds = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new DOMException('The import was cancelled', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', stop, { once: true });
  });

const toRow = ({ line: _, ...row }: ParsedRow): ImportRow => row;

const createTally = ({ tell }: ImportOptions) => {
  let state = NOTHING;
  const change = (changes: Partial<ImportProgress>): void => {
    state = { ...state, ...changes };
    tell(state);
  };
  const addRefused = (rows: readonly RefusedRow[]): Partial<ImportProgress> =>
    rows.length === 0
      ? {}
      : {
          refusedCount: state.refusedCount + rows.length,
          refused: [...state.refused, ...rows.slice(0, MAX_REFUSED - state.refused.length)],
        };
  return {
    change,
    current: () => state,
    addParsed: ({ refused, ignored }: ParsedRows): void => {
      if (refused.length + ignored > 0)
        change({ ...addRefused(refused), ignored: state.ignored + ignored });
    },
    addAnswer: (rows: readonly ParsedRow[], answer: ImportResponse): void => {
      const refused = answer.refused.map(({ row, reason }) => ({
        line: rows[row]?.line ?? 0,
        text: rows[row]?.number ?? '',
        reason,
      }));
      change({
        ...addRefused(refused),
        sent: state.sent + rows.length,
        created: state.created + answer.created,
        updated: state.updated + answer.updated,
        unchanged: state.unchanged + answer.unchanged,
        merged: state.merged + answer.merged,
        waiting: undefined,
      });
    },
  };
};
type Tally = ReturnType<typeof createTally>;

/** Sends one batch until it is stored. @throws what no second attempt would change, AbortError */
const sendUntilStored = async (
  rows: readonly ParsedRow[],
  { send, signal, wait = waitSeconds }: ImportOptions,
  tally: Tally
): Promise<ImportResponse> => {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await send(rows.map(toRow));
    } catch (error) {
      if (isAbort(error)) throw error;
      const { status, message } = toApiError(error);
      if (!RETRY_STATUS.has(status)) throw error;
      const seconds = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length - 1)] ?? 30;
      tally.change({ waiting: { reason: message, seconds } });
      await wait(seconds, signal);
    }
  }
};

/** Keeps a few batches on the way; the first failure stops the rest. */
const createLane = (options: ImportOptions, tally: Tally) => {
  const running = new Set<Promise<void>>();
  const failures: Error[] = [];
  const throwIfBroken = (): void => {
    options.signal.throwIfAborted();
    if (failures[0]) throw failures[0];
  };
  return {
    throwIfBroken,
    settle: () => Promise.all(running),
    start: async (rows: readonly ParsedRow[]): Promise<void> => {
      while (running.size >= IN_FLIGHT) await Promise.race(running);
      throwIfBroken();
      const sending = sendUntilStored(rows, options, tally)
        .then((answer) => tally.addAnswer(rows, answer))
        .catch((error: unknown) => {
          failures.push(error instanceof Error ? error : new Error(String(error)));
        })
        .finally(() => running.delete(sending));
      running.add(sending);
    },
  };
};

/**
 * Sends the rows of a list in batches. A lost connection is waited for; sending a row twice changes nothing, so a cancelled
 * import is simply done again.
 * @returns the final progress
 * @throws AbortError when cancelled, ApiError when the server refuses for good
 */
export const importRows = async (options: ImportOptions): Promise<ImportProgress> => {
  const tally = createTally(options);
  const lane = createLane(options, tally);
  let waiting: ParsedRow[] = [];
  try {
    for await (const part of options.parsed) {
      lane.throwIfBroken();
      tally.addParsed(part);
      waiting.push(...part.rows);
      while (waiting.length >= IMPORT_ROWS) {
        await lane.start(waiting.slice(0, IMPORT_ROWS));
        waiting = waiting.slice(IMPORT_ROWS);
      }
    }
    while (waiting.length > 0) {
      await lane.start(waiting.slice(0, IMPORT_ROWS));
      waiting = waiting.slice(IMPORT_ROWS);
    }
  } finally {
    await lane.settle();
  }
  lane.throwIfBroken();
  return tally.current();
};

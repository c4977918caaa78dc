import {
  RECORD_MAX_LENGTH,
  RECORDS_PER_REQUEST,
  type CutRecord,
  type StoreResponse,
} from '../../../common/api/sources';
import type { RecordFormat } from '../../../common/model/source';
import { cutNumberedRecords, type NumberedRecord } from '../../../common/readers/numbered_records';
import { isAbort, toApiError } from '../../api/api_error';
import { readFileText } from '../../shared/file_text';

/** Characters in one request, so that none grows too large for a proxy between browser and Kibana. */
const REQUEST_CHARACTERS = 4_000_000;
/** Requests on the way at once: while one is stored, the next one travels. */
const IN_FLIGHT = 2;
/** Waits before a request is sent again, seconds; the last one is repeated until the person gives up. */
const RETRY_SECONDS = [1, 2, 4, 8, 15, 30];
/** No answer, or a server that is starting or overloaded. */
const RETRY_STATUS = new Set([0, 408, 429, 502, 503, 504]);
const MAX_FAILURES = 200;

export interface UploadFailure {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
  /** False when Elasticsearch did not take it at all. */
  readonly stored: boolean;
}

/** How far an upload is; counts never decrease. */
export interface UploadProgress {
  readonly file: string;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly sent: number;
  readonly stored: number;
  readonly known: number;
  readonly dropped: number;
  readonly failed: number;
  /** The first ones. */
  readonly failures: readonly UploadFailure[];
  /** Why nothing is sent at the moment, and when it is tried again. */
  readonly waiting?: { readonly reason: string; readonly seconds: number };
}

export interface UploadOptions {
  readonly files: readonly File[];
  readonly format: RecordFormat;
  /** Stores one batch. @throws ApiError */
  send(file: string, records: CutRecord[]): Promise<StoreResponse>;
  onProgress(progress: UploadProgress): void;
  readonly signal: AbortSignal;
  /** Replaced in tests. */
  wait?(seconds: number, signal: AbortSignal): Promise<void>;
}

const waitSeconds = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new DOMException('The upload was cancelled', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', stop, { once: true });
  });

interface Batch {
  readonly file: string;
  readonly records: readonly NumberedRecord[];
}

const toCutRecord = ({ message, header, offset }: NumberedRecord): CutRecord => ({
  message,
  ...(header === undefined ? {} : { header }),
  offset,
});

/** Takes as many records from the front as fit into one request. */
const takeBatch = (waiting: NumberedRecord[]): NumberedRecord[] => {
  let characters = 0;
  let count = 0;
  for (const { message } of waiting) {
    if (count === RECORDS_PER_REQUEST) break;
    if (count > 0 && characters + message.length > REQUEST_CHARACTERS) break;
    characters += message.length;
    count += 1;
  }
  return waiting.splice(0, count);
};

const isFull = (waiting: readonly NumberedRecord[]): boolean =>
  waiting.length >= RECORDS_PER_REQUEST ||
  waiting.reduce((sum, { message }) => sum + message.length, 0) >= REQUEST_CHARACTERS;

/** Counts what became of records, and tells each change. */
const createTally = ({ files, onProgress }: UploadOptions) => {
  const failures: UploadFailure[] = [];
  let state: UploadProgress = {
    file: files[0]?.name ?? '',
    bytes: 0,
    totalBytes: files.reduce((sum, { size }) => sum + size, 0),
    sent: 0,
    stored: 0,
    known: 0,
    dropped: 0,
    failed: 0,
    failures,
  };
  const tell = (changes: Partial<UploadProgress>): void => {
    state = { ...state, ...changes };
    onProgress(state);
  };
  const addFailure = (failure: UploadFailure): void => {
    if (failures.length < MAX_FAILURES) failures.push(failure);
  };
  return {
    current: () => state,
    tell,
    /** Not told by itself: the next batch tells it too. */
    addBytes: (bytes: number) => {
      state = { ...state, bytes: state.bytes + bytes };
    },
    addAnswer: ({ file, records }: Batch, answer: StoreResponse) => {
      for (const { index, reason, stored } of answer.failures) {
        addFailure({ file, line: records[index]?.line ?? 0, reason, stored });
      }
      tell({
        sent: state.sent + records.length,
        stored: state.stored + answer.stored,
        known: state.known + answer.known,
        dropped: state.dropped + answer.dropped,
        failed: state.failed + answer.failed,
      });
    },
    addTooLong: (file: string, { message, line }: NumberedRecord) => {
      const reason = `The record has ${message.length} characters, and at most ${RECORD_MAX_LENGTH} can be sent: this is no call record, or its line ends are missing.`;
      addFailure({ file, line, reason, stored: false });
      tell({ sent: state.sent + 1, failed: state.failed + 1 });
    },
  };
};
type Tally = ReturnType<typeof createTally>;

/** Sends one batch again and again until it is stored. @throws what no second attempt would change, AbortError */
const sendUntilStored = async (
  { file, records }: Batch,
  { send, signal, wait = waitSeconds }: UploadOptions,
  tally: Tally
): Promise<StoreResponse> => {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      const answer = await send(file, records.map(toCutRecord));
      if (tally.current().waiting) tally.tell({ waiting: undefined });
      return answer;
    } catch (error) {
      if (isAbort(error)) throw error;
      const { status, message } = toApiError(error);
      if (!RETRY_STATUS.has(status)) throw error;
      const seconds = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length - 1)] ?? 30;
      tally.tell({ waiting: { reason: message, seconds } });
      await wait(seconds, signal);
    }
  }
};

/** Keeps a few batches on the way. */
const createLane = (options: UploadOptions, tally: Tally) => {
  const running = new Set<Promise<void>>();
  let broken: Error | undefined;
  const throwIfBroken = (): void => {
    options.signal.throwIfAborted();
    if (broken) throw broken;
  };
  return {
    start: async (batch: Batch): Promise<void> => {
      while (running.size >= IN_FLIGHT) await Promise.race(running);
      throwIfBroken();
      const sending = sendUntilStored(batch, options, tally)
        .then((answer) => tally.addAnswer(batch, answer))
        .catch((error: unknown) => {
          broken ??= error instanceof Error ? error : new Error(String(error));
        })
        .finally(() => running.delete(sending));
      running.add(sending);
    },
    /** What is on the way arrives and is counted, whatever stopped the rest. */
    settle: async (): Promise<void> => {
      await Promise.all(running);
    },
    throwIfBroken,
  };
};

const sendFile = async (
  file: File,
  { format, signal }: UploadOptions,
  { tally, lane }: { readonly tally: Tally; readonly lane: ReturnType<typeof createLane> }
): Promise<void> => {
  tally.tell({ file: file.name });
  const waiting: NumberedRecord[] = [];
  const sendNext = (): Promise<void> =>
    lane.start({ file: file.name, records: takeBatch(waiting) });
  for await (const records of cutNumberedRecords(format, readFileText(file, tally.addBytes))) {
    signal.throwIfAborted();
    for (const record of records) {
      if (record.message.length > RECORD_MAX_LENGTH) tally.addTooLong(file.name, record);
      else waiting.push(record);
    }
    while (isFull(waiting)) await sendNext();
  }
  while (waiting.length > 0) await sendNext();
};

/**
 * Sends files record by record, in batches. A lost connection is waited for; because storing a record twice changes
 * nothing, the batch at hand is simply sent again, and so may be the whole file after a cancelled upload.
 * @returns the final progress
 * @throws AbortError when cancelled, UnreadableFileError for a damaged file, ApiError when the server refuses for good
 */
export const uploadRecords = async (options: UploadOptions): Promise<UploadProgress> => {
  const tally = createTally(options);
  const lane = createLane(options, tally);
  try {
    for (const file of options.files) await sendFile(file, options, { tally, lane });
  } finally {
    await lane.settle();
  }
  lane.throwIfBroken();
  return tally.current();
};

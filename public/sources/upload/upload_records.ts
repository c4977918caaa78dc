import {
  RECORD_MAX_LENGTH,
  RECORDS_PER_REQUEST,
  type CutRecord,
  type StoreResponse,
} from '../../../common/api/sources';
import type { RecordFormat } from '../../../common/model/source';
import { cutNumberedRecords, type NumberedRecord } from '../../../common/readers/numbered_records';
import { isAbort, toApiError } from '../../api/api_error';
import { readFileText } from './file_text';

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

/**
 * Sends files record by record, in batches. A lost connection is waited for; because storing a record twice changes
 * nothing, the batch at hand is simply sent again, and so may be the whole file after a cancelled upload.
 * @returns the final progress
 * @throws AbortError when cancelled, UnreadableFileError for a damaged file, ApiError when the server refuses for good
 */
export const uploadRecords = async (options: UploadOptions): Promise<UploadProgress> => {
  const { files, format, signal, onProgress, wait = waitSeconds } = options;
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
  const fail = (failure: UploadFailure): void => {
    if (failures.length < MAX_FAILURES) failures.push(failure);
  };

  const sendUntilStored = async ({ file, records }: Batch): Promise<StoreResponse> => {
    for (let attempt = 0; ; attempt += 1) {
      signal.throwIfAborted();
      try {
        const answer = await options.send(file, records.map(toCutRecord));
        if (state.waiting) tell({ waiting: undefined });
        return answer;
      } catch (error) {
        if (isAbort(error)) throw error;
        const { status, message } = toApiError(error);
        if (!RETRY_STATUS.has(status)) throw error;
        const seconds = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length - 1)] ?? 30;
        tell({ waiting: { reason: message, seconds } });
        await wait(seconds, signal);
      }
    }
  };

  const store = async (batch: Batch): Promise<void> => {
    const answer = await sendUntilStored(batch);
    for (const { index, reason, stored } of answer.failures) {
      fail({ file: batch.file, line: batch.records[index]?.line ?? 0, reason, stored });
    }
    tell({
      sent: state.sent + batch.records.length,
      stored: state.stored + answer.stored,
      known: state.known + answer.known,
      dropped: state.dropped + answer.dropped,
      failed: state.failed + answer.failed,
    });
  };

  const refuseTooLong = (file: string, records: readonly NumberedRecord[]): NumberedRecord[] =>
    records.filter(({ message, line }) => {
      if (message.length <= RECORD_MAX_LENGTH) return true;
      const reason = `The record has ${message.length} characters, and at most ${RECORD_MAX_LENGTH} can be sent: this is no call record, or its line ends are missing.`;
      fail({ file, line, reason, stored: false });
      tell({ sent: state.sent + 1, failed: state.failed + 1 });
      return false;
    });

  const running = new Set<Promise<void>>();
  let broken: unknown;
  const start = async (batch: Batch): Promise<void> => {
    while (running.size >= IN_FLIGHT) await Promise.race(running);
    if (broken !== undefined) throw broken;
    const sending = store(batch)
      .catch((error: unknown) => {
        broken ??= error;
      })
      .finally(() => running.delete(sending));
    running.add(sending);
  };
  const settle = async (): Promise<void> => {
    await Promise.all(running);
    if (broken !== undefined) throw broken;
  };

  try {
    for (const file of files) {
      tell({ file: file.name });
      const waiting: NumberedRecord[] = [];
      const text = readFileText(file, (bytes) => {
        state = { ...state, bytes: state.bytes + bytes };
      });
      for await (const records of cutNumberedRecords(format, text)) {
        signal.throwIfAborted();
        waiting.push(...refuseTooLong(file.name, records));
        while (isFull(waiting)) await start({ file: file.name, records: takeBatch(waiting) });
      }
      while (waiting.length > 0) await start({ file: file.name, records: takeBatch(waiting) });
    }
    await settle();
  } catch (error) {
    // What is on the way arrives and is counted, whatever stopped the rest.
    await Promise.allSettled(running);
    throw error;
  }
  return state;
};

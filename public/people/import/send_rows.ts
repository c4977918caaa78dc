import type { ImportResult, RefusedRow } from '../../../common/api/people';
import type { ImportRow } from '../../../common/people/import_fields';
import { groupRows, toBatches } from '../../../common/people/map_columns';

/** How far an import is, and what became of its rows. */
export interface ImportProgress {
  readonly rows: number;
  readonly sent: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  /** The first refused rows. */
  readonly reasons: readonly RefusedRow[];
}

/** More are counted, but not kept. */
export const MAX_REASONS = 1000;

interface SendOptions {
  readonly rows: readonly ImportRow[];
  /** Rows of one request, about. */
  readonly size: number;
  readonly signal: AbortSignal;
  send(rows: readonly ImportRow[]): Promise<ImportResult>;
  onProgress(progress: ImportProgress): void;
}

const add = (before: ImportProgress, sent: number, result: ImportResult): ImportProgress => ({
  rows: before.rows,
  sent: before.sent + sent,
  created: before.created + result.created,
  updated: before.updated + result.updated,
  unchanged: before.unchanged + result.unchanged,
  refused: before.refused + result.refused.length,
  reasons: [...before.reasons, ...result.refused].slice(0, MAX_REASONS),
});

/**
 * Sends rows one request after the other, the rows of one person together. What was sent stays when it is cancelled, and
 * sending it again changes nothing.
 * @throws AbortError when cancelled, ApiError when the server refuses
 */
export const sendRows = async ({
  rows,
  size,
  signal,
  send,
  onProgress,
}: SendOptions): Promise<void> => {
  let progress: ImportProgress = {
    rows: rows.length,
    sent: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
    reasons: [],
  };
  onProgress(progress);
  for (const batch of toBatches(groupRows(rows), size)) {
    signal.throwIfAborted();
    progress = add(progress, batch.length, await send(batch));
    onProgress(progress);
  }
};

import { z } from 'zod';

/** What became of one document of a bulk request with `create`; `known`: it was there already, `dropped`: it is no record. */
export type CreateOutcome =
  | { readonly outcome: 'created' | 'known'; readonly index: string; readonly id: string }
  | { readonly outcome: 'dropped' }
  | { readonly outcome: 'refused'; readonly reason: string };

/** What we read of one item of a bulk answer, whichever version of the client gave it. */
export interface BulkItem {
  readonly _index?: string;
  readonly _id?: string | null;
  readonly status?: number;
  readonly result?: string;
  readonly error?: { readonly reason?: string | null; readonly type?: string };
}

/** Reads one item of the answer to a bulk request with `create`. */
export const toCreateOutcome = (item: BulkItem | undefined): CreateOutcome => {
  if (item?.result === 'noop') return { outcome: 'dropped' };
  const known = item?.status === 409;
  if (item?._id && (known || item.error === undefined)) {
    return { outcome: known ? 'known' : 'created', index: item._index ?? '', id: item._id };
  }
  return { outcome: 'refused', reason: item?.error?.reason ?? 'Elasticsearch gave no reason.' };
};

const failedSchema = z.object({
  event: z.object({ kind: z.literal('pipeline_error') }),
  error: z.object({ message: z.string() }),
});

/** Fields that `parsingFailure` reads. */
export const FAILURE_FIELDS = ['event.kind', 'error.message'] as const;

/** Why the router pipeline could not read a record; undefined for a document that it could. */
export const parsingFailure = (source: unknown): string | undefined => {
  const failed = failedSchema.safeParse(source);
  return failed.success ? failed.data.error.message : undefined;
};

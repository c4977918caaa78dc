import { callDocumentSchema, type CallDocument } from '../../common/model/call';
import { CALLS_INDEX } from '../../common/constants';
import { isMissingIndex } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';

/** How many ids one request for documents names. */
const PAGE = 1000;

/** @returns undefined for a document that is not a call as this version knows it */
export const toCall = (source: unknown): CallDocument | undefined => {
  const parsed = callDocumentSchema.safeParse(source);
  return parsed.success ? parsed.data : undefined;
};

/** Calls by id; ids that are not there are left out. */
export const readCalls = async (
  es: ElasticsearchClient,
  ids: readonly string[],
  signal?: AbortSignal
): Promise<Map<string, CallDocument>> => {
  const calls = new Map<string, CallDocument>();
  for (let start = 0; start < ids.length; start += PAGE) {
    const answer = await es.mget(
      { index: CALLS_INDEX, ids: ids.slice(start, start + PAGE) },
      { signal }
    );
    for (const doc of answer.docs) {
      const call = '_source' in doc ? toCall(doc._source) : undefined;
      if (call) calls.set(doc._id, call);
    }
  }
  return calls;
};

/** @throws VishingError `not_found`, or `not_set_up` when the index is not there yet */
export const readCall = async (es: ElasticsearchClient, id: string): Promise<CallDocument> => {
  try {
    const call = (await readCalls(es, [id])).get(id);
    if (call) return call;
  } catch (error) {
    if (!isMissingIndex(error)) throw error;
    throw new VishingError(
      'not_set_up',
      'No calls are stored yet. An administrator has to run the setup first.'
    );
  }
  throw new VishingError(
    'not_found',
    `There is no call ${id}. It may be older than the retention, or the calls were rebuilt; go back to the list.`
  );
};

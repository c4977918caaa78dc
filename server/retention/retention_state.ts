import { z } from 'zod';
import { retentionStatusSchema } from '../../common/api/retention';
import { STATE_INDEX } from '../../common/constants';
import { elasticsearchStatus } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';

/** Document of `vishing-state` with the settings and the progress of the task. */
export const RETENTION_STATE_ID = 'retention';

const stateSchema = z.object(retentionStatusSchema.omit({ scheduled: true }).shape);
export type RetentionState = z.infer<typeof stateSchema>;

/** Before anybody sets anything, everything is kept. */
const KEEP_ALL: RetentionState = { settings: {} };

/** @throws when the document is not readable: nothing may be deleted by settings that were misread */
export const readRetentionState = async (es: ElasticsearchClient): Promise<RetentionState> => {
  try {
    const { _source } = await es.get({ index: STATE_INDEX, id: RETENTION_STATE_ID });
    return stateSchema.parse(_source);
  } catch (error) {
    if (elasticsearchStatus(error) === 404) return KEEP_ALL;
    throw error;
  }
};

/** Replaces some fields; the task and the person who changes settings write different ones. */
export const updateRetentionState = async (
  es: ElasticsearchClient,
  change: { readonly [Field in keyof RetentionState]?: RetentionState[Field] | null }
): Promise<void> => {
  const script = {
    lang: 'painless',
    source:
      'for (entry in params.change.entrySet()) { if (entry.getValue() == null) { ctx._source.remove(entry.getKey()) } else { ctx._source[entry.getKey()] = entry.getValue() } }',
    params: { change },
  };
  await es.update({
    index: STATE_INDEX,
    id: RETENTION_STATE_ID,
    script,
    scripted_upsert: true,
    upsert: { ...KEEP_ALL },
    refresh: true,
    retry_on_conflict: 5,
  });
};

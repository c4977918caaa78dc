import { indicatorStatusSchema, type IndicatorStatus } from '../../common/api/watchlist';
import { STATE_INDEX } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';
import { readStateDocument } from '../stores/state_document';

/** Document of `vishing-state` with what the last reading of indicators found. */
const INDICATOR_STATE_ID = 'indicators';

const stateSchema = indicatorStatusSchema.omit({ scheduled: true });
export type IndicatorState = Omit<IndicatorStatus, 'scheduled'>;

/** @returns an empty state before the first reading */
export const readIndicatorState = async (es: ElasticsearchClient): Promise<IndicatorState> =>
  stateSchema.parse((await readStateDocument(es, INDICATOR_STATE_ID)) ?? {});

export const writeIndicatorState = async (
  es: ElasticsearchClient,
  state: IndicatorState
): Promise<void> => {
  await es.index({ index: STATE_INDEX, id: INDICATOR_STATE_ID, document: state, refresh: true });
};

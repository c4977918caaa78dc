import { indicatorStatusSchema, type IndicatorStatus } from '../../common/api/watchlist';
import { STATE_INDEX } from '../../common/constants';
import { elasticsearchStatus } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';

/** Document of `vishing-state` with what the last reading of indicators found. */
const INDICATOR_STATE_ID = 'indicators';

const stateSchema = indicatorStatusSchema.omit({ scheduled: true });
export type IndicatorState = Omit<IndicatorStatus, 'scheduled'>;

/** @returns an empty state before the first reading */
export const readIndicatorState = async (es: ElasticsearchClient): Promise<IndicatorState> => {
  try {
    const { _source } = await es.get({ index: STATE_INDEX, id: INDICATOR_STATE_ID });
    return stateSchema.parse(_source ?? {});
  } catch (error) {
    if (elasticsearchStatus(error) === 404) return {};
    throw error;
  }
};

export const writeIndicatorState = async (
  es: ElasticsearchClient,
  state: IndicatorState
): Promise<void> => {
  await es.index({ index: STATE_INDEX, id: INDICATOR_STATE_ID, document: state, refresh: true });
};

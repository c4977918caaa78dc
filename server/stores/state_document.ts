import { STATE_INDEX } from '../../common/constants';
import { elasticsearchStatus } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';

/** Reads one document of `vishing-state`. @returns undefined before it was first written */
export const readStateDocument = async (es: ElasticsearchClient, id: string): Promise<unknown> => {
  try {
    const { _source } = await es.get({ index: STATE_INDEX, id });
    return _source;
  } catch (error) {
    if (elasticsearchStatus(error) === 404) return undefined;
    throw error;
  }
};

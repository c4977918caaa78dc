import type { Client, estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '../kibana';

/**
 * Runs ES|QL and answers with everything or not at all. Left to itself, Elasticsearch answers with what the working shards
 * have when others fail, and an event that is missing looks like one that never was.
 * @throws what the failing shard says
 */
export const queryEsql = (
  es: ElasticsearchClient,
  request: estypes.EsqlQueryRequest,
  options: Parameters<Client['esql']['query']>[1] = {}
): Promise<unknown> =>
  es.esql.query({ ...request, format: 'json', allow_partial_results: false }, options);

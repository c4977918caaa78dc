import type { Coverage, Presence } from '../../../common/api/coverage';
import { toCoverageMap } from '../../../server/coverage/coverage_map';
import { content } from '../../content/shipped_content';

const LAST = '2025-01-01T12:00:00.000Z';
const { dataSets, ...rest } = toCoverageMap(content);

/** Coverage of the rules that really ship, in a cluster with these data sets. */
export const coverageWith = (stateOf: (dataSetId: string) => Presence): Coverage => ({
  ...rest,
  data_sets: dataSets.map(({ id, name, integration, feeds }) => {
    const state = stateOf(id);
    return {
      ...{ id, name, integration },
      feeds: feeds.map(({ index }) => ({
        ...{ index, state },
        ...(state === 'present' ? { last: LAST } : {}),
        ...(state === 'unknown' ? { reason: 'Elasticsearch refused the search: no.' } : {}),
      })),
    };
  }),
});

/** Every shipped rule as Kibana has it. */
export const installedRules = (enabled: boolean): object[] =>
  content.rules.map(({ rule_id: id, name }) => ({
    ...{ rule_id: id, name, enabled, id: `so-${id}`, revision: 0, version: 1 },
    ...{ type: 'esql', tags: ['Vishing'] },
  }));

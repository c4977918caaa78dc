import dateMath from '@elastic/datemath';
import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '../../../../server/kibana';
import type { Finding, RunInfo } from '../alerts/build_alert';
import type { Written } from '../alerts/write_alerts';
import { kqlToDsl } from '../kql/to_dsl';
import { parseKql } from '../kql/parse';
import type { RuleFields } from '../rules/rule_schema';

type Dsl = estypes.QueryDslQueryContainer;

/** Everything that one run of one rule works with. */
export interface RunContext<Rule extends RuleFields = RuleFields> {
  readonly fields: Rule;
  readonly run: RunInfo;
  readonly from: Date;
  readonly to: Date;
  /** `<space>:<rule object id>`, part of every alert id. */
  readonly ruleKey: string;
  /** With the rights of the person who edited the rule last. */
  readonly es: ElasticsearchClient;
  readonly internal: ElasticsearchClient;
  write(findings: readonly Finding[], most: number): Promise<Written>;
}

export interface RunResult {
  readonly created: number;
  readonly warnings: readonly string[];
}

/** @throws an Error for a text that is no date */
export const parseTime = (text: string, now: Date): Date => {
  const time = dateMath.parse(text, { forceNow: now })?.toDate();
  if (!time || Number.isNaN(time.getTime())) {
    throw new Error(`"${text}" is not a time. Write a date or a distance such as now-6m.`);
  }
  return time;
};

/** The field that the rule's time range is about. */
export const timeField = ({ timestamp_override: override }: RuleFields): string =>
  override ?? '@timestamp';

/** Events of the range by the rule's time field, or by `@timestamp` where that field is missing. */
export const timeFilter = (rule: RuleFields, from: Date, to: Date): Dsl => {
  const within = (field: string): Dsl => ({
    range: {
      [field]: {
        gte: from.toISOString(),
        lte: to.toISOString(),
        format: 'strict_date_optional_time',
      },
    },
  });
  const field = timeField(rule);
  if (field === '@timestamp' || rule.timestamp_override_fallback_disabled) return within(field);
  return {
    bool: {
      minimum_should_match: 1,
      should: [
        within(field),
        { bool: { filter: [within('@timestamp')], must_not: [{ exists: { field } }] } },
      ],
    },
  };
};

/** The rule's own query and filters. */
export const contentFilter = (rule: {
  readonly query: string;
  readonly language: 'kuery' | 'lucene';
  readonly filters: readonly unknown[];
}): Dsl[] => {
  const query: Dsl =
    rule.language === 'lucene'
      ? { query_string: { query: rule.query || '*' } }
      : kqlToDsl(parseKql(rule.query));
  const filters = rule.filters.flatMap((filter): Dsl[] => {
    const dsl: unknown = typeof filter === 'object' && filter ? Reflect.get(filter, 'query') : null;
    return typeof dsl === 'object' && dsl !== null ? [dsl] : [];
  });
  return [query, ...filters];
};

/** Kibana's `securitySolution:defaultIndex`, for rules that name no index. */
const DEFAULT_INDICES = [
  'apm-*-transaction*',
  'auditbeat-*',
  'endgame-*',
  'filebeat-*',
  'logs-*',
  'packetbeat-*',
  'traces-apm*',
  'winlogbeat-*',
  '-*elastic-cloud-logs-*',
];

export const indicesOf = (rule: { readonly index?: readonly string[] }): string[] => [
  ...(rule.index ?? DEFAULT_INDICES),
];

export const noIndexWarning = (indices: readonly string[]): string =>
  `This rule reads Elasticsearch indices, but no index matches [${indices.join(', ')}]. It runs again at its next time and finds events as soon as there are some.`;

export const MAX_SIGNALS_WARNING =
  'This rule reached the maximum number of alerts for one run. Some alerts were not created.';

/** What a person should know about how the alerts were written. */
export const warningsOf = ({ truncated, refusals }: Written): string[] => [
  ...(truncated ? [MAX_SIGNALS_WARNING] : []),
  ...refusals.map((reason) => `Elasticsearch refused an alert: ${reason}`),
];

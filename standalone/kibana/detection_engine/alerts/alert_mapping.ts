import type { estypes } from '@elastic/elasticsearch';
import { isObject, putAt, type Document } from '../field_access';
import { ECS_FIELDS, EVENT_FIELDS } from './ecs_fields';

const KEYWORDS = [
  'uuid',
  'status',
  'severity',
  'system_status',
  'workflow_status',
  'workflow_reason',
  'workflow_tags',
  'workflow_user',
  'workflow_assignee_ids',
  'reason',
  'building_block_type',
  'new_terms',
  'case_ids',
  'instance.id',
  'group.id',
  'ancestors.id',
  'ancestors.index',
  'ancestors.type',
  'ancestors.rule',
  'original_data_stream.type',
  'original_data_stream.dataset',
  'original_data_stream.namespace',
  'threshold_result.terms.field',
  'threshold_result.terms.value',
  'threshold_result.cardinality.field',
  'suppression.terms.field',
  'suppression.terms.value',
  'rule.uuid',
  'rule.rule_id',
  'rule.name',
  'rule.type',
  'rule.version',
  'rule.category',
  'rule.consumer',
  'rule.producer',
  'rule.rule_type_id',
  'rule.description',
  'rule.author',
  'rule.tags',
  'rule.enabled',
  'rule.from',
  'rule.to',
  'rule.interval',
  'rule.note',
  'rule.references',
  'rule.license',
  'rule.false_positives',
  'rule.immutable',
  'rule.indices',
  'rule.timeline_id',
  'rule.timeline_title',
  'rule.timestamp_override',
  'rule.rule_name_override',
  'rule.created_by',
  'rule.updated_by',
  'rule.execution.uuid',
  'rule.execution.type',
  'rule.building_block_type',
  'rule.risk_score_mapping.field',
  'rule.severity_mapping.field',
  'rule.exceptions_list.list_id',
  'rule.threat.framework',
  'rule.threat.tactic.id',
  'rule.threat.tactic.name',
  'rule.threat.tactic.reference',
  'rule.threat.technique.id',
  'rule.threat.technique.name',
  'rule.threat.technique.reference',
  'rule.threat.technique.subtechnique.id',
  'rule.threat.technique.subtechnique.name',
  'rule.threat.technique.subtechnique.reference',
];
const DATES = [
  'start',
  'end',
  'last_detected',
  'original_time',
  'intended_timestamp',
  'workflow_status_updated_at',
  'updated_at',
  'threshold_result.from',
  'rule.created_at',
  'rule.updated_at',
  'rule.execution.timestamp',
];
const LONGS = [
  'depth',
  'ancestors.depth',
  'threshold_result.count',
  'threshold_result.cardinality.value',
  'rule.revision',
  'rule.max_signals',
  'suppression.docs_count',
  'group.index',
];

/** `kibana.*` fields of an alert by mapping type. Source: Kibana's alert field maps. */
const ALERT_FIELDS: ReadonlyMap<string, string> = new Map([
  ...KEYWORDS.map((name): [string, string] => [`kibana.alert.${name}`, 'keyword']),
  ...DATES.map((name): [string, string] => [`kibana.alert.${name}`, 'date']),
  ...LONGS.map((name): [string, string] => [`kibana.alert.${name}`, 'long']),
  ...EVENT_FIELDS.map(([name, type]): [string, string] => [
    `kibana.alert.original_event.${name}`,
    type,
  ]),
  ['kibana.alert.risk_score', 'float'],
  ['kibana.alert.rule.parameters', 'flattened'],
  ['kibana.space_ids', 'keyword'],
  ['kibana.version', 'keyword'],
]);

/** Longest keyword that is indexed, in characters, as in Kibana. */
const IGNORE_ABOVE: Readonly<Record<string, number>> = { keyword: 1024, flattened: 4096 };

const toMapping = (
  fields: Iterable<readonly [string, string]>
): Record<string, estypes.MappingProperty> => {
  const properties: Document = {};
  for (const [path, type] of fields) {
    const ignoreAbove = IGNORE_ABOVE[type];
    const property = ignoreAbove ? { type, ignore_above: ignoreAbove } : { type };
    putAt(properties, path.split('.').join('.properties.'), property);
  }
  return properties as Record<string, estypes.MappingProperty>;
};

/** Alerts are searchable by ECS and `kibana.alert.*` only; anything else stays in `_source`. */
export const alertIndexBody = (aliasName: string): Omit<estypes.IndicesCreateRequest, 'index'> => ({
  aliases: { [aliasName]: { is_write_index: true, is_hidden: true } },
  settings: {
    index: {
      hidden: true,
      number_of_shards: 1,
      auto_expand_replicas: '0-1',
      mapping: { ignore_malformed: true, total_fields: { limit: 2500 } },
    },
  },
  mappings: { dynamic: false, properties: toMapping([...ECS_FIELDS, ...ALERT_FIELDS]) },
});

/** Where the mapping expects an object, such as `process`. */
const OBJECT_PATHS: ReadonlySet<string> = new Set(
  [...ECS_FIELDS.keys()].flatMap((path) => {
    const parts = path.split('.');
    return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('.'));
  })
);

const fits = (path: string, value: unknown): boolean => {
  if (value === null) return true;
  const type = ECS_FIELDS.get(path);
  if (type) return type === 'flattened' || !(Array.isArray(value) ? value : [value]).some(isObject);
  return (
    !OBJECT_PATHS.has(path) || (Array.isArray(value) ? value.every(isObject) : isObject(value))
  );
};

/** A nested document without values whose form contradicts the mapping: Elasticsearch would refuse the whole alert. */
export const fitToMapping = (document: Document, prefix = ''): Document =>
  Object.fromEntries(
    Object.entries(document).flatMap(([key, value]): [string, unknown][] => {
      const path = `${prefix}${key}`;
      if (!fits(path, value)) return [];
      if (ECS_FIELDS.has(path) || !isObject(value)) return [[key, value]];
      return [[key, fitToMapping(value, `${path}.`)]];
    })
  );

import { firstTextAt, flattened, isObject, nested, valuesAt, type Document } from '../field_access';
import type { StoredRule } from '../rules/rule_schema';
import { fitToMapping } from './alert_mapping';
import { overridesFor } from './overrides';
import { reasonOf } from './reason';

/** An event (or a group that stands for one) that a rule found. */
export interface Finding {
  readonly alertId: string;
  readonly index: string;
  readonly id: string;
  readonly source: Document;
  /** Fields that belong to one rule type, such as `kibana.alert.new_terms`. */
  readonly typeFields?: Document;
}

/** The run that an alert comes from. */
export interface RunInfo {
  readonly rule: StoredRule;
  readonly executionId: string;
  readonly startedAt: Date;
  readonly indices: readonly string[];
  readonly kibanaVersion: string;
}

const CATEGORY = {
  esql: { category: 'ES|QL Rule', id: 'siem.esqlRule' },
  threshold: { category: 'Threshold Rule', id: 'siem.thresholdRule' },
  new_terms: { category: 'New Terms Rule', id: 'siem.newTermsRule' },
} as const;

const prefixed = (prefix: string, value: unknown): Document =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(flattened(value)).map(([key, v]) => [`${prefix}.${key}`, v])
      )
    : {};

const RULE_KEYS = [
  'author',
  'description',
  'enabled',
  'exceptions_list',
  'false_positives',
  'from',
  'interval',
  'license',
  'max_signals',
  'note',
  'references',
  'risk_score_mapping',
  'rule_id',
  'rule_name_override',
  'severity_mapping',
  'tags',
  'threat',
  'timeline_id',
  'timeline_title',
  'timestamp_override',
  'to',
  'type',
  'version',
  'risk_score',
  'severity',
  'building_block_type',
  'actions',
] as const;

const ruleFields = ({ rule, executionId, startedAt, indices }: RunInfo, name: string): Document => {
  const { fields } = rule;
  const copied: Document = Object.fromEntries(
    RULE_KEYS.map((key) => [`kibana.alert.rule.${key}`, Reflect.get(fields, key)])
  );
  const {
    enabled: _enabled,
    name: _name,
    tags: _tags,
    interval: _interval,
    actions: _actions,
    ...parameters
  } = fields;
  return {
    ...copied,
    'kibana.alert.rule.name': name,
    'kibana.alert.rule.uuid': rule.id,
    'kibana.alert.rule.category': CATEGORY[fields.type].category,
    'kibana.alert.rule.rule_type_id': CATEGORY[fields.type].id,
    'kibana.alert.rule.consumer': 'siem',
    'kibana.alert.rule.producer': 'siem',
    'kibana.alert.rule.immutable': false,
    'kibana.alert.rule.indices': indices,
    'kibana.alert.rule.parameters': parameters,
    'kibana.alert.rule.revision': rule.revision,
    'kibana.alert.rule.created_at': rule.createdAt,
    'kibana.alert.rule.created_by': rule.createdBy,
    'kibana.alert.rule.updated_at': rule.updatedAt,
    'kibana.alert.rule.updated_by': rule.updatedBy,
    'kibana.alert.rule.execution.uuid': executionId,
    'kibana.alert.rule.execution.timestamp': startedAt.toISOString(),
    'kibana.alert.rule.execution.type': 'scheduled',
    ...prefixed('kibana.alert.rule.meta', fields.meta),
  };
};

const isAncestor = (value: unknown): value is Document => isObject(value) && 'id' in value;

/** The event, and before it the events that it was made of when it is an alert itself. */
const ancestorsOf = ({ source, id, index }: Finding): Document[] => {
  const earlier = source['kibana.alert.ancestors'] ?? [];
  const ruleUuid = firstTextAt(source, 'kibana.alert.rule.uuid');
  const depth = Number(firstTextAt(source, 'kibana.alert.depth') ?? 0);
  const parent = { id, index, type: ruleUuid ? 'signal' : 'event', depth, rule: ruleUuid };
  return [...(Array.isArray(earlier) ? earlier.filter(isAncestor) : []), parent];
};

/** True for an event that this very rule made: a rule never alerts on its own alerts. */
export const isOwnAlert = (finding: Finding, rule: StoredRule): boolean =>
  ancestorsOf(finding).some((ancestor) => ancestor.rule === rule.id);

const withoutKibana = (source: Document): Document =>
  Object.fromEntries(
    Object.entries(source).filter(([key]) => !/^(kibana|signal|threshold_result)(\.|$)/.test(key))
  );

const isoOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const time = new Date(/^\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};

/** The alert document: the event's own fields, and around them what Kibana adds under `kibana.alert.*`. */
export const buildAlert = (finding: Finding, run: RunInfo): Document => {
  const event = fitToMapping(nested(withoutKibana(finding.source)));
  const { name, severity, riskScore } = overridesFor(event, run.rule.fields);
  const ancestors = ancestorsOf(finding);
  const created = run.startedAt.toISOString();
  const depth = Math.max(0, ...ancestors.map((ancestor) => Number(ancestor.depth))) + 1;
  return {
    ...event,
    '@timestamp': created,
    event: { ...(isObject(event.event) ? event.event : {}), kind: 'signal' },
    ...prefixed('kibana.alert.original_event', event.event),
    ...prefixed('kibana.alert.original_data_stream', event.data_stream),
    ...ruleFields(run, name),
    'kibana.space_ids': [run.rule.spaceId],
    'kibana.version': run.kibanaVersion,
    'kibana.alert.uuid': finding.alertId,
    'kibana.alert.status': 'active',
    'kibana.alert.workflow_status': 'open',
    'kibana.alert.workflow_tags': [],
    'kibana.alert.workflow_assignee_ids': [],
    'kibana.alert.depth': depth,
    'kibana.alert.ancestors': ancestors,
    'kibana.alert.original_time': isoOf(valuesAt(event, '@timestamp').map(String)[0]),
    'kibana.alert.reason': reasonOf(event, { name, severity }),
    'kibana.alert.severity': severity,
    'kibana.alert.risk_score': riskScore,
    'kibana.alert.building_block_type': run.rule.fields.building_block_type,
    'kibana.alert.start': created,
    'kibana.alert.last_detected': created,
    'kibana.alert.intended_timestamp': created,
    ...finding.typeFields,
  };
};

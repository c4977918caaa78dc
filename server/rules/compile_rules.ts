import type { CompiledRule } from '../../common/api/setup';
import type { Severity } from '../../common/model/alert';
import type { RuleException } from '../../common/model/exception';
import type { RuleSettings } from '../../common/model/tuning';
import { RULE_TAG } from '../../common/constants';
import { CONTENT_META_KEY, ruleContentHash } from '../../common/detection_engine/rule_content';
import { toThreat, type AttackTable } from '../detection_content/attack';
import type { ContentTables } from '../detection_content/tool_tables';
import { compileSignal, type CompiledSignal } from '../signals/compile_signal';
import type { Signal } from '../signals/signal';
import { withExceptions } from './exceptions';
import { fillCount, fillRule, valuesOf, type FillContext } from './fill_rule';
import { lookBackOf } from './look_back';
import type { ParameterValues } from '../../common/model/parameter';
import type { Rule } from './rule';

export interface CompileRulesOptions {
  readonly rules: readonly Rule[];
  readonly signals: readonly Signal[];
  readonly tables: ContentTables;
  readonly attack: AttackTable;
  readonly spaceId: string;
  readonly parameters?: ParameterValues;
  /** By rule id. */
  readonly settings?: Readonly<Record<string, RuleSettings>>;
  /** By rule id. */
  readonly exceptions?: Readonly<Record<string, readonly RuleException[]>>;
}

type Body = Record<string, unknown>;

/** Signals are the same for all rules of a space, so they are compiled once. */
type Compiling = Omit<CompileRulesOptions, 'signals'> & {
  readonly signals: readonly CompiledSignal[];
};

const withCompiledSignals = (options: CompileRulesOptions): Compiling => {
  const { tables, spaceId } = options;
  const signals = options.signals.map((signal) => compileSignal(signal, { tables, spaceId }));
  return { ...options, signals };
};

const typeFields = (rule: Rule, context: FillContext): Body => {
  switch (rule.type) {
    case 'esql':
      return { language: 'esql' };
    case 'threshold':
      return {
        language: 'kuery',
        index: rule.index,
        threshold: {
          field: rule.threshold.field,
          value: fillCount(rule.threshold.value, context),
          cardinality: rule.threshold.cardinality.map(({ field, value }) => ({
            field,
            value: fillCount(value, context),
          })),
        },
      };
    case 'new_terms':
      return {
        language: 'kuery',
        index: rule.index,
        new_terms_fields: rule.new_terms_fields,
        history_window_start: rule.history_window_start,
      };
  }
};

const mappings = (rule: Rule): Body => ({
  ...(rule.risk_score_field
    ? { risk_score_mapping: [{ field: rule.risk_score_field, operator: 'equals', value: '' }] }
    : {}),
  ...(rule.severity_mapping.length > 0
    ? { severity_mapping: rule.severity_mapping.map((entry) => ({ ...entry, operator: 'equals' })) }
    : {}),
});

/** Every alert carries the tags: the investigation finds our alerts and their techniques by them. */
const tagsOf = (rule: Rule, { tactics }: AttackTable): string[] => [
  ...new Set([
    RULE_TAG,
    'Use Case: Threat Detection',
    ...rule.attack.map(({ tactic }) => `Tactic: ${tactics[tactic] ?? tactic}`),
    ...rule.attack.flatMap(({ techniques }) => techniques),
    ...(rule.building_block ? ['Rule Type: BBR'] : ['Resources: Investigation Guide']),
    ...rule.tags,
  ]),
];

const setupOf = (rule: Rule): string =>
  [
    '## Setup',
    'Each of these needs at least one index with data:',
    ...rule.required_data.map(
      ({ name, any_of: any }) => `- ${name}: ${any.map((index) => `\`${index}\``).join(', ')}`
    ),
    '',
    '## Known gaps',
    ...rule.known_gaps.map((gap) => `- ${gap}`),
  ].join('\n');

/** The risk score in the middle of what Elastic's own rules give each severity. */
const RISK_SCORES: Readonly<Record<Severity, number>> = {
  low: 21,
  medium: 47,
  high: 73,
  critical: 99,
};

/** The rule with what a space set beside its parameters. */
export const withSettings = (rule: Rule, { mode, interval, severity }: RuleSettings): Rule => ({
  ...rule,
  ...(mode === undefined ? {} : { building_block: mode === 'monitor' }),
  ...(interval === undefined ? {} : { interval }),
  ...(severity === undefined || severity === rule.severity
    ? {}
    : { severity, risk_score: RISK_SCORES[severity] }),
});

const contextOf = (
  rule: Rule,
  { signals, tables, spaceId, parameters = {} }: Compiling
): FillContext => {
  const values = valuesOf(rule, parameters[rule.rule_id] ?? {});
  return { rule, signals, tables, values, spaceId };
};

const queryOf = (context: FillContext, { exceptions = {} }: Compiling): string => {
  const { rule } = context;
  const filled = fillRule(rule.query.trim(), context);
  return rule.type === 'esql' ? withExceptions(filled, exceptions[rule.rule_id] ?? []) : filled;
};

/** The query of a rule, shipped or not. @param mark puts marks in the place of some parameters' values */
export const compileQuery = (
  rule: Rule,
  options: CompileRulesOptions,
  mark?: FillContext['mark']
): string => {
  const compiling = withCompiledSignals(options);
  return queryOf({ ...contextOf(rule, compiling), mark }, compiling);
};

const compileRule = (shipped: Rule, options: Compiling): CompiledRule => {
  const { attack, settings = {} } = options;
  const rule = withSettings(shipped, settings[shipped.rule_id] ?? {});
  const context = contextOf(rule, options);
  const { values } = context;
  const body: CompiledRule = {
    rule_id: rule.rule_id,
    name: rule.name,
    version: rule.version,
    type: rule.type,
    enabled: rule.enabled,
    tags: tagsOf(rule, attack),
    description: rule.description,
    author: ['Vishing'],
    license: 'Apache-2.0',
    risk_score: rule.risk_score,
    severity: rule.severity,
    ...mappings(rule),
    interval: rule.interval,
    from: lookBackOf(rule, values),
    to: 'now',
    max_signals: rule.max_signals,
    threat: rule.attack.map((mapping) => toThreat(mapping, attack, rule.file)),
    false_positives: rule.false_positives,
    note: rule.note,
    setup: setupOf(rule),
    ...(rule.highlighted_fields.length > 0
      ? { investigation_fields: { field_names: rule.highlighted_fields } }
      : {}),
    ...(rule.building_block ? { building_block_type: 'default' } : {}),
    query: queryOf(context, options),
    ...typeFields(rule, context),
  };
  return { ...body, meta: { [CONTENT_META_KEY]: ruleContentHash(body) } };
};

/**
 * Rules as the Detection Engine's create route takes them: placeholders filled with the parameters' values, signals and
 * tool tables, in the order of `rules`.
 * @throws ContentError naming the file, for an unknown placeholder, a value outside its limits or an unknown ATT&CK id
 */
export const compileRules = (options: CompileRulesOptions): CompiledRule[] => {
  const compiling = withCompiledSignals(options);
  return options.rules.map((rule) => compileRule(rule, compiling));
};

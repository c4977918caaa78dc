import { fillPlaceholders } from '../detection_content/fill_placeholders';
import { quote } from '../detection_content/literal';
import { fillTools, type ContentTables } from '../detection_content/tool_tables';
import { askedFirst } from '../signals/asked_first';
import { alertsPattern, type CompiledSignal } from '../signals/compile_signal';
import type { Parameter, ParameterValue } from '../../common/model/parameter';
import { asQueryText, valueOf, type QueryLanguage } from './parameter_value';
import type { Rule } from './rule';

export interface FillContext {
  readonly rule: Rule;
  readonly signals: readonly CompiledSignal[];
  readonly tables: ContentTables;
  readonly values: ReadonlyMap<string, ParameterValue>;
  readonly spaceId: string;
  /** Stands for a parameter's value in the text, instead of the value. */
  readonly mark?: (parameter: Parameter, form: string) => string | undefined;
}

/** Values of all parameters of a rule. @throws ContentError for a value outside its limits */
export const valuesOf = (
  rule: Rule,
  own: Readonly<Record<string, ParameterValue>>
): Map<string, ParameterValue> =>
  new Map(
    rule.parameters.map((parameter) => [
      parameter.id,
      valueOf(parameter, own[parameter.id], rule.file),
    ])
  );

/** `{{signal.<id>.where}}`, `.first`, `.index`, `.time`, `.start`, a join field such as `.user.name`, or `.target` for whom it was done to. */
const fillSignal = (name: string, signals: readonly CompiledSignal[]): string | undefined => {
  const signal = signals.find(({ id }) => name.startsWith(`signal.${id}.`));
  if (!signal) return undefined;
  const part = name.slice(`signal.${signal.id}.`.length);
  switch (part) {
    case 'where':
      return signal.where;
    case 'first':
      return askedFirst(signal.where);
    case 'index':
      return signal.indices.join(', ');
    case 'time':
      return signal.time;
    case 'start':
      return signal.start;
    case 'target':
      return signal.identities.find(({ subject }) => subject === 'target')?.value;
    default:
      return signal.identities.find(({ field }) => field === part)?.value;
  }
};

/** Where alerts of this space are read, and the space's name. */
const fillAlerts = (name: string, spaceId: string): string | undefined => {
  if (name === 'alerts.index') return alertsPattern(spaceId);
  return name === 'alerts.space' ? quote(spaceId) : undefined;
};

const fillParameter = (
  name: string,
  { rule, values, tables, mark }: FillContext
): string | undefined => {
  const [id = '', ...rest] = name.split('.');
  const parameter = rule.parameters.find((candidate) => candidate.id === id);
  const value = values.get(id);
  if (!parameter || value === undefined) return undefined;
  const marked = mark?.(parameter, rest.join('.'));
  if (marked !== undefined) return marked;
  const language: QueryLanguage = rule.type === 'esql' ? 'esql' : 'kuery';
  return asQueryText(value, parameter, rest.join('.'), { language, tables });
};

/**
 * Fills the placeholders of a rule's text with parameters, signals and tool tables.
 * @throws ContentError for an unknown placeholder
 */
export const fillRule = (text: string, context: FillContext): string =>
  fillPlaceholders(
    text,
    context.rule.file,
    (name) =>
      fillSignal(name, context.signals) ??
      fillAlerts(name, context.spaceId) ??
      fillTools(name, context.tables) ??
      fillParameter(name, context)
  );

/** A count given as a number or as the placeholder of a number parameter. */
export const fillCount = (count: number | string, context: FillContext): number =>
  typeof count === 'number' ? count : Number(fillRule(count, context));

import type { EditedRule, ReadEdits } from '../../common/api/rules';
import { toDuration } from '../../common/model/duration';
import {
  checkParameter,
  sameValue,
  type Parameter,
  type ParameterValue,
} from '../../common/model/parameter';
import { checkInterval, type RuleSettings, type Tuning } from '../../common/model/tuning';
import { NO_VALUE } from '../detection_content/literal';
import type { FillContext } from '../rules/fill_rule';
import type { Rule } from '../rules/rule';

type Mark = NonNullable<FillContext['mark']>;

const MARK = '\u0001';
const NUMBER = '-?\\d+(?:\\.\\d+)?';
const LIST = '\\((?:\\s*"(?:[^"\\\\]|\\\\.)*"\\s*,?)*\\)';

/** How a parameter's value stands in the query; undefined for forms from which it cannot be read. */
const patternOf = ({ type, id }: Parameter, form: string): string | undefined => {
  if (form !== '') return undefined;
  if (type === 'duration' || type === 'number') return `(?<${id}>${NUMBER})`;
  return type === 'list' ? `(?<${id}>${LIST})` : undefined;
};

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The query as a pattern: values may differ, and white space; nothing else. */
const toPattern = (rule: Rule, query: string): RegExp => {
  const seen = new Set<string>();
  const parts = query.split(MARK).map((part, index) => {
    if (index % 2 === 0) return escape(part.replace(/\s+/g, ' ')).replaceAll(' ', '\\s+');
    const parameter = rule.parameters.find(({ id }) => id === part);
    if (seen.has(part)) return `\\k<${part}>`;
    seen.add(part);
    return parameter ? (patternOf(parameter, '') ?? '') : '';
  });
  return new RegExp(`^\\s*${parts.join('')}\\s*$`);
};

const readValue = ({ type }: Parameter, text: string): ParameterValue => {
  if (type === 'duration') return toDuration(Number(text));
  if (type === 'number') return Number(text);
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, item = '']) => item.replace(/\\(.)/g, '$1'))
    .filter((item) => item !== NO_VALUE);
};

const settingsOf = (rule: Rule, edited: EditedRule): RuleSettings => {
  const monitored = edited.building_block_type === 'default';
  return {
    ...(monitored === rule.building_block ? {} : { mode: monitored ? 'monitor' : 'alert' }),
    ...(edited.severity === rule.severity ? {} : { severity: edited.severity }),
    ...(edited.interval === rule.interval || checkInterval(edited.interval) !== undefined
      ? {}
      : { interval: edited.interval }),
  };
};

/**
 * What a person's edit of a rule in Kibana comes to in the rule's own parameters and settings.
 * @param markQuery the shipped query with marks in the place of some values; the others are those of the space's tuning
 * @returns `understood` false when the query differs in more than values that can be read, or in one outside its limits
 */
export const readEditedRule = (
  rule: Rule,
  edited: EditedRule,
  { tuning, markQuery }: { readonly tuning: Tuning; readonly markQuery: (mark: Mark) => string }
): ReadEdits => {
  const settings = settingsOf(rule, edited);
  const query = markQuery((parameter, form) =>
    patternOf(parameter, form) === undefined ? undefined : `${MARK}${parameter.id}${MARK}`
  );
  const found = toPattern(rule, query).exec(edited.query);
  if (!found) return { tuning: { values: tuning.values, settings }, understood: false };
  const values = { ...tuning.values };
  for (const parameter of rule.parameters) {
    const text = found.groups?.[parameter.id];
    if (text === undefined) continue;
    const value = readValue(parameter, text);
    if (checkParameter(parameter, value) !== undefined)
      return { tuning: { values: tuning.values, settings }, understood: false };
    if (sameValue(parameter, value, parameter.default)) delete values[parameter.id];
    else values[parameter.id] = typeof value === 'object' ? [...value] : value;
  }
  return { tuning: { values, settings }, understood: true };
};

import type { RuleDetails } from '../../../common/api/rules';
import {
  checkParameter,
  sameValue,
  type Parameter,
  type ParameterValue,
} from '../../../common/model/parameter';
import { checkInterval, type RuleSettings, type Tuning } from '../../../common/model/tuning';
import { t } from '../translations';

/** What stands in the form: numbers as they were typed, because half a number is none yet. */
export interface Draft {
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly settings: RuleSettings;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The form of a rule with what is saved. */
export const draftOf = (parameters: readonly Parameter[], { values, settings }: Tuning): Draft => ({
  values: Object.fromEntries(
    parameters.map((parameter) => {
      const value: ParameterValue = values[parameter.id] ?? parameter.default;
      return [parameter.id, parameter.type === 'number' ? String(value) : value];
    })
  ),
  settings,
});

const toValue = (parameter: Parameter, typed: ParameterValue | undefined): ParameterValue => {
  if (typed === undefined) return parameter.default;
  if (parameter.type === 'number' && typeof typed === 'string') return Number(typed.trim());
  return typeof typed === 'string' && parameter.type === 'duration' ? typed.trim() : typed;
};

/** What is wrong with a field, as a sentence. */
export const fieldError = (parameter: Parameter, { values }: Draft): string | undefined => {
  const typed = values[parameter.id];
  if (parameter.type === 'number' && !NUMBER.test(String(typed).trim()))
    return t('vishing.rules.numberError');
  return checkParameter(parameter, toValue(parameter, typed));
};

export const intervalError = ({ settings: { interval } }: Draft): string | undefined =>
  interval === undefined ? undefined : checkInterval(interval);

export const isValid = (parameters: readonly Parameter[], draft: Draft): boolean =>
  intervalError(draft) === undefined &&
  parameters.every((parameter) => fieldError(parameter, draft) === undefined);

/** What a valid form saves: only what differs from the rule as it is shipped. */
export const toTuning = (rule: RuleDetails, draft: Draft): Tuning => {
  const { interval, mode, severity } = draft.settings;
  const shippedMode = rule.building_block ? 'monitor' : 'alert';
  const values = rule.parameters.flatMap((parameter) => {
    const value = toValue(parameter, draft.values[parameter.id]);
    return sameValue(parameter, value, parameter.default) ? [] : [[parameter.id, value] as const];
  });
  return {
    values: Object.fromEntries(values) as Tuning['values'],
    settings: {
      ...(mode === undefined || mode === shippedMode ? {} : { mode }),
      ...(interval === undefined || interval === rule.interval ? {} : { interval }),
      ...(severity === undefined || severity === rule.severity ? {} : { severity }),
    },
  };
};

export const showValue = (value: ParameterValue | undefined): string => {
  if (value === undefined) return t('vishing.rules.asShippedLabel');
  if (typeof value === 'boolean')
    return t(value ? 'vishing.rules.onValueLabel' : 'vishing.rules.offValueLabel');
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? t('vishing.rules.emptyListLabel') : value.join(', ');
};

/** One line of a change: a parameter or a setting, and its values before and after. */
export interface Difference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Every value in which two states of a rule differ; a value that is absent is the shipped one. */
export const differences = (before: Tuning, after: Tuning): Difference[] => {
  const flat = ({ values, settings }: Tuning): Record<string, ParameterValue | undefined> => ({
    ...values,
    ...settings,
  });
  const [old, fresh] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((name) =>
    JSON.stringify(old[name]) === JSON.stringify(fresh[name])
      ? []
      : [{ name, before: showValue(old[name]), after: showValue(fresh[name]) }]
  );
};

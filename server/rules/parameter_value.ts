import { z } from 'zod';
import { ContentError } from '../detection_content/content_error';
import { durationSchema, toSeconds } from '../detection_content/duration';
import { esqlList, kqlAnyOf, memberPattern, quote } from '../detection_content/literal';
import { processNames, type ContentTables } from '../detection_content/tool_tables';
import type { Parameter, ParameterValue } from './parameter';

const schemaOf = (parameter: Parameter): z.ZodType<ParameterValue> => {
  switch (parameter.type) {
    case 'duration': {
      const [min, max] = [toSeconds(parameter.min), toSeconds(parameter.max)];
      return durationSchema.refine(
        (value) => toSeconds(value) >= min && toSeconds(value) <= max,
        `must be between ${parameter.min} and ${parameter.max}`
      );
    }
    case 'number':
      return z.number().min(parameter.min).max(parameter.max);
    case 'text':
      return z.string().max(1000);
    case 'list':
      return z.array(z.string().min(1).max(200)).max(parameter.max);
    case 'boolean':
      return z.boolean();
  }
};

/**
 * The value to use: a person's own, checked, or the default.
 * @throws ContentError naming the parameter and what is wrong with its value
 */
export const valueOf = (
  parameter: Parameter,
  own: ParameterValue | undefined,
  file: string
): ParameterValue => {
  const checked = schemaOf(parameter).safeParse(own ?? parameter.default);
  if (checked.success) return checked.data;
  throw new ContentError(file, `parameter ${parameter.id} ${z.prettifyError(checked.error)}`);
};

export type QueryLanguage = 'esql' | 'kuery';

interface FormOptions {
  readonly language: QueryLanguage;
  readonly tables: ContentTables;
}

const listForm = (
  values: readonly string[],
  form: string,
  { language, tables }: FormOptions
): string | undefined => {
  if (language === 'kuery') {
    return form.startsWith('in.') ? kqlAnyOf(form.slice('in.'.length), values) : undefined;
  }
  switch (form) {
    case '':
      return esqlList(values);
    case 'pattern':
      return memberPattern(values);
    case 'processes':
      return esqlList(processNames(tables.tools.filter(({ id }) => values.includes(id))));
    default:
      return undefined;
  }
};

/**
 * A parameter's value as query text. Durations are whole seconds, with the form `text` Kibana's notation (`30m`). Lists are
 * in ES|QL the right side of `IN`, with `pattern` a regular expression over `,a,b,`, with `processes` the files of tools; in
 * KQL the form `in.<field>` is the whole comparison.
 * @returns undefined for a form that the type does not have
 */
export const asQueryText = (
  value: ParameterValue,
  parameter: Parameter,
  form: string,
  options: FormOptions
): string | undefined => {
  if (typeof value === 'object') return listForm(value, form, options);
  if (parameter.type === 'duration') {
    if (form === 'text') return String(value);
    return form === '' ? String(toSeconds(String(value))) : undefined;
  }
  if (form !== '') return undefined;
  return typeof value === 'string' ? quote(value) : String(value);
};

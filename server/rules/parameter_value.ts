import { ContentError } from '../detection_content/content_error';
import { toSeconds } from '../../common/model/duration';
import {
  esqlList,
  kqlAnyOf,
  memberPattern,
  productPattern,
  quote,
} from '../detection_content/literal';
import { processNames, type ContentTables } from '../detection_content/tool_tables';
import { checkParameter, type Parameter, type ParameterValue } from '../../common/model/parameter';

/**
 * The value to use: a person's own, checked, or the default.
 * @throws ContentError naming the parameter and what is wrong with its value
 */
export const valueOf = (
  parameter: Parameter,
  own: ParameterValue | undefined,
  file: string
): ParameterValue => {
  const value = own ?? parameter.default;
  const wrong = checkParameter(parameter, value);
  if (wrong === undefined) return value;
  throw new ContentError(file, `parameter ${parameter.id}: ${wrong}`);
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
    case 'words':
      return productPattern(values.map((value) => value.toLowerCase()));
    case 'processes':
      return esqlList(processNames(tables.tools.filter(({ id }) => values.includes(id))));
    default:
      return undefined;
  }
};

/**
 * A parameter's value as query text. Durations are whole seconds, with the form `text` Kibana's notation (`30m`). Lists are
 * in ES|QL the right side of `IN`, with `pattern` a regular expression over `,a,b,`, with
 * `words` one over lower-case text that holds one of them as a word, with `processes` the files of tools; in
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

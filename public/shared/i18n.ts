/** Values for the placeholders of a text. */
export type TextValues = Readonly<Record<string, string | number>>;

const NUMBERS = new Intl.NumberFormat('en');

const PLURAL = /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g;
const PLACEHOLDER = /\{(\w+)\}/g;

const show = (value: string | number | undefined, name: string): string => {
  if (value === undefined) return `{${name}}`;
  return typeof value === 'number' ? NUMBERS.format(value) : value;
};

const fillPlurals = (text: string, values: TextValues): string =>
  text.replace(PLURAL, (_match, name: string, one: string, other: string) => {
    const value = values[name];
    return (value === 1 ? one : other).replaceAll('#', show(value, name));
  });

/**
 * Fills a text written in the part of ICU's message format that we use: `{name}` and
 * `{count, plural, one {# call} other {# calls}}`. Numbers get thousands separators.
 */
export const fillText = (text: string, values: TextValues = {}): string =>
  fillPlurals(text, values).replace(PLACEHOLDER, (_match, name: string) =>
    show(values[name], name)
  );

/**
 * The only way to text in the app: one call for each feature, ids as `vishing.<area>.<element><Type>`, English text.
 * The shape is that of Kibana's own i18n, so that a translation can be put in here without touching a page.
 */
export const defineTexts =
  <Id extends `vishing.${string}`>(texts: Readonly<Record<Id, string>>) =>
  (id: Id, values?: TextValues): string =>
    fillText(texts[id], values);

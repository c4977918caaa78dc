/** How values become query text. Nothing that a person typed reaches a query in any other way. */

const escapeQuoted = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');

/** A string literal; ES|QL and KQL escape double-quoted text in the same way. */
export const quote = (text: string): string => `"${escapeQuoted(text)}"`;

/**
 * The only entry of an empty list (U+2400, "symbol for null"): a text that no source writes. An empty text would not do,
 * because conditions read a field that is not there as one.
 */
export const NO_VALUE = '\u2400';

const orNothing = (values: readonly string[]): readonly string[] =>
  values.length > 0 ? values : [NO_VALUE];

/** Right side of ES|QL's `IN`. An empty list matches nothing: `IN ()` would be a syntax error. */
export const esqlList = (values: readonly string[]): string =>
  `(${orNothing(values).map(quote).join(', ')})`;

/** Characters with a meaning in ES|QL's `LIKE`. */
const WILDCARDS = /[\\*?]/g;

const plain = (value: string): string => value.replace(WILDCARDS, '\\$&');

/**
 * Right side of ES|QL's `LIKE` that finds the same as `IN`: Elasticsearch compares a calculated value such as
 * `TO_LOWER(process.name)` with every item of `IN`, and reads it once for all items of `LIKE` (8.19; 70 times faster with 300).
 * From 9.2 on it asks the index for the items of `LIKE` and reads no event for them (elasticsearch#131531).
 */
export const likeList = (values: readonly string[]): string => esqlList(values.map(plain));

/**
 * Longest regular expression that an index takes (`index.max_regex_length`): it is asked for expressions over fields, from
 * Elasticsearch 9.1 on also for those over `TO_LOWER(field)`. With a longer one the rule fails, or finds nothing.
 */
export const MAX_REGEX_LENGTH = 1000;
/** For what stands around a list's alternatives. */
const PATTERN_MARGIN = 50;

/**
 * KQL condition that a field has one of the values. One comparison for each value: Elasticsearch's own KQL parser, unlike
 * Kibana's, knows no list of quoted texts. An empty list matches nothing that a source writes.
 */
export const kqlAnyOf = (field: string, values: readonly string[]): string =>
  `(${orNothing(values)
    .map((value) => `${field} : ${quote(value)}`)
    .join(' or ')})`;

/** Characters with a meaning in Lucene's regular expressions. */
const REGEX_SPECIAL = /[.?+*|{}[\]()"\\#@&<>~^$-]/g;

const alternatives = (values: readonly string[]): string =>
  // Without values: text that no list item consists of, so that nothing matches.
  values.length > 0
    ? values.map((value) => value.replace(REGEX_SPECIAL, '\\$&')).join('|')
    : '\\-none\\-';

const LETTER = /[a-z]/g;

/** ES|QL `RLIKE` literal for one of the values, which are in lower case, in whatever case a field has it. */
export const anyCasePattern = (values: readonly string[]): string =>
  quote(alternatives(values).replace(LETTER, (letter) => `[${letter}${letter.toUpperCase()}]`));

/** ES|QL `RLIKE` literal that finds one of the values in a text of the form `,a,b,c,`. */
export const memberPattern = (values: readonly string[]): string =>
  quote(`.*,(${alternatives(values)}),.*`);

/** Cuts a list so that the alternatives of each part, with something before them, fit into one regular expression. */
const inParts = (values: readonly string[]): string[][] => {
  const parts: string[][] = [];
  for (const value of values) {
    const last = parts.at(-1);
    if (last && alternatives([...last, value]).length <= MAX_REGEX_LENGTH - PATTERN_MARGIN)
      last.push(value);
    else parts.push([value]);
  }
  return parts;
};

/**
 * ES|QL condition that a text is a host name: one of `exact`, or one of `suffix` or a name below it.
 * @param text ES|QL expression in lower case
 */
export const isOneOfDomains = (
  text: string,
  { exact, suffix }: { readonly exact: readonly string[]; readonly suffix: readonly string[] }
): string => {
  const patterns = [
    ...inParts(exact).map(alternatives),
    ...inParts(suffix).map((part) => `(.*\\.)?(${alternatives(part)})`),
  ];
  return `(${patterns.map((pattern) => `${text} RLIKE ${quote(pattern)}`).join(' OR ')})`;
};

/** ES|QL `RLIKE` literal for a text that names one of the products as words of their own. */
export const productPattern = (products: readonly string[]): string =>
  quote(`(.*[^a-z0-9])?(${alternatives(products)})([^a-z].*)?`);

/** ES|QL `RLIKE` literal for the file of an installer: a product's name first, then version or edition, and a program's ending. */
export const productFilePattern = (products: readonly string[]): string =>
  quote(
    `(${alternatives(products)})[a-z]{0,8}([^a-z].*)?\\.(exe|msi|msix|dmg|pkg|deb|rpm|zip|appimage)`
  );

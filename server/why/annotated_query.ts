import type { Rule } from '../rules/rule';

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g;

/**
 * The rule with a comment `=name` behind each placeholder of its query: once filled, the query still says which parameter
 * each value came from.
 */
export const annotated = (rule: Rule): Rule => ({
  ...rule,
  query: rule.query.replace(PLACEHOLDER, (whole, name: string) => `${whole}/*=${name}*/`),
});

/** Ids of the signals that a rule looks for, in the order of its query. */
export const signalsOf = (rule: Rule, ids: readonly string[]): string[] => [
  ...new Set(
    [...rule.query.matchAll(PLACEHOLDER)].flatMap(([, name = '']) =>
      ids.filter((id) => name.startsWith(`signal.${id}.`))
    )
  ),
];

import type { CompiledRule } from '../api/setup';
import { ruleContent } from './rule_content';

/** A field of a rule that is not as we ship it; texts as they are, everything else as JSON. */
export interface RuleDifference {
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2);

/** What a person changed of a rule, in the order of the rule's fields. */
export const ruleDifferences = (
  ours: CompiledRule,
  theirs: Readonly<Record<string, unknown>>
): RuleDifference[] => {
  const [shipped, present] = [ruleContent(ours), ruleContent(theirs)];
  return [...new Set([...Object.keys(shipped), ...Object.keys(present)])]
    .map((field) => ({ field, ours: asText(shipped[field]), theirs: asText(present[field]) }))
    .filter((difference) => difference.ours !== difference.theirs);
};

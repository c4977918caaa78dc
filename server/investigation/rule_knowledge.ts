/** What the investigation says about alerts of one rule; taken from the rule's and its signals' files. */
export interface RuleKnowledge {
  readonly ruleId: string;
  readonly name: string;
  /** Conditions in the order of the rule, each with the alert field that holds the value found. */
  readonly conditions: readonly { readonly label: string; readonly field: string }[];
  /** Sentence with `{field}` placeholders, filled from the alert; says what the event was. */
  readonly evidence?: string;
  /** Triage guide, Markdown. */
  readonly guide: string;
}

/** Knowledge by `rule_id`. */
export type RuleCatalogue = ReadonlyMap<string, RuleKnowledge>;

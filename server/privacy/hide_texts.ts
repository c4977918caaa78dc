import type { RuleCatalogue } from '../investigation/rule_knowledge';
import type { TimelineSignal } from '../investigation/timeline/timeline_signal';

/** What a sentence says in place of a field of host events that names somebody or quotes a message. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^email\.subject$/, '(subject hidden)'],
  [/^(?:email\.(?:from|to|cc|bcc|sender|reply_to)|source\.user|destination\.user)\./, 'an address'],
  [/^(?:user|related)\.|^vishing\.(?:target_user|target\.account|agent)$/, 'a person'],
  [/^(?:message|event\.original|process\.(?:command_line|args))$/, '(text hidden)'],
  [/^file\.(?:path|name)$/, 'a file'],
  [/display_name$|^vishing\.watchlist\.reason$/, '(hidden)'],
];
const PLACEHOLDER = /\{([@A-Za-z0-9_.]+)\}/g;

const wordFor = (field: string): string | undefined =>
  WORDS.find(([pattern]) => pattern.test(field))?.[1];

/** Takes the fields out of a sentence that tell who it was, or what was written. */
export const hideFields = (template: string): string =>
  template.replace(PLACEHOLDER, (whole, field: string) => wordFor(field) ?? whole);

/** Rules and signals as they speak to people who may not see personal data. */
export const hideTexts = <
  K extends { readonly rules: RuleCatalogue; readonly signals: readonly TimelineSignal[] },
>(
  knowledge: K
): K => ({
  ...knowledge,
  signals: knowledge.signals.map((signal) => ({
    ...signal,
    sentence: hideFields(signal.sentence),
  })),
  rules: new Map(
    [...knowledge.rules].map(([id, rule]) => [
      id,
      {
        ...rule,
        evidence: rule.evidence === undefined ? undefined : hideFields(rule.evidence),
        conditions: rule.conditions.filter(({ field }) => wordFor(field) === undefined),
      },
    ])
  ),
});

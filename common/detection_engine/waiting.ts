import type { CompiledRule } from '../api/setup';
import type { InstalledRule } from './client';

/** Key of a rule's `meta` under which an installation keeps the names of the data that were not there. */
const WAITS_META_KEY = 'vishing_waits_for';

/** Names of the data that a rule waits for; empty when it has all, undefined when nobody looked. */
export const waitsFor = ({ meta }: CompiledRule): readonly string[] | undefined => {
  const stored = (meta as Record<string, unknown> | undefined)?.[WAITS_META_KEY];
  return Array.isArray(stored) ? stored.map(String) : undefined;
};

/** The rule with the names of the data that it waits for. */
export const withWaiting = <R extends CompiledRule>(rule: R, names: readonly string[]): R => ({
  ...rule,
  meta: { ...(rule.meta as object | undefined), [WAITS_META_KEY]: names },
});

/**
 * The rule as it is offered where this data is absent: switched off until the data comes. A rule that ships switched off
 * waits for nothing.
 * @param lacked names of the data; empty when all is there
 */
export const offered = (rule: CompiledRule, lacked: readonly string[]): CompiledRule => {
  const names = rule.enabled ? lacked : [];
  return withWaiting({ ...rule, enabled: rule.enabled && names.length === 0 }, names);
};

/** Whether an installation left the rule switched off because its data was absent, and nobody switched it on since. */
export const isWaiting = (rule: InstalledRule): boolean =>
  !rule.enabled && (waitsFor(rule)?.length ?? 0) > 0;

/** Whether a waiting rule has its data now. @param rule as it is offered now */
export const canStart = (rule: CompiledRule, installed: InstalledRule): boolean =>
  isWaiting(installed) && rule.enabled && waitsFor(rule)?.length === 0;

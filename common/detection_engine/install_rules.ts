import type { AssetResult, CompiledRule } from '../api/setup';
import { DATA_DAYS } from '../coverage/lacking';
import type { DetectionEngineClient, InstalledRule } from './client';
import { toDetectionEngineError } from './detection_engine_error';
import { CONTENT_META_KEY, ruleContentHash } from './rule_content';
import { canStart, isWaiting, waitsFor, withWaiting } from './waiting';

const EDITED =
  'This rule was edited in Kibana, so it was left as it is. Open it on the Rules page to compare both, and to take over the shipped version with or without your values.';

const WAITING = `Not switched on, because it has no data: in the last ${DATA_DAYS} days there was no record of`;
const STARTED = 'Switched on: the data that it waited for is there.';

/** What a person adds to a rule; an update must send it again, or Kibana forgets it. */
const USER_FIELDS = [
  'exceptions_list',
  'actions',
  'alert_suppression',
  'response_actions',
  'timeline_id',
  'timeline_title',
] as const;

const installedHash = (rule: InstalledRule): unknown => {
  const { meta } = rule;
  return typeof meta === 'object' && meta !== null
    ? (meta as Record<string, unknown>)[CONTENT_META_KEY]
    : undefined;
};

/** What an updated rule waits for: nothing once it runs or a person switched it off. */
const stillWaitsFor = (rule: CompiledRule, installed: InstalledRule): readonly string[] =>
  isWaiting(installed) && !canStart(rule, installed)
    ? (waitsFor(rule) ?? waitsFor(installed) ?? [])
    : [];

/** The shipped rule with the user's switch, tags, exceptions and actions; a rule that waited for data is switched on when it has it. */
const keepingUserFields = (rule: CompiledRule, installed: InstalledRule): CompiledRule =>
  withWaiting(
    {
      ...rule,
      ...Object.fromEntries(
        USER_FIELDS.filter((key) => installed[key] !== undefined).map((key) => [
          key,
          installed[key],
        ])
      ),
      enabled: installed.enabled || canStart(rule, installed),
      tags: [...new Set([...rule.tags, ...installed.tags])],
    },
    stillWaitsFor(rule, installed)
  );

/** Compares what is there with what we ship, and with what we once installed. */
export const ruleState = (
  rule: CompiledRule,
  installed: InstalledRule | undefined
): 'missing' | 'current' | 'outdated' | 'edited' => {
  if (!installed) return 'missing';
  const present = ruleContentHash(installed);
  if (present === ruleContentHash(rule)) return 'current';
  return present === installedHash(installed) ? 'outdated' : 'edited';
};

/** Why a rule is there and does not run. */
const waitingReason = (rule: CompiledRule): Pick<AssetResult, 'reason'> => {
  const names = waitsFor(rule) ?? [];
  return names.length === 0 ? {} : { reason: `${WAITING} ${names.join(', ')}.` };
};

const installOne = async (
  client: DetectionEngineClient,
  rule: CompiledRule,
  installed: InstalledRule | undefined
): Promise<Pick<AssetResult, 'result' | 'reason'>> => {
  switch (ruleState(rule, installed)) {
    case 'missing':
      await client.createRule(rule);
      return { result: 'installed', ...waitingReason(rule) };
    case 'current':
      if (installed && canStart(rule, installed)) {
        await client.updateRule(keepingUserFields(rule, installed));
        return { result: 'updated', reason: STARTED };
      }
      return {
        result: 'unchanged',
        ...(installed && isWaiting(installed) ? waitingReason(rule) : {}),
      };
    case 'outdated':
      await client.updateRule(installed ? keepingUserFields(rule, installed) : rule);
      return { result: 'updated' };
    case 'edited':
      return { result: 'failed', reason: EDITED };
  }
};

/**
 * Puts the shipped rule in the place of an edited one, whatever was edited; switch, tags, exceptions and actions stay.
 * @throws DetectionEngineError
 */
export const replaceRule = (
  client: DetectionEngineClient,
  rule: CompiledRule,
  installed: InstalledRule
): Promise<InstalledRule> => client.updateRule(keepingUserFields(rule, installed));

/**
 * Creates or updates every rule, one after the other in the given order. Keeps the user's switch, tags, exceptions and
 * actions, and never overwrites a rule that was edited in Kibana. A rule that lacks data (`offered`) is created switched off,
 * and a later installation switches it on when its data has come. A failed rule does not stop the others, and running again
 * after any interruption converges.
 * @throws DetectionEngineError only when the installed rules cannot be listed
 */
export const installRules = async (
  client: DetectionEngineClient,
  rules: readonly CompiledRule[]
): Promise<AssetResult[]> => {
  const installed = new Map((await client.findOurRules()).map((rule) => [rule.rule_id, rule]));
  const results: AssetResult[] = [];
  for (const rule of rules) {
    const base = { kind: 'rule', id: rule.rule_id, name: rule.name } as const;
    try {
      results.push({ ...base, ...(await installOne(client, rule, installed.get(rule.rule_id))) });
    } catch (error) {
      results.push({ ...base, result: 'failed', reason: toDetectionEngineError(error).message });
    }
  }
  return results;
};

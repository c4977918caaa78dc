import { randomUUID } from 'node:crypto';
import { checkExpires, MAX_EXCEPTIONS, type NewException } from '../../common/model/exception';
import { VishingError } from '../errors';
import type { SavedObjectsClient } from '../kibana_saved_objects';
import type { Rule } from '../rules/rule';
import { readTuning, saveTuning, type StoredTuning } from './tuning_store';

/** Who changes it, and when. */
export interface Change {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

const save = (
  client: SavedObjectsClient,
  rule: Rule,
  present: StoredTuning,
  {
    exceptions,
    note,
    by,
    nowMs,
  }: Change & { readonly exceptions: StoredTuning['exceptions']; readonly note: string }
): Promise<StoredTuning> =>
  saveTuning(client, rule.rule_id, {
    ...{ tuning: present.tuning, exceptions, note, token: present.token, by },
    at: new Date(nowMs).toISOString(),
  });

/**
 * Excepts a pair from a rule.
 * @throws VishingError `bad_request` for an end that is not in the next year, too many exceptions, or a rule that counts;
 * `conflict`, `forbidden`
 */
export const addException = async (
  client: SavedObjectsClient,
  rule: Rule,
  asked: NewException,
  change: Change
): Promise<StoredTuning> => {
  const refuse = (why: string): never => {
    throw new VishingError('bad_request', why);
  };
  if (rule.type !== 'esql')
    refuse(
      `The rule "${rule.name}" counts events and knows no pairs. Make the exception for the rule that reads its alerts.`
    );
  const wrong = checkExpires(asked.expires, change.nowMs);
  if (wrong !== undefined) refuse(wrong);
  const present = await readTuning(client, rule.rule_id);
  if (present.exceptions.length >= MAX_EXCEPTIONS)
    refuse(
      `The rule has ${MAX_EXCEPTIONS} exceptions already. Remove those that ended, or change a parameter instead.`
    );
  const exception = {
    ...asked,
    id: randomUUID(),
    created: new Date(change.nowMs).toISOString(),
    created_by: change.by,
  };
  return save(client, rule, present, {
    ...change,
    exceptions: [exception, ...present.exceptions],
    note: `Exception until ${asked.expires.slice(0, 10)}: ${asked.reason}`,
  });
};

/** Takes an exception away; one that is gone already stays gone. @throws VishingError `conflict`, `forbidden` */
export const removeException = async (
  client: SavedObjectsClient,
  rule: Rule,
  exceptionId: string,
  change: Change
): Promise<StoredTuning> => {
  const present = await readTuning(client, rule.rule_id);
  const removed = present.exceptions.find(({ id }) => id === exceptionId);
  if (!removed) return present;
  return save(client, rule, present, {
    ...change,
    exceptions: present.exceptions.filter(({ id }) => id !== exceptionId),
    note: `Exception removed: ${removed.reason}`,
  });
};

import type { CompiledRule } from '../../common/api/setup';
import type { Tuning } from '../../common/model/tuning';
import type { SavedObjectsClient } from '../kibana_saved_objects';
import type { Rule } from '../rules/rule';
import { readAllTuning, withExceptionsOf } from './tuning_store';
import { usableTuning } from './usable_tuning';

interface Compiler {
  readonly definitions: readonly Rule[];
  compile(tuning: ReadonlyMap<string, Tuning>): CompiledRule[];
}

/**
 * All rules as they should stand in the Detection Engine of the current space: with what the space changed, as far as
 * this version takes it.
 */
export const compileTuned = async (
  { definitions, compile }: Compiler,
  client: SavedObjectsClient
): Promise<CompiledRule[]> => {
  const saved = await readAllTuning(client);
  const usable = definitions.flatMap((rule): [string, Tuning][] => {
    const present = saved.get(rule.rule_id);
    return present
      ? [[rule.rule_id, withExceptionsOf(present, usableTuning(rule, present.tuning).tuning)]]
      : [];
  });
  return compile(new Map(usable));
};

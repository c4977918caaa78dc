import type { CompiledRule } from '../../common/api/setup';
import type { Tuning } from '../../common/model/tuning';
import type { SavedObjectsClient } from '../kibana_saved_objects';
import type { Rule } from '../rules/rule';
import { tuningInForce } from './tuning_in_force';
import { readAllTuning } from './tuning_store';

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
): Promise<CompiledRule[]> => compile(tuningInForce(definitions, await readAllTuning(client)));

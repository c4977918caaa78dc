import type { CompiledRule } from '../../common/api/setup';
import { dataRange, waitingRules } from '../../common/coverage/lacking';
import { offered } from '../../common/detection_engine/waiting';
import type { ElasticsearchClient } from '../kibana';
import type { SavedObjectsClient } from '../kibana_saved_objects';
import { compileTuned } from '../tuning/compile_tuned';
import type { CoverageMap } from './coverage_map';
import { findRecords } from './find_records';

interface OfferContext {
  /** With the rights of the person who installs: a rule runs with them, too. */
  readonly es: ElasticsearchClient;
  readonly savedObjects: SavedObjectsClient;
  readonly signal: AbortSignal;
}

/**
 * All rules of the current space as they are to be installed: with what the space changed, and switched off where their data
 * had no record lately. Data that could not be asked for counts as there.
 */
export const offerRules = async (
  knowledge: Parameters<typeof compileTuned>[0] & { readonly coverage: CoverageMap },
  { es, savedObjects, signal }: OfferContext
): Promise<CompiledRule[]> => {
  const { dataSets, ...coverage } = knowledge.coverage;
  const [rules, found] = await Promise.all([
    compileTuned(knowledge, savedObjects),
    findRecords(es, dataSets, { ...dataRange(Date.now()), signal }),
  ]);
  const waiting = waitingRules({ ...coverage, data_sets: found });
  return rules.map((rule) => offered(rule, waiting.get(rule.rule_id) ?? []));
};

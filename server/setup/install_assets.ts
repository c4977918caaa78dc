import type { AssetResult, AssetStatus } from '../../common/api/setup';
import { elasticsearchReason, elasticsearchStatus } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';
import { ASSET_STORES, type InstalledMeta } from './asset_store';
import { refreshStreams } from './refresh_streams';
import { MANAGED_BY, type Content, type ContentAsset } from './content';

const FOREIGN =
  'Something with this name is there already and was not made by this plugin. Rename or remove it in Stack Management, then run the setup again.';

/** The privilege that a person needs for each kind, for the message of a refusal. */
const NEEDED_PRIVILEGE = {
  component_template: 'cluster privilege manage_index_templates',
  index_template: 'cluster privilege manage_index_templates',
  ingest_pipeline: 'cluster privilege manage_ingest_pipelines',
  index: 'index privileges create_index and manage on vishing-*',
} as const;

const stateOf = (
  asset: ContentAsset,
  installed: InstalledMeta | undefined
): AssetStatus['state'] => {
  if (!installed) return 'missing';
  if (installed.managed_by !== MANAGED_BY) return 'foreign';
  return installed.content_hash === asset.hash ? 'current' : 'outdated';
};

const failureReason = (asset: ContentAsset, error: unknown): string => {
  const reason = elasticsearchReason(error);
  return elasticsearchStatus(error) === 403
    ? `You lack the ${NEEDED_PRIVILEGE[asset.kind]}. Elasticsearch says: ${reason}`
    : reason;
};

const installOne = async (es: ElasticsearchClient, asset: ContentAsset): Promise<AssetResult> => {
  const { kind, id } = asset;
  const done = (result: AssetResult['result'], reason?: string): AssetResult => ({
    kind,
    id,
    name: id,
    result,
    reason,
  });
  try {
    const state = stateOf(asset, await ASSET_STORES[kind].read(es, id));
    if (state === 'current') return done('unchanged');
    if (state === 'foreign') return done('failed', FOREIGN);
    await ASSET_STORES[kind].write(es, asset, state !== 'missing');
    return done(state === 'missing' ? 'installed' : 'updated');
  } catch (error) {
    return done('failed', failureReason(asset, error));
  }
};

export interface InstallOptions {
  /** Acts with the rights of the person who asked. */
  readonly es: ElasticsearchClient;
  readonly content: Content;
  /** Called after each asset, for progress. */
  readonly onResult?: (result: AssetResult) => void;
}

/**
 * Installs or updates every asset, one after the other in the order of `content`. A failed asset does not stop the
 * others, and running again after any interruption converges. Never throws for an asset: its result says why it failed.
 */
export const installAssets = async ({
  es,
  content,
  onResult,
}: InstallOptions): Promise<AssetResult[]> => {
  const results: AssetResult[] = content.failures.map(({ kind, id, reason }) => ({
    kind,
    id,
    name: id,
    result: 'failed',
    reason,
  }));
  for (const asset of content.assets) {
    const result = await installOne(es, asset);
    const complete =
      result.result === 'updated' ? await refreshStreams(es, content, asset, result) : result;
    results.push(complete);
    onResult?.(complete);
  }
  return results;
};

/** Compares what is in Elasticsearch with what this version ships; changes nothing. */
export const readAssetStatus = async (
  es: ElasticsearchClient,
  content: Content
): Promise<AssetStatus[]> => {
  const broken: AssetStatus[] = content.failures.map(({ kind, id, reason }) => ({
    kind,
    id,
    name: id,
    state: 'unknown',
    detail: reason,
  }));
  const read = content.assets.map(async (asset): Promise<AssetStatus> => {
    const base = { kind: asset.kind, id: asset.id, name: asset.id };
    try {
      const state = stateOf(asset, await ASSET_STORES[asset.kind].read(es, asset.id));
      return { ...base, state, detail: state === 'foreign' ? FOREIGN : undefined };
    } catch (error) {
      return { ...base, state: 'unknown', detail: failureReason(asset, error) };
    }
  });
  return [...broken, ...(await Promise.all(read))];
};

import type { ElasticsearchClient } from '../kibana';
import { elasticsearchStatus } from '../elasticsearch_errors';
import { MANAGED_BY, type ContentAsset, type ContentKind } from './content';

/** What we keep in `_meta` of an installed asset. */
export interface InstalledMeta {
  readonly managed_by?: string;
  readonly content_hash?: string;
}

type Body = Record<string, unknown>;

/** How one kind of asset is read from and written to Elasticsearch. */
export interface AssetStore {
  /** @returns the `_meta` of the installed asset, or undefined when there is none */
  read(es: ElasticsearchClient, id: string): Promise<InstalledMeta | undefined>;
  write(es: ElasticsearchClient, asset: ContentAsset, exists: boolean): Promise<void>;
}

const metaOf = (asset: ContentAsset): Required<InstalledMeta> => ({
  managed_by: MANAGED_BY,
  content_hash: asset.hash,
});

const asMeta = (value: unknown): InstalledMeta =>
  typeof value === 'object' && value !== null ? value : {};

/** A 404 means "not installed"; every other error is the caller's. */
const orUndefined = async <T>(read: Promise<T>): Promise<T | undefined> => {
  try {
    return await read;
  } catch (error) {
    if (elasticsearchStatus(error) === 404) return undefined;
    throw error;
  }
};

const componentTemplate: AssetStore = {
  async read(es, id) {
    const found = await orUndefined(es.cluster.getComponentTemplate({ name: id }));
    return found && asMeta(found.component_templates[0]?.component_template._meta);
  },
  async write(es, asset) {
    await es.cluster.putComponentTemplate({
      ...(asset.body as { template: Body }),
      name: asset.id,
      _meta: metaOf(asset),
    });
  },
};

const indexTemplate: AssetStore = {
  async read(es, id) {
    const found = await orUndefined(es.indices.getIndexTemplate({ name: id }));
    return found && asMeta(found.index_templates[0]?.index_template._meta);
  },
  async write(es, asset) {
    await es.indices.putIndexTemplate({ ...asset.body, name: asset.id, _meta: metaOf(asset) });
  },
};

const ingestPipeline: AssetStore = {
  async read(es, id) {
    const found = await orUndefined(es.ingest.getPipeline({ id }));
    return found && asMeta(found[id]?._meta);
  },
  async write(es, asset) {
    await es.ingest.putPipeline({ ...asset.body, id: asset.id, _meta: metaOf(asset) });
  },
};

/** Of an index that is there, Elasticsearch changes only some settings. */
const CHANGEABLE = ['auto_expand_replicas', 'refresh_interval'];

const changeable = (settings: Body | undefined): Body => {
  const { index: wanted = {} } = (settings ?? {}) as { index?: Body };
  return { index: Object.fromEntries(CHANGEABLE.map((name) => [name, wanted[name] ?? null])) };
};

const index: AssetStore = {
  async read(es, id) {
    const found = await orUndefined(es.indices.getMapping({ index: id }));
    return found && asMeta(found[id]?.mappings._meta);
  },
  async write(es, asset, exists) {
    const { mappings, settings } = asset.body as { mappings?: Body; settings?: Body };
    const marked = { ...mappings, _meta: metaOf(asset) };
    if (exists) {
      await es.indices.putSettings({ index: asset.id, settings: changeable(settings) });
      await es.indices.putMapping({ index: asset.id, ...marked });
    } else await es.indices.create({ index: asset.id, settings, mappings: marked });
  },
};

export const ASSET_STORES: Readonly<Record<ContentKind, AssetStore>> = {
  component_template: componentTemplate,
  index_template: indexTemplate,
  ingest_pipeline: ingestPipeline,
  index,
};

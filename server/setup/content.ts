import type { AssetKind } from '../../common/api/setup';

/** Assets that live in Elasticsearch; rules live in Kibana and tasks in Task Manager. */
export type ContentKind = Extract<
  AssetKind,
  'component_template' | 'index_template' | 'index' | 'ingest_pipeline'
>;

/** One file of `server/content`, ready to be sent. */
export interface ContentAsset {
  readonly kind: ContentKind;
  /** The file's name without ending; also its name in Elasticsearch. */
  readonly id: string;
  readonly file: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** SHA-256 of the body: an installed asset with the same hash is unchanged. */
  readonly hash: string;
}

/** A file that cannot be used, and why. */
export interface ContentFailure {
  readonly kind: AssetKind;
  readonly id: string;
  readonly file: string;
  readonly reason: string;
}

export interface Content {
  /** In the order of installation: what is named by another stands before it. */
  readonly assets: readonly ContentAsset[];
  readonly failures: readonly ContentFailure[];
}

/** Marks an asset in Elasticsearch as ours; an asset without it is never overwritten. */
export const MANAGED_BY = 'vishing';

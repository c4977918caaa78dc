import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { CALL_ROUTER_PIPELINE } from '../../common/constants';
import { fillRouter } from '../sources/fill_router';
import { loadSources, SOURCES_FOLDER } from '../sources/load_sources';
import type { Content, ContentAsset, ContentFailure, ContentKind } from './content';

/** Folder of `server/content` for each kind, in the order of installation. */
const FOLDERS: readonly (readonly [ContentKind, string])[] = [
  ['ingest_pipeline', 'ingest_pipelines'],
  ['component_template', 'component_templates'],
  ['index_template', 'index_templates'],
  ['index', 'indices'],
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hashOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex');

const readAsset = (
  kind: ContentKind,
  folder: string,
  name: string
): ContentAsset | ContentFailure => {
  const file = join(folder, name);
  const id = basename(name, '.yml');
  try {
    const body: unknown = parse(readFileSync(file, 'utf8'), { merge: true });
    if (!isRecord(body)) return { kind, id, file, reason: `${name} does not hold a YAML mapping.` };
    return { kind, id, file, body, hash: hashOf(body) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind, id, file, reason: `${name} cannot be read: ${reason}` };
  }
};

/** Pipelines that a pipeline calls by name, at any depth. */
const pipelinesCalled = (body: unknown): string[] => {
  if (Array.isArray(body)) return body.flatMap(pipelinesCalled);
  if (!isRecord(body)) return [];
  const called =
    isRecord(body.pipeline) && typeof body.pipeline.name === 'string' ? [body.pipeline.name] : [];
  return [...called, ...Object.values(body).flatMap(pipelinesCalled)];
};

/** The router calls the pipeline of each source there is. */
const withSources = (asset: ContentAsset, dir: string): ContentAsset | ContentFailure => {
  if (asset.kind !== 'ingest_pipeline' || asset.id !== CALL_ROUTER_PIPELINE) return asset;
  try {
    const ids = loadSources(join(dir, SOURCES_FOLDER)).map(({ id }) => id);
    const body = fillRouter(asset.body, asset.id, ids);
    return { ...asset, body, hash: hashOf(body) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...asset, reason };
  }
};

/** Leaves before those that call them, so that an interrupted installation never leaves a dangling call. */
const leavesFirst = (pipelines: readonly ContentAsset[]): ContentAsset[] => {
  const byId = new Map(pipelines.map((asset) => [asset.id, asset]));
  const ordered = new Set<ContentAsset>();
  const visit = (asset: ContentAsset, path: readonly string[]): void => {
    if (ordered.has(asset) || path.includes(asset.id)) return;
    for (const id of pipelinesCalled(asset.body)) {
      const called = byId.get(id);
      if (called) visit(called, [...path, asset.id]);
    }
    ordered.add(asset);
  };
  for (const asset of pipelines) visit(asset, []);
  return [...ordered];
};

/** An index file may take its mappings from a component template by `mappings_from`. */
const withMappings = (
  asset: ContentAsset,
  all: readonly ContentAsset[]
): ContentAsset | ContentFailure => {
  const { mappings_from: from, ...rest } = asset.body;
  if (from === undefined) return asset;
  const template = all.find(({ kind, id }) => kind === 'component_template' && id === from)?.body
    .template;
  if (!isRecord(template) || !isRecord(template.mappings)) {
    return {
      ...asset,
      reason: `${asset.id}.yml takes its mappings from ${JSON.stringify(from)}, which does not exist.`,
    };
  }
  const body = { ...rest, mappings: template.mappings };
  return { ...asset, body, hash: hashOf(body) };
};

const isFailure = (asset: ContentAsset | ContentFailure): asset is ContentFailure =>
  'reason' in asset;

/**
 * Reads every asset below `dir` (`server/content`). The folder is the manifest: no list of files stands in code.
 * A bad file is a failure of that asset, never an exception.
 * @throws when `dir` itself cannot be read, which means a broken installation of the plugin
 */
export const loadContent = (dir: string): Content => {
  const read = FOLDERS.flatMap(([kind, name]) => {
    const folder = join(dir, name);
    const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
    return files.sort().map((file) => readAsset(kind, folder, file));
  });
  const usable = read.filter((asset): asset is ContentAsset => !isFailure(asset));
  const resolved = usable.map((asset) =>
    asset.kind === 'index' ? withMappings(asset, usable) : withSources(asset, dir)
  );
  const assets = resolved.filter((asset): asset is ContentAsset => !isFailure(asset));
  const pipelines = assets.filter(({ kind }) => kind === 'ingest_pipeline');
  return {
    assets: [...leavesFirst(pipelines), ...assets.filter(({ kind }) => kind !== 'ingest_pipeline')],
    failures: [...read.filter(isFailure), ...resolved.filter(isFailure)],
  };
};

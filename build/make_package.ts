import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { BuildFailure } from 'esbuild';
import { bundleBrowser } from './bundle_browser';
import { bundleServer } from './bundle_server';
import { listFiles, type PackageFile, type SourceTree } from './source_tree';
import { stampManifest } from './stamp';
import { thirdPartyNotices } from './third_party_notices';

const CONTENT = 'server/content';
const compress = promisify(brotliCompress);

/** The code does not compile, or imports what Kibana does not offer; the message names each place. */
export class PluginBuildError extends Error {
  override readonly name = 'PluginBuildError';
}

const isBuildFailure = (error: unknown): error is BuildFailure =>
  error instanceof Error && 'errors' in error && 'warnings' in error;

/** esbuild's failure has a sentence for each place, and much more that nobody reads. */
const bundle = async (tree: SourceTree) => {
  try {
    return await Promise.all([bundleBrowser(tree), bundleServer(tree)]);
  } catch (error) {
    throw isBuildFailure(error) ? new PluginBuildError(error.message) : error;
  }
};

const withCompressedSiblings = async (files: readonly PackageFile[]): Promise<PackageFile[]> => {
  const siblings = files.map(async ({ path, content }) => ({
    path: `${path}.br`,
    content: await compress(content),
  }));
  return [...files, ...(await Promise.all(siblings))];
};

const readContent = (root: string): PackageFile[] =>
  listFiles(root, CONTENT).map((path) => ({ path, content: readFileSync(join(root, path)) }));

/**
 * Makes all files of the package in memory, sorted by path.
 * @throws PluginBuildError
 */
export const makePackage = async (
  tree: SourceTree,
  kibanaVersion: string
): Promise<{ version: string; files: PackageFile[] }> => {
  const [browser, server] = await bundle(tree);
  const notices = thirdPartyNotices(tree.root, [...browser.inputs, ...server.inputs]);
  const files = [
    { path: 'LICENSE', content: readFileSync(join(tree.root, 'LICENSE')) },
    { path: 'THIRD_PARTY_NOTICES.txt', content: Buffer.from(notices) },
    server.file,
    ...readContent(tree.root),
    ...(await withCompressedSiblings(browser.files)),
  ];
  const stamp = stampManifest(tree, { kibanaVersion, files });
  return {
    version: stamp.version,
    files: [...files, ...stamp.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
};

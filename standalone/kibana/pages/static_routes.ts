import { basename } from 'node:path';
import type { Server } from '@hapi/hapi';
import type { PlatformFile } from '../browser/bundle_platform';
import type { PluginFolder } from '../plugins/load_plugin';
import { bootstrapScript } from './bootstrap_script';

/** A year: the address of a file changes with its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const PLATFORM_PATH = '/bundles/platform';

const pluginPath = ({ manifest }: PluginFolder): string =>
  `/bundles/plugin/${manifest.id}/${encodeURIComponent(manifest.version)}/`;

/** Address of the script that loads all others. */
export const BOOTSTRAP_URL = '/bootstrap.js';

/** Scripts need no log-in, as in Kibana: they hold no data. */
export const registerStaticRoutes = (
  server: Server,
  platform: readonly PlatformFile[],
  plugin: PluginFolder
): void => {
  const platformUrls = platform.map(({ hash, fileName }) => `${PLATFORM_PATH}/${hash}/${fileName}`);
  const publicPath = pluginPath(plugin);
  const script = bootstrapScript(platformUrls, [{ id: plugin.manifest.id, publicPath }]);
  server.route({
    method: 'GET',
    path: BOOTSTRAP_URL,
    handler: (_request, h) =>
      h.response(script).type('text/javascript').header('cache-control', 'no-store'),
  });
  for (const { hash, fileName, dir } of platform) {
    server.route({
      method: 'GET',
      path: `${PLATFORM_PATH}/${hash}/${fileName}`,
      handler: (_request, h) =>
        h
          .file(fileName, { confine: dir, lookupCompressed: true, lookupMap: { br: '.br' } })
          .header('cache-control', FOR_EVER),
    });
  }
  server.route({
    method: 'GET',
    path: `${publicPath}{file}`,
    handler: (request, h) =>
      h
        .file(basename(String(request.params.file)), {
          confine: plugin.publicDir,
          lookupCompressed: true,
          lookupMap: { br: '.br' },
        })
        .header('cache-control', FOR_EVER),
  });
};

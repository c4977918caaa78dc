import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Plugin, PluginInitializerContext } from '../../../server/kibana';
import { KibanaStartError } from '../errors';

const manifestSchema = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]+$/),
  version: z.string().min(1),
  kibanaVersion: z.string().min(1),
  requiredPlugins: z.array(z.string()).default([]),
  optionalPlugins: z.array(z.string()).default([]),
  server: z.boolean(),
  ui: z.boolean(),
});
export type PluginManifest = z.infer<typeof manifestSchema>;

type PluginInitializer = (context: PluginInitializerContext) => Plugin | Promise<Plugin>;

/** A plugin's folder as the installable zip unpacks it. */
export interface PluginFolder {
  readonly dir: string;
  readonly manifest: PluginManifest;
  /** Folder that the browser loads from. */
  readonly publicDir: string;
}

/** Reads the manifest of a built plugin. @throws KibanaStartError when the folder holds no built plugin */
export const readPluginFolder = (pluginDir: string): PluginFolder => {
  const dir = resolve(pluginDir);
  const path = join(dir, 'kibana.json');
  if (!existsSync(path)) {
    throw new KibanaStartError(
      'bad_plugin',
      `${path} is missing: this is not the folder of a built plugin. Build the plugin and pass the folder kibana/<plugin id> of the result.`
    );
  }
  const manifest = manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!manifest.success) {
    throw new KibanaStartError(
      'bad_plugin',
      `${path} is not a valid manifest: ${z.prettifyError(manifest.error)}`
    );
  }
  return { dir, manifest: manifest.data, publicDir: join(dir, 'target', 'public') };
};

const isInitializer = (value: unknown): value is PluginInitializer => typeof value === 'function';

/** Loads the server half with `require`, as Kibana does. @throws KibanaStartError when it does not fit the contract */
export const instantiatePlugin = async (
  { dir, manifest }: PluginFolder,
  context: PluginInitializerContext
): Promise<Plugin> => {
  const load = createRequire(join(dir, 'package.json'));
  const loaded: unknown = load(join(dir, 'server'));
  const initializer: unknown =
    typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'plugin') : undefined;
  if (!isInitializer(initializer)) {
    throw new KibanaStartError(
      'bad_plugin',
      `The server of plugin ${manifest.id} exports no function "plugin".`
    );
  }
  const plugin = await initializer(context);
  if (typeof plugin.setup !== 'function' || typeof plugin.start !== 'function') {
    throw new KibanaStartError(
      'bad_plugin',
      `Plugin ${manifest.id} has no setup or no start function on its server side.`
    );
  }
  return plugin;
};

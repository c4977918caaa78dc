import type {
  CoreSetup,
  CoreStart,
  PluginInitializerContext,
  PluginsStart,
} from '../../../../public/kibana';

interface BrowserPlugin {
  setup(core: CoreSetup, plugins: object): object;
  start(core: CoreStart, plugins: PluginsStart): object;
}

type Initializer = (context: PluginInitializerContext) => BrowserPlugin;

const initializerOf = (pluginId: string): Initializer => {
  const bundle = window.__kbnBundles__.get(`plugin/${pluginId}/public`);
  const initializer: unknown =
    typeof bundle === 'object' && bundle !== null ? Reflect.get(bundle, 'plugin') : undefined;
  if (typeof initializer !== 'function') {
    throw new Error(`Definition of plugin "${pluginId}" should be a function.`);
  }
  return initializer as Initializer;
};

/** Makes, sets up and starts the plugins, synchronously and in order, as Kibana does. */
export const runPlugins = (
  pluginIds: readonly string[],
  context: PluginInitializerContext,
  core: { readonly setup: Omit<CoreSetup, 'getStartServices'>; readonly start: CoreStart },
  plugins: PluginsStart
): void => {
  let resolveStarted = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    resolveStarted = resolve;
  });
  const coreSetup: CoreSetup = {
    ...core.setup,
    getStartServices: () => started.then(() => [core.start, plugins, {}]),
  };
  const instances = pluginIds.map((id) => initializerOf(id)(context));
  for (const plugin of instances) plugin.setup(coreSetup, {});
  for (const plugin of instances) plugin.start(core.start, plugins);
  resolveStarted();
};

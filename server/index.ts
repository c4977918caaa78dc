import type { PluginInitializerContext } from './kibana';
import { VishingPlugin } from './plugin';

/** Kibana's entry point on the server. */
export const plugin = (context: PluginInitializerContext): VishingPlugin =>
  new VishingPlugin(context);

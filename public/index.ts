import { VishingPlugin } from './plugin';

/** Kibana's entry point in the browser. */
export const plugin = (): VishingPlugin => new VishingPlugin();

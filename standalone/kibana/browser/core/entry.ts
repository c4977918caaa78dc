import { startCore } from './start_core';

/** Kibana's bootstrap script asks for this bundle when every script has been loaded. */
const CORE_BUNDLE = 'entry/core/public';

window.__kbnBundles__.define(CORE_BUNDLE, () => ({ __kbnBootstrap__: startCore }), CORE_BUNDLE);

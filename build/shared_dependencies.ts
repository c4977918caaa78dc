/**
 * Libraries that Kibana itself hands to plugins in the browser: import specifier -> key of the global `__kbnSharedDeps__`.
 * Only the keys that exist in every Kibana 9.x are here; a plugin that used another one would take down the whole page of a
 * Kibana that lacks it. Source: elastic/kibana `src/platform/packages/private/kbn-ui-shared-deps-src/src/definitions.js`,
 * compared over its 9.x versions.
 */
export const SHARED_DEPENDENCIES: ReadonlyMap<string, string> = new Map([
  ['react', 'React'],
  ['react-dom', 'ReactDom'],
  ['react-dom/server', 'ReactDomServer'],
  ['react-router', 'ReactRouter'],
  ['react-router-dom', 'ReactRouterDom'],
  ['react-router-dom-v5-compat', 'ReactRouterDomV5Compat'],
  ['@emotion/react', 'EmotionReact'],
  ['@emotion/cache', 'EmotionCache'],
  ['@elastic/eui', 'ElasticEui'],
  ['@elastic/charts', 'ElasticCharts'],
  ['rxjs', 'Rxjs'],
  ['moment', 'Moment'],
  ['moment-timezone', 'MomentTimezone'],
  ['lodash', 'Lodash'],
  ['history', 'History'],
  ['classnames', 'Classnames'],
  ['uuid', 'Uuid'],
  ['@kbn/i18n', 'KbnI18n'],
  ['@kbn/i18n-react', 'KbnI18nReact'],
  ['@kbn/react-query', 'ReactQuery'],
  ['@kbn/shared-ux-router', 'KbnSharedUxRouter'],
  ['@kbn/react-kibana-context-common', 'KbnReactKibanaContextCommon'],
  ['@kbn/react-kibana-context-root', 'KbnReactKibanaContextRoot'],
  ['@kbn/react-kibana-context-render', 'KbnReactKibanaContextRender'],
  ['@kbn/react-kibana-context-theme', 'KbnReactKibanaContextTheme'],
  ['@kbn/es-query', 'KbnEsQuery'],
  ['@kbn/rison', 'KbnRison'],
]);

/**
 * Packages outside `dependencies` that may be bundled for the browser, because Kibana has them but does not share them.
 * Each works with Kibana's own React and moment: what it imports of those goes to the shared copy.
 */
export const BUNDLED_FOR_BROWSER: ReadonlySet<string> = new Set([
  'react/jsx-runtime',
  'react-dom/client',
  '@emotion/css',
  '@elastic/datemath',
]);

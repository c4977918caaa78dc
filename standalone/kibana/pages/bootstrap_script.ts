/** One plugin's files as the browser finds them. */
export interface PublicPlugin {
  readonly id: string;
  /** Ends with a slash. */
  readonly publicPath: string;
}

const LOADER = `
  var bundles = new Map();
  window.__kbnBundles__ = {
    has: function (key) { return bundles.has(key); },
    define: function (key, bundleRequire, bundleModuleKey) {
      if (bundles.has(key)) throw new Error('__kbnBundles__ already has a module defined for "' + key + '"');
      bundles.set(key, { bundleRequire: bundleRequire, bundleModuleKey: bundleModuleKey });
    },
    get: function (key) {
      var bundle = bundles.get(key);
      if (!bundle) throw new Error('__kbnBundles__ does not have a module defined for "' + key + '"');
      return bundle.bundleRequire(bundle.bundleModuleKey);
    }
  };
  function fail(sentence) {
    var text = document.createElement('p');
    text.setAttribute('role', 'alert');
    text.textContent = sentence;
    document.getElementById('kibana-body').replaceChildren(text);
  }
  function load(urls, done) {
    var pending = urls.length;
    urls.forEach(function (url) {
      var script = document.createElement('script');
      script.async = false;
      script.src = url;
      script.addEventListener('load', function () { if (--pending === 0) done(); });
      script.addEventListener('error', function () { fail('The page did not load: ' + url + ' is missing. Reload the page; if this stays, restart the server.'); });
      document.head.appendChild(script);
    });
  }
`;

/**
 * The script that every page loads first: Kibana's loader contract (`__kbnBundles__`, `__kbnPublicPath__`), then all other
 * scripts in order, then core. Source of the contract: elastic/kibana, core's rendering package, bootstrap template.
 */
export const bootstrapScript = (
  platformUrls: readonly string[],
  plugins: readonly PublicPlugin[]
): string => {
  const urls = [
    ...platformUrls,
    ...plugins.map(({ id, publicPath }) => `${publicPath}${id}.plugin.js`),
  ];
  const publicPaths = Object.fromEntries(plugins.map(({ id, publicPath }) => [id, publicPath]));
  return `(function () {${LOADER}
  window.__kbnPublicPath__ = ${JSON.stringify(publicPaths)};
  window.__kbnThemeTag__ = 'borealislight';
  load(${JSON.stringify(urls)}, function () {
    try {
      window.__kbnBundles__.get('entry/core/public').__kbnBootstrap__();
    } catch (error) {
      fail('The page could not start: ' + error.message);
      throw error;
    }
  });
})();
`;
};

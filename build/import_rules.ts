import { isBuiltin } from 'node:module';
import type { OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import { BUNDLED_FOR_BROWSER, SHARED_DEPENDENCIES } from './shared_dependencies';

const SHARED_NAMESPACE = 'kibana-shared';

/** `@scope/name/deep/file` -> `@scope/name`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const isOwnCode = ({ importer }: OnResolveArgs): boolean => !importer.includes('node_modules');

const refuse = (text: string): OnResolveResult => ({ errors: [{ text }] });

const refusalInBrowser = (specifier: string, own: boolean, bundled: ReadonlySet<string>) => {
  if (specifier.startsWith('@kbn/') || specifier.startsWith('plugin/')) {
    return `"${specifier}" is not among the modules that every Kibana 9 shares with plugins, and code of another plugin may not be imported. Use what setup() and start() are given instead.`;
  }
  const shared = packageOf(specifier);
  if (specifier !== shared && SHARED_DEPENDENCIES.has(shared) && !bundled.has(specifier)) {
    return `"${specifier}" would bundle a second copy of ${shared}, which Kibana shares. Import from "${shared}" itself.`;
  }
  if (own && !bundled.has(specifier) && !bundled.has(shared)) {
    return `"${specifier}" is neither shared by Kibana nor a dependency. Add it to "dependencies" in package.json to ship it, or to SHARED_DEPENDENCIES if every Kibana 9 shares it.`;
  }
  return undefined;
};

/**
 * Browser imports: what Kibana shares becomes a read of `__kbnSharedDeps__`, declared dependencies are bundled, and
 * everything else fails the build with a sentence that says what to do.
 * @param dependencies names in `dependencies` of package.json
 */
export const browserImports = (dependencies: readonly string[]): Plugin => {
  const bundled = new Set([...dependencies, ...BUNDLED_FOR_BROWSER]);
  return {
    name: 'browser-imports',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^[^./]/ }, (args) => {
        if (args.kind === 'entry-point') return undefined;
        if (SHARED_DEPENDENCIES.has(args.path)) {
          return { path: args.path, namespace: SHARED_NAMESPACE };
        }
        const refusal = refusalInBrowser(args.path, isOwnCode(args), bundled);
        return refusal === undefined ? undefined : refuse(refusal);
      });
      onLoad({ filter: /.*/, namespace: SHARED_NAMESPACE }, ({ path }) => ({
        contents: `module.exports = __kbnSharedDeps__.${SHARED_DEPENDENCIES.get(path) ?? ''};`,
        loader: 'js',
      }));
    },
  };
};

/**
 * Server imports: Kibana's own packages stay outside (its Node finds them), declared dependencies are bundled, anything
 * else would work in this repository but not in Kibana, so it fails the build.
 * @param dependencies names in `dependencies` of package.json
 */
export const serverImports = (dependencies: readonly string[]): Plugin => ({
  name: 'server-imports',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, (args) => {
      if (args.kind === 'entry-point' || isBuiltin(args.path) || !isOwnCode(args)) return undefined;
      if (args.path.startsWith('@kbn/')) return { path: args.path, external: true };
      if (dependencies.includes(packageOf(args.path))) return undefined;
      return refuse(
        `"${args.path}" is not a dependency, so Kibana would not find it. Add it to "dependencies" in package.json, or import only its types with "import type".`
      );
    });
  },
});

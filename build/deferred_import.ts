import type { Plugin } from 'esbuild';
import { PLUGIN_ID } from '../common/constants';

const DEFERRED_NAMESPACE = 'deferred';

/** The plugin file's one dynamic import, as written in public/plugin.ts. */
export const DEFERRED_IMPORT = './application';

interface DeferredFile {
  /** Such as `vishing.app.1a2b3c4d.js`, beside the plugin file. */
  readonly fileName: string;
  /** The global variable that the file leaves its exports in. */
  readonly globalName: string;
}

/**
 * Turns `import('./application')` into loading a second script: esbuild cannot split a file that is not an ES module.
 * The stand-in module is a "thenable" (it exports `then`), so that `await import()` waits for the script and yields its
 * exports. Every other dynamic import fails the build: it would silently become part of the plugin file.
 */
export const deferredImport = (root: string, { fileName, globalName }: DeferredFile): Plugin => ({
  name: 'deferred-import',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /.*/ }, ({ kind, path, importer }) => {
      if (kind !== 'dynamic-import') return undefined;
      if (path === DEFERRED_IMPORT) return { path, namespace: DEFERRED_NAMESPACE };
      return {
        errors: [
          {
            text: `${importer} imports "${path}" dynamically, but the plugin file may only defer "${DEFERRED_IMPORT}". Import it from the application instead.`,
          },
        ],
      };
    });
    onLoad({ filter: /.*/, namespace: DEFERRED_NAMESPACE }, () => ({
      contents: `import { loadScript } from './build/browser/load_script';
        const load = () => loadScript(${[PLUGIN_ID, fileName, globalName].map((text) => JSON.stringify(text)).join(', ')});
        export const then = (resolve, reject) => load().then(resolve, reject);`,
      loader: 'ts',
      resolveDir: root,
    }));
  },
});

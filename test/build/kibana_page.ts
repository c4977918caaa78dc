import { createContext, runInContext } from 'node:vm';

/** A script element as far as loading one needs it. */
export interface ScriptElement {
  src?: string;
  onload?: () => void;
  onerror?: () => void;
  remove: () => void;
}

export interface KibanaPage {
  /** Runs a script as the page would, without any right to make code from text. */
  readonly run: (code: string) => void;
  /** Kibana's registry of bundles. */
  readonly get: (key: string) => unknown;
  readonly defined: () => string[];
  /** Names of the page's globals that scripts have read so far. */
  readonly touched: Set<string>;
  /** Script elements that were added to the page, in their order. */
  readonly scripts: ScriptElement[];
  readonly setGlobal: (name: string, value: unknown) => void;
  readonly getGlobal: (name: string) => unknown;
}

interface PageOptions {
  /** What Kibana shares with plugins. */
  readonly shared?: Readonly<Record<string, unknown>>;
  /** Kibana's addresses of the plugins' files. */
  readonly publicPath?: Readonly<Record<string, string>>;
}

const createRegistry = () => {
  const modules = new Map<string, () => unknown>();
  return {
    keys: () => [...modules.keys()],
    has: (key: string) => modules.has(key),
    define: (key: string, bundleRequire: (key: string) => unknown, moduleKey: string) => {
      if (modules.has(key)) throw new Error(`${key} is defined twice`);
      modules.set(key, () => bundleRequire(moduleKey));
    },
    get: (key: string) => {
      const read = modules.get(key);
      if (!read) throw new Error(`${key} is not defined`);
      return read();
    },
  };
};

/**
 * A page as Kibana's bootstrap script leaves it: the registry of bundles, the shared libraries, the plugins' addresses.
 * Source: elastic/kibana `src/core/packages/rendering/server-internal/src/bootstrap/render_template.ts`.
 */
export const openKibanaPage = ({ shared = {}, publicPath }: PageOptions = {}): KibanaPage => {
  const registry = createRegistry();
  const touched = new Set<string>();
  const scripts: ScriptElement[] = [];
  const globals: Record<string, unknown> = {
    document: {
      createElement: (): ScriptElement => ({ remove: () => undefined }),
      head: { appendChild: (element: ScriptElement) => scripts.push(element) },
    },
    __kbnSharedDeps__: shared,
    __kbnPublicPath__: publicPath ?? { vishing: '/abc/bundles/plugin/vishing/1/' },
  };
  const sandbox: Record<string, unknown> = { __kbnBundles__: registry };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(sandbox, name, {
      get: () => {
        touched.add(name);
        return value;
      },
    });
  }
  const context = createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  runInContext('var window = globalThis;', context);
  return {
    run: (code) => {
      runInContext(code, context);
    },
    get: registry.get,
    defined: registry.keys,
    touched,
    scripts,
    setGlobal: (name, value) => {
      sandbox[name] = value;
    },
    getGlobal: (name) => sandbox[name],
  };
};

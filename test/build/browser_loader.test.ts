import { z } from 'zod';
import { BUILD_TIMEOUT_MS, buildAndRead, type InstalledPlugin } from './built_plugin';
import { openKibanaPage, type KibanaPage, type ScriptElement } from './kibana_page';

jest.setTimeout(BUILD_TIMEOUT_MS);

const KEY = 'plugin/vishing/public';
const APP_GLOBAL = '__vishing_app__';

const callable = z.custom<(...args: unknown[]) => unknown>((value) => typeof value === 'function');
const bundleSchema = z.object({ plugin: callable });
const instanceSchema = z.object({ setup: callable, start: callable });
const appSchema = z.object({
  id: z.string(),
  title: z.string(),
  appRoute: z.string(),
  mount: callable,
});
type RegisteredApp = z.infer<typeof appSchema>;

let plugin: InstalledPlugin;
beforeAll(async () => {
  plugin = await buildAndRead();
});

const loadPage = (options: Parameters<typeof openKibanaPage>[0] = {}): KibanaPage => {
  const page = openKibanaPage(options);
  page.run(plugin.read('target/public/vishing.plugin.js').toString());
  return page;
};

/** Does what Kibana's core does with the bundle, up to the registered app. */
const registerApp = (page: KibanaPage): RegisteredApp => {
  const instance = bundleSchema.parse(page.get(KEY)).plugin({});
  const registered: unknown[] = [];
  // Called on the instance itself: its methods may use `this`.
  instanceSchema.parse(instance);
  const core = {
    application: { register: (app: unknown) => registered.push(app) },
    getStartServices: () => Promise.resolve(['core', 'plugins', {}]),
  };
  z.custom<{ setup: (core: unknown, plugins: unknown) => unknown }>()
    .parse(instance)
    .setup(core, {});
  expect(registered).toHaveLength(1);
  return appSchema.parse(registered[0]);
};

/** Plays the browser: the script arrives and leaves the app behind. */
const arrive = (page: KibanaPage, script: ScriptElement | undefined, app: unknown): void => {
  page.setGlobal(APP_GLOBAL, app);
  script?.onload?.();
};

describe('loading the plugin file', () => {
  it('defines the bundle and does nothing else', () => {
    const page = loadPage();
    expect(page.defined()).toEqual([KEY]);
    expect([...page.touched]).toEqual([]);
    expect(page.scripts).toEqual([]);
  });

  it('evaluates the plugin once, however often Kibana asks for it', () => {
    const page = loadPage();
    const [first, second] = [page.get(KEY), page.get(KEY)].map(
      (it) => bundleSchema.parse(it).plugin
    );
    expect(second).toBe(first);
  });

  it('gives a plugin with setup and start that answer at once', () => {
    const instance = bundleSchema.parse(loadPage().get(KEY)).plugin({});
    expect(instanceSchema.safeParse(instance).success).toBe(true);
    expect(instance).not.toHaveProperty('then');
  });

  it('registers the app at its address without loading it', () => {
    const page = loadPage();
    expect(registerApp(page)).toMatchObject({ id: 'vishing', appRoute: '/app/vishing' });
    expect(page.scripts).toEqual([]);
  });
});

describe('mounting the app', () => {
  const appFile = () =>
    plugin.names
      .find((name) => name.includes('.app.') && name.endsWith('.js'))
      ?.split('/')
      .pop();

  it('loads the app file from the address that Kibana names', async () => {
    const page = loadPage();
    const unmount = () => undefined;
    const mounting = registerApp(page).mount({ element: 'here' });
    await new Promise(setImmediate);
    expect(page.scripts.map(({ src }) => src)).toEqual([
      `/abc/bundles/plugin/vishing/1/${appFile() ?? ''}`,
    ]);
    const mountApp = jest.fn(() => unmount);
    arrive(page, page.scripts[0], { mountApp });
    expect(await mounting).toBe(unmount);
    expect(mountApp).toHaveBeenCalledWith('core', 'plugins', { element: 'here' });
  });

  it('loads the app file once for two mounts at the same time and a later one', async () => {
    const page = loadPage();
    const app = registerApp(page);
    const mountings = [app.mount({}), app.mount({})];
    await new Promise(setImmediate);
    arrive(page, page.scripts[0], { mountApp: () => () => undefined });
    await Promise.all(mountings);
    await app.mount({});
    expect(page.scripts).toHaveLength(1);
  });

  it('says what happened when the file cannot be loaded, and tries again next time', async () => {
    const page = loadPage();
    const app = registerApp(page);
    const failing = app.mount({});
    await new Promise(setImmediate);
    page.scripts[0]?.onerror?.();
    await expect(failing).rejects.toThrow(/could not be loaded from .*vishing\.app\..*reload/);

    const retried = app.mount({});
    await new Promise(setImmediate);
    arrive(page, page.scripts[1], { mountApp: () => () => undefined });
    await expect(retried).resolves.toBeInstanceOf(Function);
  });

  it('says so when the file was loaded but left no app', async () => {
    const page = loadPage();
    const mounting = registerApp(page).mount({});
    await new Promise(setImmediate);
    arrive(page, page.scripts[0], undefined);
    await expect(mounting).rejects.toThrow(/did not start/);
  });

  it('says so when Kibana names no address for the files', async () => {
    const page = loadPage({ publicPath: {} });
    await expect(registerApp(page).mount({})).rejects.toThrow(/Install the plugin again/);
  });
});

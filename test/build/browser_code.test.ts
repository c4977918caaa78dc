import { BUILD_TIMEOUT_MS, buildAndRead, type InstalledPlugin } from './built_plugin';
import { openKibanaPage } from './kibana_page';

jest.setTimeout(BUILD_TIMEOUT_MS);

/** Keys of `__kbnSharedDeps__` that every Kibana 9.x has. */
const STABLE_KEYS =
  'React ReactDom ReactDomServer ReactRouter ReactRouterDom ReactRouterDomV5Compat EmotionReact EmotionCache ElasticEui ElasticCharts Rxjs Moment MomentTimezone Lodash KbnI18n KbnI18nReact KbnSharedUxRouter KbnReactKibanaContextCommon KbnReactKibanaContextRoot KbnReactKibanaContextRender KbnReactKibanaContextTheme KbnEsQuery KbnRison ReactQuery History Classnames Uuid'.split(
    ' '
  );

/** The real libraries behind the keys that the app uses, as Kibana would share them. */
const LIBRARIES: Readonly<Record<string, string>> = {
  React: 'react',
  ReactDom: 'react-dom',
  ReactRouter: 'react-router',
  ReactRouterDom: 'react-router-dom',
  EmotionReact: '@emotion/react',
  EmotionCache: '@emotion/cache',
  ElasticEui: '@elastic/eui',
  Rxjs: 'rxjs',
  Moment: 'moment',
  MomentTimezone: 'moment-timezone',
  Lodash: 'lodash',
  History: 'history',
};

let plugin: InstalledPlugin;
let scripts: { name: string; code: string }[];
beforeAll(async () => {
  plugin = await buildAndRead();
  scripts = plugin.names
    .filter((name) => /^target\/public\/.*\.js$/.test(name))
    .map((name) => ({ name, code: plugin.read(name).toString() }));
});

const sharedKeys = (code: string): string[] => [
  ...new Set([...code.matchAll(/__kbnSharedDeps__\.(\w+)/g)].map((match) => match[1] ?? '')),
];

describe('the code for the browser', () => {
  it('uses only libraries that every Kibana 9 shares', () => {
    const used = scripts.flatMap(({ code }) => sharedKeys(code));
    expect(used).toContain('React');
    expect(used.filter((key) => !STABLE_KEYS.includes(key))).toEqual([]);
    expect(scripts.filter(({ code }) => code.includes('__kbnSharedDeps_npm__'))).toEqual([]);
  });

  it('names no bundle of another plugin', () => {
    const bundles = scripts.flatMap(({ code }) => code.match(/\bplugin\/\w+\/\w+/g) ?? []);
    expect(new Set(bundles)).toEqual(new Set(['plugin/vishing/public']));
  });

  it('makes no code from text and loads nothing from elsewhere', () => {
    for (const { code } of scripts) {
      expect(code).not.toMatch(/\beval\(|new Function\(|sourceMappingURL|\bimport\(/);
    }
  });

  it('contains React only once, the one that Kibana shares', () => {
    const copies = scripts.filter(({ code }) => code.includes('react.production.min.js'));
    expect(copies).toEqual([]);
    expect(plugin.read('THIRD_PARTY_NOTICES.txt').toString()).not.toMatch(/^@elastic\/eui /m);
  });

  it('starts with the shared libraries alone and without code from text', () => {
    const app = scripts.find(({ name }) => name.includes('.app.'));
    const keys = sharedKeys(app?.code ?? '');
    const shared = Object.fromEntries(
      keys.map((key): [string, unknown] => [key, jest.requireActual(LIBRARIES[key] ?? key)])
    );
    const page = openKibanaPage({ shared });
    page.run(app?.code ?? '');
    expect(page.getGlobal('__vishing_app__')).toHaveProperty('mountApp', expect.any(Function));
  });
});

/**
 * Kibana's rules for kibana.json, one sentence for each that is broken.
 * Source: elastic/kibana `src/core/packages/plugins/server-internal/src/discovery/plugin_manifest_parser.ts` for the fields,
 * `src/cli_plugin/install` for the version.
 */
const KNOWN_FIELDS = new Set([
  'id',
  'version',
  'owner',
  'kibanaVersion',
  'server',
  'ui',
  'type',
  'configPath',
  'requiredPlugins',
  'optionalPlugins',
  'requiredBundles',
  'runtimePluginDependencies',
  'extraPublicDirs',
  'description',
  'enabledOnAnonymousPages',
  'serviceFolders',
]);
const CAMEL_CASE = /^[a-z]{1}([a-zA-Z0-9]{1,})$/;
const THREE_NUMBERS = /\d+\.\d+\.\d+/;

type Manifest = Record<string, unknown>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isOptional = (value: unknown, type: string): boolean =>
  value === undefined || typeof value === type;
const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isOwner = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && isText(value.name);

const rules: readonly (readonly [string, (manifest: Manifest) => boolean])[] = [
  ['id must be camelCase without dots', ({ id }) => isText(id) && CAMEL_CASE.test(id)],
  ['version must be a text', ({ version }) => isText(version)],
  ['owner must have a name', ({ owner }) => isOwner(owner)],
  ['kibanaVersion must be a text', ({ kibanaVersion }) => isOptional(kibanaVersion, 'string')],
  ['server or ui must be true', ({ server, ui }) => server === true || ui === true],
  ['type must be standard', ({ type }) => type === undefined || type === 'standard'],
  ['description must be a text', ({ description }) => isOptional(description, 'string')],
  [
    'enabledOnAnonymousPages must be a boolean',
    (manifest) => isOptional(manifest.enabledOnAnonymousPages, 'boolean'),
  ],
  [
    'configPath must be a text or texts',
    ({ configPath }) => isOptional(configPath, 'string') || isTextList(configPath),
  ],
  ...[
    'requiredPlugins',
    'optionalPlugins',
    'requiredBundles',
    'runtimePluginDependencies',
    'extraPublicDirs',
  ].map(
    (field) =>
      [
        `${field} must be a list of texts`,
        (manifest: Manifest) => manifest[field] === undefined || isTextList(manifest[field]),
      ] as const
  ),
];

/** What Kibana would refuse in the manifest; empty when it is accepted by discovery. */
export const manifestProblems = (manifest: Manifest): string[] => {
  const unknown = Object.keys(manifest).filter((field) => !KNOWN_FIELDS.has(field));
  return [
    ...rules.filter(([, accepts]) => !accepts(manifest)).map(([sentence]) => sentence),
    ...unknown.map((field) => `${field} is not a known field`),
  ];
};

/** `kibana-plugin install` compares the first three numbers of both versions as text. */
export const installsInto = (manifest: Manifest, kibanaVersion: string): boolean => {
  const wanted = manifest.kibanaVersion ?? manifest.version;
  const firstNumbers = (text: unknown): string =>
    THREE_NUMBERS.exec(String(text))?.[0] ?? String(text);
  return firstNumbers(wanted) === firstNumbers(kibanaVersion);
};

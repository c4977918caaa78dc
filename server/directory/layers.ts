import {
  SYNC_SOURCES,
  type LineDecision,
  type Person,
  type PersonFields,
  type PersonLine,
  type StoredPerson,
  type SyncSource,
} from '../../common/model/person';

/** What a stored person is made of. */
export interface PersonParts {
  readonly id: string;
  /** What people set: an upload, a form, a decision. It wins. */
  readonly manual?: PersonFields;
  readonly synced?: StoredPerson['synced'];
  readonly decided?: readonly LineDecision[];
}

type Layers = readonly PersonFields[];
type TextField =
  'emails' | 'account_names' | 'domains' | 'cloud_ids' | 'hosts' | 'numbers' | 'extensions';

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const first = <Key extends keyof PersonFields>(layers: Layers, key: Key): PersonFields[Key] =>
  layers.map((layer) => layer[key]).find((value) => value !== undefined && value !== '');

/** One who is known to two directories under different names goes by all of them. */
const union = (layers: Layers, key: TextField): string[] =>
  unique(layers.flatMap((layer) => layer[key] ?? []));

const linesOf = (layers: Layers, values: ReadonlySet<string>): PersonLine[] => {
  const lines: PersonLine[] = [];
  for (const layer of layers) {
    const known = new Set(lines.map(({ value }) => value));
    for (const line of layer.lines ?? []) {
      if (values.has(line.value) && !known.has(line.value)) lines.push(line);
    }
  }
  return lines;
};

/** How sure the less sure hosts are: a host that any better known layer has too is surely theirs. */
const hostConfidenceOf = (layers: Layers): Pick<Person, 'host_confidence'> => {
  const known = new Set<string>();
  const less: NonNullable<Person['host_confidence']> = [];
  for (const { hosts = [], host_confidence: unsure = [] } of layers) {
    less.push(...unsure.filter(({ value }) => hosts.includes(value) && !known.has(value)));
    for (const host of hosts) known.add(host);
  }
  return less.length === 0 ? {} : { host_confidence: less };
};

/** The fields that count: what people set goes first, then the directories in the order of `SYNC_SOURCES`. */
const combine = (id: string, manual: PersonFields | undefined, synced: Layers): Person => {
  const layers = manual ? [manual, ...synced] : synced;
  // Lines and roles that people set replace those of the directories, which HR may be late to correct.
  const lines = (key: 'numbers' | 'extensions'): string[] =>
    manual?.[key]?.length ? manual[key] : union(synced, key);
  const numbers = lines('numbers');
  const extensions = lines('extensions');
  return {
    id,
    kind: manual?.kind ?? 'person',
    full_name: first(layers, 'full_name') ?? id,
    upn: first(layers, 'upn'),
    emails: union(layers, 'emails'),
    account_names: union(layers, 'account_names'),
    domains: union(layers, 'domains'),
    sid: first(layers, 'sid'),
    cloud_ids: union(layers, 'cloud_ids'),
    numbers,
    extensions,
    lines: linesOf(layers, new Set([...numbers, ...extensions])),
    hosts: union(layers, 'hosts'),
    ...hostConfidenceOf(layers),
    department: first(layers, 'department'),
    title: first(layers, 'title'),
    roles: manual?.roles?.length
      ? manual.roles
      : unique(synced.flatMap(({ roles }) => roles ?? [])),
    privileged: manual?.privileged ?? false,
    members: manual?.members ?? [],
  };
};

/** Makes the document that is stored of a person's parts. */
export const buildStored = ({
  id,
  manual,
  synced = {},
  decided = [],
}: PersonParts): StoredPerson => {
  const sources = SYNC_SOURCES.filter((source) => synced[source] !== undefined);
  const layers = sources.flatMap((source) => synced[source] ?? []);
  return {
    ...combine(id, manual, layers),
    sources: [...(manual ? ['manual'] : []), ...sources],
    ...(decided.length > 0 ? { decided } : {}),
    ...(sources.length > 0 ? { ...(manual ? { manual } : {}), synced } : {}),
  };
};

const PART_KEYS: ReadonlySet<string> = new Set(['id', 'sources', 'decided', 'manual', 'synced']);

/** A person's own fields, without what the store adds. */
export const fieldsOf = (person: StoredPerson): PersonFields =>
  Object.fromEntries(Object.entries(person).filter(([key]) => !PART_KEYS.has(key)));

/** Takes a stored document apart again. */
export const partsOf = (stored: StoredPerson): PersonParts => ({
  id: stored.id,
  manual: stored.synced ? stored.manual : fieldsOf(stored),
  synced: stored.synced,
  decided: stored.decided,
});

/** A person with what one directory says now. */
export const withSynced = (
  parts: PersonParts,
  source: SyncSource,
  fields: PersonFields
): PersonParts => ({ ...parts, synced: { ...parts.synced, [source]: fields } });

/** A person without what one directory said. */
export const withoutSynced = (parts: PersonParts, source: SyncSource): PersonParts => {
  const { [source]: _, ...synced } = parts.synced ?? {};
  return { ...parts, synced };
};

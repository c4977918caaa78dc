import type { Source } from '../pipelines/pipeline_tester';
import { anyJunk, hugeText } from './junk';
import { mutateText } from './mutate_text';
import type { Random } from './random';

type Document = Record<string, unknown>;

const STRANGE = [
  null,
  7,
  1.5,
  true,
  'x',
  '',
  [],
  {},
  [1, { a: 1 }],
  { id: { a: 1 } },
  [[['x']]],
] as [unknown, ...unknown[]];
const PLACES = [
  'message',
  'event',
  'vishing',
  'tags',
  'log',
  'host',
  '@timestamp',
  'source',
  '_tmp',
  'error',
] as [string, ...string[]];
const TIME_ZONES = [
  'Mars/Phobos',
  'UTC+25',
  'Europe/Berlin',
  '+01:00',
  'Z',
  '',
  'America/New_York',
  '../etc',
] as [string, ...string[]];
const LENGTHS = [
  [],
  [3],
  [-1],
  ['a'],
  [1.5],
  [1e9, 2],
  [null],
  3,
  Array.from({ length: 500 }, (_, i) => i),
] as [unknown, ...unknown[]];
const LABELS = [
  { a: 1 },
  { 'a.b': { c: 1 } },
  { a: { b: { c: [] } } },
  'x',
  [1],
  { a: null, 'a.b': 2 },
  { '': 1, ' ': 2, '.': 3, 'a..b': 4, '.c': 5, 'd.': { '': 6 } },
  { [`${'x'.repeat(40_000)}`]: 'x'.repeat(40_000) },
  JSON.parse('{"a":'.repeat(100) + '1' + '}'.repeat(100)),
] as [unknown, ...unknown[]];

const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Document => (isObject(value) ? value : {});

const withSite = (document: Document, change: Document): Document => {
  const vishing = objectOf(document.vishing);
  return { ...document, vishing: { ...vishing, site: { ...objectOf(vishing.site), ...change } } };
};

const withVishing = (document: Document, change: Document): Document => ({
  ...document,
  vishing: { ...objectOf(document.vishing), ...change },
});

/** Changes one setting inside of a column mapping of the generic source. */
const withMapping = (document: Document, random: Random): Document => {
  const { mapping } = objectOf(document.vishing);
  if (!isObject(mapping)) return withVishing(document, { mapping: random.pick(STRANGE) });
  const names = Object.keys(mapping);
  const name = names[random.below(names.length)] ?? 'columns';
  const value = mapping[name];
  const columns = objectOf(value);
  const column = Object.keys(columns)[random.below(Object.keys(columns).length)];
  const changed =
    column !== undefined && random.chance(0.6)
      ? {
          ...columns,
          [column]: random.pick([...STRANGE, anyJunk(random)] as [unknown, ...unknown[]]),
        }
      : random.pick([...STRANGE, anyJunk(random)] as [unknown, ...unknown[]]);
  return withVishing(document, { mapping: { ...mapping, [name]: changed } });
};

const CHANGES: readonly [
  (document: Document, random: Random, other: Document) => Document,
  ...((document: Document, random: Random, other: Document) => Document)[],
] = [
  (document, random) => ({ ...document, [random.pick(PLACES)]: random.pick(STRANGE) }),
  (document, random) => ({ ...document, [random.pick(PLACES)]: anyJunk(random) }),
  (document, random) => withSite(document, { timezone: random.pick(TIME_ZONES) }),
  (document, random) => withSite(document, { extension_lengths: random.pick(LENGTHS) }),
  (document, random) =>
    withSite(document, { id: random.chance(0.02) ? hugeText(random) : anyJunk(random) }),
  (document, random) =>
    withSite(document, { [random.pick(['country', 'outside_line'])]: anyJunk(random) }),
  (document, random) => {
    const { header } = objectOf(document.vishing);
    return withVishing(document, {
      header: typeof header === 'string' ? mutateText(header, random) : random.pick(STRANGE),
    });
  },
  (document, _random, other) => withVishing(document, { header: objectOf(other.vishing).header }),
  (document, _random, other) => ({ ...document, event: other.event }),
  (document, random) => ({
    ...document,
    event: { provider: random.chance(0.02) ? hugeText(random) : anyJunk(random) },
  }),
  (document, random) => withMapping(document, random),
  (document) => {
    const { event, vishing, ...rest } = document;
    return {
      ...rest,
      'event.provider': objectOf(event).provider,
      'vishing.site': objectOf(vishing).site,
    };
  },
  (document, random) => ({
    ...document,
    tags: [anyJunk(random), 'preserve_original_event', 7, null],
  }),
  (document, random) => ({
    ...document,
    [random.pick(['labels', 'agent', 'input'])]: random.pick(LABELS),
  }),
  (document) => {
    const { message, event, ...rest } = document;
    return { ...rest, event: { ...objectOf(event), original: message } };
  },
];

/** One random change to what stands around the text of a record. @param other another record, of any source */
export const mutateEnvelope = (document: Source, random: Random, other: Source): Source =>
  random.pick(CHANGES)({ ...document }, random, { ...other });

import type { Client, estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { alertsIndex, FIELDS_INDEX } from '../../../common/constants';
import type { CompiledSignal } from '../../../server/signals/compile_signal';

export interface StoredEvent {
  readonly id: string;
  readonly index: string;
  readonly document: Readonly<Record<string, unknown>>;
}

const keyword = { type: 'keyword' } as const;

/** Integrations map texts as keywords; a few fields of theirs would clash in other ways. */
const INTEGRATION_LIKE: estypes.MappingTypeMapping = {
  date_detection: false,
  dynamic_templates: [{ texts: { match_mapping_type: 'string', mapping: keyword } }],
  properties: {
    '@timestamp': { type: 'date' },
    source: {
      properties: { ip: { type: 'ip' }, as: { properties: { number: { type: 'long' } } } },
    },
    okta: { properties: { target: { type: 'flattened' } } },
    o365: { properties: { audit: { properties: { Members: { type: 'flattened' } } } } },
    kibana: {
      properties: {
        space_ids: keyword,
        alert: { properties: { original_time: { type: 'date' }, new_terms: keyword } },
      },
    },
  },
};

/**
 * Stores events under their ids in indices of one namespace (`...-<namespace>`), texts as keywords unless `mappings` says
 * otherwise.
 * @throws when one is refused
 */
export const storeEvents = async (
  es: Client,
  namespace: string,
  events: readonly StoredEvent[],
  mappings: estypes.MappingTypeMapping = INTEGRATION_LIKE
): Promise<void> => {
  await es.indices.putIndexTemplate({
    name: namespace,
    index_patterns: [`*-${namespace}`],
    priority: 900,
    template: {
      settings: { mapping: { ignore_malformed: true } },
      mappings,
    },
  });
  const answer = await es.bulk({
    refresh: true,
    operations: events.flatMap(({ id, index, document }) => [
      { index: { _index: index, _id: id } },
      document,
    ]),
  });
  const refused = answer.items.find(({ index }) => index?.error);
  if (refused) throw new Error(`An event was refused: ${JSON.stringify(refused)}`);
};

/** Removes what `storeEvents` made. */
export const removeIndices = async (es: Client, namespace: string): Promise<void> => {
  const found = await es.indices.get({
    index: [`*-${namespace}`, `${alertsIndex(namespace)}*`],
    expand_wildcards: 'all',
    allow_no_indices: true,
  });
  for (const index of Object.keys(found)) await es.indices.delete({ index });
  await es.indices.deleteIndexTemplate({ name: namespace }, { ignore: [404] });
};

export interface FoundEvent {
  readonly id: string;
  /** ISO instant. */
  readonly time: string;
  /** By field, with `target ` before it where it was done to this person; absent where the event does not say. */
  readonly identities: Readonly<Record<string, string>>;
}

const answerSchema = z.object({ values: z.array(z.array(z.unknown())) });

/** Runs a signal's condition over some of the indices that it reads. */
export const runSignal = async (
  es: Client,
  signal: CompiledSignal,
  indices: readonly string[]
): Promise<FoundEvent[]> => {
  const patterns = signal.indices.map(
    (pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
  );
  const read = [...new Set(indices)].filter((index) => patterns.some((one) => one.test(index)));
  const columns = signal.identities.map(({ value }, nth) => `identity_${nth} = ${value}`);
  const names = signal.identities.map((_identity, nth) => `identity_${nth}`);
  const answer: unknown = await es.esql.query({
    query: [
      `FROM ${[...read, FIELDS_INDEX].join(', ')} METADATA _id`,
      `WHERE ${signal.where}`,
      `EVAL happened = ${signal.time}, ${columns.join(', ')}`,
      `KEEP _id, happened, ${names.join(', ')}`,
      'SORT _id ASC',
      'LIMIT 10000',
    ].join('\n| '),
    format: 'json',
  });
  return answerSchema.parse(answer).values.map(([id, time, ...values]) => ({
    id: String(id),
    time: String(time),
    identities: Object.fromEntries(
      signal.identities.flatMap(({ field, subject }, nth) => {
        const value = values[nth];
        return typeof value === 'string'
          ? [[`${subject === 'target' ? 'target ' : ''}${field}`, value]]
          : [];
      })
    ),
  }));
};

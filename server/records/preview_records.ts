import type { RecordPreview } from '../../common/api/sources';
import type { Site } from '../../common/model/call';
import type { ElasticsearchClient } from '../kibana';
import { formatInternational } from '../numbers/format_number';
import { readNumber, type NumberRole } from '../numbers/read_number';
import { toDocuments, type RecordBatch } from './record_batch';
import { simulateRecords, type SimulatedRecord } from './simulate_records';

/** A value that is longer is cut off: a preview is for people. */
const MAX_VALUE = 500;
const MAX_FIELDS = 200;

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** The fields of a document by their dotted names, in the order of the alphabet. */
export const flattenFields = (
  value: unknown,
  prefix = ''
): { readonly name: string; readonly value: string }[] => {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, inner]) => flattenFields(inner, prefix === '' ? key : `${prefix}.${key}`));
  }
  const text = Array.isArray(value) ? value.map(toText).join(', ') : toText(value);
  return [{ name: prefix, value: text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text }];
};

const addressOf = (document: unknown, end: 'source' | 'destination'): string | undefined => {
  const side = (document as Record<string, { address?: unknown } | undefined>)[end];
  return typeof side?.address === 'string' ? side.address : undefined;
};

const readSide = (
  document: unknown,
  role: NumberRole,
  site: Site
): RecordPreview['caller'] | undefined => {
  const raw = addressOf(document, role === 'caller' ? 'source' : 'destination');
  if (raw === undefined) return undefined;
  const { e164, quality, country } = readNumber(raw, site, role);
  return { raw, e164, quality, country, display: e164 && formatInternational(e164) };
};

const toPreview = (
  message: string,
  { document, failure }: SimulatedRecord,
  site: Site
): RecordPreview => {
  const outcome = failure !== undefined ? 'failed' : document ? 'parsed' : 'dropped';
  return {
    message: message.length > 20_000 ? `${message.slice(0, 20_000)}…` : message,
    outcome,
    reason: failure,
    fields: outcome === 'parsed' ? flattenFields(document).slice(0, MAX_FIELDS) : [],
    caller: outcome === 'parsed' ? readSide(document, 'caller', site) : undefined,
    callee: outcome === 'parsed' ? readSide(document, 'called', site) : undefined,
  };
};

/** Shows what records would become, and how their numbers would be read. Stores nothing. */
export const previewRecordBatch = async (
  es: ElasticsearchClient,
  batch: RecordBatch
): Promise<RecordPreview[]> => {
  const simulated = await simulateRecords(es, toDocuments(batch));
  return batch.records.map(({ message }, place) =>
    toPreview(message, simulated[place] ?? {}, batch.site)
  );
};

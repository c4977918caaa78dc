import type { Client } from '@elastic/elasticsearch';
import { CALLS_INDEX, DIRECTORY_INDEX } from '../../../common/constants';
import { toRawDocument } from '../../../common/ingest/raw_document';
import { personSchema, type PersonInput } from '../../../common/model/person';
import { watchlistEntrySchema } from '../../../common/model/watchlist';
import { storeLookups } from '../../../server/directory/lookups/store_lookups';
import { upsertPeople } from '../../../server/directory/directory_store';
import { resetSignalOf } from '../../../server/knowledge';
import { resolveCalls } from '../../../server/resolver/resolve_calls';
import { markTargets } from '../../../server/targets/mark_targets';
import { removeMatchingEntries } from '../../../server/watchlist/remove_entries';
import { upsertWatchlist } from '../../../server/watchlist/watchlist_store';
import { installHostEventTemplate } from '../../../standalone/demo/host_event_template';
import { DAY_MS } from '../../../standalone/generator/local_time';
import { toDirectory } from '../../../standalone/generator/directory';
import { DEMO_NAMESPACE } from '../../../standalone/generator/host_events/host_event';
import { SITES } from '../../../standalone/generator/sites';
import { bulkCreate, type NewDocument } from '../../../standalone/ingest/bulk_create';
import { createLogger } from '../../../standalone/kibana/log';
import { forgetTargets } from '../../setup/forget_targets';
import { removeDocuments } from '../../setup/remove_documents';
import type { EvaluationData } from '../data/make_data';
import { loadShippedRules } from './stored_rules';

/** The evaluation's phone records. */
const RECORDS_STREAM = 'logs-vishing.call-evaluation';
const EVENT_STREAMS = `logs-*-${DEMO_NAMESPACE}`;
const BATCH = 2_000;
/** Two requests at once keep two cores busy. */
const PARALLEL = 2;
const OUR_CALLS = { terms: { 'vishing.site.id': SITES.map(({ settings }) => settings.id) } };

const storeBatches = async (es: Client, batches: Iterator<NewDocument[]>): Promise<void> => {
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    const results = await bulkCreate(es, next.value);
    const refused = results.find(({ outcome }) => outcome === 'refused');
    if (refused?.outcome === 'refused') throw new Error(`A document is refused: ${refused.reason}`);
  }
};

function* inBatches<T>(
  items: readonly T[],
  toDocument: (item: T) => NewDocument
): Generator<NewDocument[]> {
  for (let from = 0; from < items.length; from += BATCH)
    yield items.slice(from, from + BATCH).map(toDocument);
}

const storeAll = async <T>(
  es: Client,
  items: readonly T[],
  toDocument: (item: T) => NewDocument
): Promise<void> => {
  const batches = inBatches(items, toDocument);
  await Promise.all(Array.from({ length: PARALLEL }, () => storeBatches(es, batches)));
};

/** Takes away what an evaluation stored, for the next one and for other tests on the same Elasticsearch. */
export const removeEvaluationData = async (
  es: Client,
  people: readonly string[]
): Promise<void> => {
  await removeDocuments(es, CALLS_INDEX, OUR_CALLS);
  await removeDocuments(es, RECORDS_STREAM);
  await forgetTargets(es);
  await removeDocuments(es, EVENT_STREAMS);
  await removeDocuments(es, DIRECTORY_INDEX, { terms: { id: [...people] } });
  await removeMatchingEntries(es, { source: 'it' }, Date.now());
};

/** Every third person's login is not the mail address, as in many companies: events name the login, calls the address. */
const withOtherLogins = (people: readonly PersonInput[]): PersonInput[] =>
  people.map((person, nth) =>
    nth % 3 === 0
      ? { ...person, emails: [`${person.id}@mail.example.com`, ...(person.emails ?? [])] }
      : person
  );

/**
 * Stores directory, watchlist, raw phone records (through the pipelines) and events, and resolves the calls.
 * @throws when Elasticsearch refuses a document or a record does not become a call
 */
export const storeEvaluationData = async (
  es: Client,
  data: EvaluationData,
  tell: (line: string) => void
): Promise<void> => {
  const { company, watchlist, records, events, period } = data;
  await installHostEventTemplate(es);
  await upsertPeople(
    es,
    withOtherLogins(toDirectory(company)).map((person) => personSchema.parse(person))
  );
  await upsertWatchlist(
    es,
    watchlist.map((entry) => watchlistEntrySchema.parse(entry))
  );
  await storeAll(es, records, (record) => ({
    dataStream: RECORDS_STREAM,
    source: toRawDocument(record),
  }));
  tell(`${records.length} phone records stored`);
  await storeAll(es, events, ({ dataStream, id, document }) => ({
    dataStream,
    id,
    source: document,
  }));
  tell(`${events.length} events stored`);
  await es.indices.refresh({ index: `${RECORDS_STREAM},${EVENT_STREAMS}` });
  const logger = createLogger(tell, 'warn');
  // Every record has arrived by then; what a call knows of its number's past goes by the calls' own times.
  const now = new Date(Math.max(Date.now(), period.toMs));
  const { calls, failed } = await resolveCalls({ es, logger, now: () => now });
  if (failed > 0) throw new Error(`${failed} calls could not be stored.`);
  await es.indices.refresh({ index: CALLS_INDEX });
  await storeLookups(es);
  const signal = resetSignalOf(loadShippedRules('default').content);
  const marked = await markTargets({ es, signal, nowMs: period.toMs + DAY_MS });
  tell(`${calls} calls resolved, during ${marked} of them somebody's account was changed`);
};

import type { Client } from '@elastic/elasticsearch';
import { bulkCreate } from './bulk_create';
import { findParsingFailures } from './find_failures';
import type { RecordFormat, Source } from '../../common/model/source';
import type { IngestReport } from './ingest_report';
import { cutNumberedRecords, type NumberedRecord } from '../../common/readers/numbered_records';
import type { IngestOptions } from './options';
import { toRawDocument, type RawDocument } from '../../common/ingest/raw_document';
import { readText } from './read_file';
import { simulateRecords } from './simulate';

/** Records in one request: large enough to be quick, small enough for any http limit. */
const BATCH = 500;

export interface IngestTarget {
  readonly client: Client;
  readonly dataStream: string;
  /** Receives simulated documents. */
  readonly print: (line: string) => void;
}

interface Batch {
  readonly file: string;
  readonly records: readonly NumberedRecord[];
}

/** What is the same for all files of a run, and the source of the file at hand. */
export type FileOptions = Omit<IngestOptions, 'source'> & { readonly source: Source };

const toDocuments = (
  { file, records }: Batch,
  { source, site, mapping }: FileOptions
): RawDocument[] =>
  records.map(({ message, header, offset }) =>
    toRawDocument({
      message,
      header,
      provider: source.id,
      site,
      mapping,
      file: { path: file, offset },
    })
  );

const fail = (
  report: IngestReport,
  { file, records }: Batch,
  place: number,
  reason: string
): void => {
  report.counts.failed += 1;
  report.addFailure({ file, line: records[place]?.line ?? 0, reason });
};

const store = async (
  batch: Batch,
  options: FileOptions,
  target: IngestTarget,
  report: IngestReport
): Promise<void> => {
  const { client, dataStream } = target;
  const documents = toDocuments(batch, options).map((source) => ({ dataStream, source }));
  const results = await bulkCreate(client, documents);
  const unparsed = await findParsingFailures(client, results);
  results.forEach((result, place) => {
    const reason = result.outcome === 'refused' ? result.reason : unparsed.get(place);
    if (reason !== undefined) fail(report, batch, place, reason);
    else if (result.outcome === 'created') report.counts.stored += 1;
    else if (result.outcome === 'known') report.counts.known += 1;
    else report.counts.dropped += 1;
  });
};

const simulate = async (
  batch: Batch,
  options: FileOptions,
  target: IngestTarget,
  report: IngestReport
): Promise<void> => {
  const results = await simulateRecords(
    target.client,
    toDocuments(batch, options),
    target.dataStream
  );
  results.forEach(({ document, failure }, place) => {
    if (document !== undefined) target.print(JSON.stringify(document));
    if (failure !== undefined) fail(report, batch, place, failure);
    else if (document === undefined) report.counts.dropped += 1;
  });
};

/** The generic source's files are cut as its mapping says. */
const formatOf = ({ source, mapping }: FileOptions): RecordFormat => {
  if (!mapping) return source.format;
  if (mapping.format === 'json') return { type: 'json', lists: [] };
  // Columns with names come with a header line, which holds all of them.
  const names = Object.values(mapping.columns).filter((name) => !/^\d+$/.test(name));
  return {
    type: 'csv',
    delimiter: mapping.delimiter,
    header_names: names.map((name) => name.toLowerCase()),
  };
};

/** Sends one file batch by batch and adds to the report what became of its records. */
export const ingestFile = async (
  file: string,
  options: FileOptions,
  target: IngestTarget,
  report: IngestReport
): Promise<void> => {
  let waiting: NumberedRecord[] = [];
  const send = async (records: readonly NumberedRecord[]): Promise<void> => {
    if (records.length === 0) return;
    report.counts.sent += records.length;
    await (options.simulate ? simulate : store)({ file, records }, options, target, report);
  };
  for await (const records of cutNumberedRecords(formatOf(options), readText(file))) {
    waiting.push(...records);
    while (waiting.length >= BATCH) {
      await send(waiting.slice(0, BATCH));
      waiting = waiting.slice(BATCH);
    }
  }
  await send(waiting);
};

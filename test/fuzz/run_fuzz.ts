import type { Client } from '@elastic/elasticsearch';
import type { CreateOutcome } from '../../common/ingest/bulk_outcome';
import { countDocuments, emptyStream } from '../bench/empty_stream';
import type { Source } from '../pipelines/pipeline_tester';
import { faultsOfCalls, type StoredRecord } from './check_calls';
import { failureKind, faultOf, isFailure } from './check_stored';
import { mayBeDropped } from './may_be_dropped';
import { fuzzCase, type FuzzRecord } from './fuzz_cases';
import { loadSeeds, type SeedFile } from './seeds';
import { FUZZ_STREAM, readStored, sendBatch } from './store';

export interface FuzzOptions {
  readonly seed: number;
  /** Records to send; the last case may bring a few more. */
  readonly records: number;
  /** First case; the number of a fault repeats just that one. */
  readonly from?: number;
  readonly onProgress?: (result: FuzzResult) => void;
}

/** Something that must not be. */
export interface Fault {
  readonly seed: number;
  readonly number: number;
  readonly seedFile: string;
  readonly fault: string;
  /** The document as it was sent. */
  readonly text: string;
}

export interface FuzzResult {
  readonly seed: number;
  sent: number;
  bytes: number;
  created: number;
  /** The same record was sent before. */
  known: number;
  /** Lines that are no records, such as header lines. */
  dropped: number;
  refused: number;
  understood: number;
  failed: number;
  /** Documents in the data stream at the end; equals `created`. */
  stored: number;
  /** How often records failed, by reason. */
  readonly reasons: Map<string, number>;
  faults: Fault[];
}

const MAX_BATCH_BYTES = 4_000_000;
const MAX_BATCH_RECORDS = 1_000;
/** Enough to see what is wrong. */
const MAX_FAULTS = 200;

interface Sent extends FuzzRecord {
  /** As it goes over the wire. */
  readonly text: string;
}

interface Run {
  readonly es: Client;
  readonly result: FuzzResult;
}

/** Batches of bounded size, made one after the other. */
function* batchesOf(
  seeds: readonly [SeedFile, ...SeedFile[]],
  options: FuzzOptions
): Generator<Sent[]> {
  let batch: Sent[] = [];
  let bytes = 0;
  let sent = 0;
  for (let number = options.from ?? 0; sent < options.records; number += 1) {
    for (const record of fuzzCase(seeds, options.seed, number)) {
      const text = JSON.stringify(record.document);
      const size = Buffer.byteLength(text);
      if (
        batch.length > 0 &&
        (bytes + size > MAX_BATCH_BYTES || batch.length >= MAX_BATCH_RECORDS)
      ) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push({ ...record, text });
      bytes += size;
      sent += 1;
    }
  }
  if (batch.length > 0) yield batch;
}

const complain = ({ result }: Run, { number, seedFile, text }: Sent, fault: string): void => {
  if (result.faults.length < MAX_FAULTS)
    result.faults.push({ seed: result.seed, number, seedFile, fault, text });
};

const checkStored = (run: Run, sent: Sent, source: Source): void => {
  const { result } = run;
  const fault = faultOf(sent.document, source);
  if (fault) complain(run, sent, fault);
  if (isFailure(source)) {
    result.failed += 1;
    const kind = failureKind(source);
    result.reasons.set(kind, (result.reasons.get(kind) ?? 0) + 1);
  } else result.understood += 1;
};

const refusalOf = (outcome: CreateOutcome | undefined): string =>
  outcome?.outcome === 'refused' ? outcome.reason : 'without an answer';

const checkBatch = async (run: Run, batch: readonly Sent[]): Promise<void> => {
  const { es, result } = run;
  const outcomes = await sendBatch(
    es,
    batch.map(({ document }) => document)
  );
  const created = new Map<string, { index: string; id: string; sent: Sent }>();
  batch.forEach((sent, place) => {
    const outcome = outcomes[place];
    result.sent += 1;
    result.bytes += sent.text.length;
    if (outcome?.outcome === 'created') {
      result.created += 1;
      created.set(outcome.id, { ...outcome, sent });
    } else if (outcome?.outcome === 'known') result.known += 1;
    else if (outcome?.outcome === 'dropped') {
      result.dropped += 1;
      if (!mayBeDropped(sent.document)) complain(run, sent, 'it was dropped');
    } else {
      result.refused += 1;
      complain(run, sent, `it was refused: ${refusalOf(outcome)}`);
    }
  });
  const stored = await readStored(es, [...created.values()]);
  const understood: StoredRecord[] = [];
  for (const record of stored) {
    const entry = created.get(record.id);
    if (!entry) continue;
    checkStored(run, entry.sent, record.source);
    if (!isFailure(record.source)) understood.push(record);
    created.delete(record.id);
  }
  for (const { sent } of created.values()) complain(run, sent, 'it was created, but is not there');
  const sentById = new Map(
    [...outcomes].flatMap((outcome, place) => {
      const sent = batch[place];
      return outcome.outcome === 'created' && sent ? [[outcome.id, sent] as const] : [];
    })
  );
  for (const [id, fault] of faultsOfCalls(understood)) {
    const sent = sentById.get(id);
    if (sent) complain(run, sent, fault);
  }
};

/**
 * Sends damaged records of all sources to Elasticsearch, whose pipelines are installed, and checks what became of each.
 * @returns what happened, with everything that must not be in `faults`
 */
export const runFuzz = async (es: Client, options: FuzzOptions): Promise<FuzzResult> => {
  const [first, ...others] = loadSeeds();
  if (!first) throw new Error('There are no fixtures to start from.');
  const seeds: [SeedFile, ...SeedFile[]] = [first, ...others];
  await emptyStream(es, FUZZ_STREAM);
  const result: FuzzResult = {
    ...{ seed: options.seed, sent: 0, bytes: 0, created: 0, known: 0, dropped: 0, refused: 0 },
    ...{ understood: 0, failed: 0, stored: 0, reasons: new Map<string, number>(), faults: [] },
  };
  const run: Run = { es, result };
  for (const batch of batchesOf(seeds, options)) {
    await checkBatch(run, batch);
    options.onProgress?.(result);
  }
  result.stored = await countDocuments(es, FUZZ_STREAM);
  return result;
};

/** Whether every record is stored, known or dropped on purpose, and nothing else is wrong. */
export const isSound = ({ sent, created, known, dropped, stored, faults }: FuzzResult): boolean =>
  faults.length === 0 && created + known + dropped === sent && stored === created;

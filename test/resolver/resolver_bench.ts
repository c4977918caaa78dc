import {
  CALL_DATA_STREAM_PATTERN,
  CALLS_INDEX,
  DIRECTORY_INDEX,
  STATE_INDEX,
  WATCHLIST_INDEX,
} from '../../common/constants';
import type { Logger } from '../../server/kibana';
import type { StoredCall } from '../../server/resolver/call_document';
import {
  resolveCalls,
  type ResolveOptions,
  type ResolveResult,
} from '../../server/resolver/resolve_calls';
import { mappingOfCalls, writeResolverState } from '../../server/resolver/state';
import { INGESTED_AT, type RawDocument } from '../builders/raw_record';
import { installContent } from '../pipelines/pipeline_tester';
import { removeDocuments } from '../setup/remove_documents';
import { testClient } from '../setup/test_client';

/** Records of these tests have a data stream of their own. */
const STREAM = 'logs-vishing.call-resolver_test';
/** A fresh node compiles the scripts of all pipelines. */
const INSTALL_TIMEOUT_MS = 120_000;
export const NOW = new Date('2030-01-02T00:00:00.000Z');

export const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
  error: (message) => process.stderr.write(`${String(message)}\n`),
  get: () => logger,
};

export interface StoredVersion {
  readonly version: number;
  readonly source: StoredCall;
}

/** The resolver on the tests' Elasticsearch, with empty stores before each test. */
export interface ResolverBench {
  readonly es: ReturnType<typeof testClient>;
  store(...records: readonly RawDocument[]): Promise<void>;
  run(options?: Partial<ResolveOptions>): Promise<ResolveResult>;
  call(id: string): Promise<StoredCall>;
  /** Every call with its version, by id. */
  calls(): Promise<Map<string, StoredVersion>>;
  removeRecords(): Promise<void>;
}

export const resolverBench = (): ResolverBench => {
  const es = testClient();

  beforeAll(() => installContent(es), INSTALL_TIMEOUT_MS);
  beforeEach(async () => {
    // A rebuild reads every record there is, those of other tests too.
    for (const index of [
      CALL_DATA_STREAM_PATTERN,
      CALLS_INDEX,
      DIRECTORY_INDEX,
      WATCHLIST_INDEX,
      STATE_INDEX,
    ]) {
      await removeDocuments(es, index);
    }
    const checkpoint = new Date(INGESTED_AT - 60_000).toISOString();
    await writeResolverState(es, { checkpoint, mapping: await mappingOfCalls(es) });
  });
  afterAll(async () => {
    await removeDocuments(es, STREAM);
    await removeDocuments(es, STATE_INDEX);
    await removeDocuments(es, WATCHLIST_INDEX);
    await es.close();
  });

  return {
    es,
    async store(...records) {
      for (let from = 0; from < records.length; from += 5000) {
        const operations = records
          .slice(from, from + 5000)
          .flatMap(({ id, source }) => [{ create: { _id: id } }, source]);
        const answer = await es.bulk({ index: STREAM, operations, pipeline: '_none' });
        const failed = answer.items.find(({ create }) => create?.error && create.status !== 409);
        if (failed) throw new Error(JSON.stringify(failed));
      }
    },
    run: (options) => resolveCalls({ es, logger, now: () => NOW, ...options }),
    async call(id) {
      const { _source } = await es.get<StoredCall>({ index: CALLS_INDEX, id });
      if (!_source) throw new Error(`${id} has no source`);
      return _source;
    },
    async calls() {
      await es.indices.refresh({ index: CALLS_INDEX });
      const { hits } = await es.search<StoredCall>({
        index: CALLS_INDEX,
        size: 10_000,
        version: true,
      });
      return new Map(
        hits.hits.flatMap(({ _id, _version, _source }): [string, StoredVersion][] =>
          _id && _source ? [[_id, { version: _version ?? 0, source: _source }]] : []
        )
      );
    },
    removeRecords: () => removeDocuments(es, STREAM),
  };
};

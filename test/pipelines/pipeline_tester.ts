import type { Client } from '@elastic/elasticsearch';
import { join } from 'node:path';
import { CALL_ROUTER_PIPELINE } from '../../common/constants';
import { installAssets } from '../../server/setup/install_assets';
import { loadContent } from '../../server/setup/load_content';
import { testClient } from '../setup/test_client';

export type Source = Readonly<Record<string, unknown>>;

/** What a pipeline made of one document; undefined when it was dropped on purpose. */
export interface Parsed {
  readonly id: string;
  readonly source: Source;
}

/** Installs every asset that ships. @throws naming each asset that Elasticsearch refused */
export const installContent = async (es: Client): Promise<void> => {
  const content = loadContent(join(__dirname, '..', '..', 'server', 'content'));
  const results = await installAssets({ es, content });
  const failed = results.filter(({ result }) => result === 'failed');
  if (failed.length > 0) throw new Error(JSON.stringify(failed, null, 2));
};

/** A fresh node compiles the scripts of all pipelines. */
const TIMEOUT_MS = 120_000;

/**
 * A client of the tests' Elasticsearch with all assets installed, for the tests of one file.
 * @param cleanUp runs after the last test, before the client closes
 */
export const pipelineBench = (cleanUp?: (es: Client) => Promise<void>): Client => {
  jest.setTimeout(TIMEOUT_MS);
  const es = testClient();
  beforeAll(() => installContent(es), TIMEOUT_MS);
  afterAll(async () => {
    await cleanUp?.(es);
    await es.close();
  });
  return es;
};

/** Runs raw documents through the router pipeline and stores nothing. */
export const parse = async (
  es: Client,
  documents: readonly Source[]
): Promise<(Parsed | undefined)[]> => {
  const { docs } = await es.ingest.simulate({
    id: CALL_ROUTER_PIPELINE,
    docs: documents.map((document) => ({ _index: 'logs-vishing.call-default', _source: document })),
  });
  return docs.map((result, index) => {
    if (result === null || result === undefined) return undefined;
    if (!result.doc) {
      throw new Error(
        `Document ${index} left the pipeline with an error: ${JSON.stringify(result)}`
      );
    }
    return { id: String(result.doc._id), source: result.doc._source };
  });
};

/** Reads a field by its dotted path. */
export const field = (source: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[name]
          : undefined,
      source
    );

/** The fields that rules and the resolver read, in a form that a person can check. */
export interface Essentials {
  readonly time: unknown;
  readonly caller: unknown;
  readonly callee: unknown;
  readonly direction?: unknown;
  readonly action: unknown;
  readonly outcome: unknown;
  /** Seconds, ringing included. */
  readonly duration?: number;
  readonly talk: unknown;
}

const party = (source: Source, end: string): unknown =>
  field(source, `${end}.address`) ??
  field(source, `${end}.user.full_name`) ??
  field(source, `${end}.user.name`);

export const essentials = ({ source }: Parsed): Essentials => {
  const nanoseconds = field(source, 'event.duration');
  const direction = field(source, 'vishing.call.direction');
  return {
    time: field(source, '@timestamp'),
    caller: party(source, 'source'),
    callee: party(source, 'destination'),
    ...(direction === undefined ? {} : { direction }),
    action: field(source, 'event.action'),
    outcome: field(source, 'event.outcome'),
    ...(typeof nanoseconds === 'number' ? { duration: nanoseconds / 1e9 } : {}),
    talk: field(source, 'vishing.call.talk_seconds'),
  };
};

import type { Client } from '@elastic/elasticsearch';
import { CALLS_INDEX, DIRECTORY_INDEX, STATE_INDEX } from '../../common/constants';
import { upsertPeople } from '../../server/directory/directory_store';
import type { Logger } from '../../server/kibana';
import { requestRebuild } from '../../server/resolver/requests';
import { resolveCalls, type ResolveResult } from '../../server/resolver/resolve_calls';
import { tell } from '../../standalone/command/run_command';
import { installContent } from '../pipelines/pipeline_tester';
import { BENCH_STREAM } from './bench_stream';
import { emptyStream } from './empty_stream';
import { generatePeople, storeGeneratedCalls } from './generated_calls';
import { readable } from './median';
import { measureUsage, type Usage } from './resolver_usage';

/** How fast records became calls. */
export interface ResolverSpeed extends Usage {
  readonly records: number;
  readonly calls: number;
  readonly calls_per_second: number;
  /** What the resolver alone would do with a core for itself and an Elasticsearch that keeps up. */
  readonly calls_per_process_cpu_second: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: tell,
  error: (message) => tell(String(message)),
  get: () => logger,
};

/** Starts from nothing but the directory. */
const prepare = async (es: Client, calls: number): Promise<void> => {
  await emptyStream(es, BENCH_STREAM);
  await es.indices.delete({
    index: [CALLS_INDEX, DIRECTORY_INDEX, STATE_INDEX],
    ignore_unavailable: true,
  });
  await installContent(es);
  await upsertPeople(es, generatePeople());
  const records = await storeGeneratedCalls(es, calls);
  tell(`${records} records of ${calls} calls are stored.`);
  await es.indices.refresh();
};

const measure = async (es: Client): Promise<ResolverSpeed> => {
  let told = 0;
  const onProgress = ({ calls }: { calls: number }): void => {
    if (calls - told < 100_000) return;
    told = calls;
    tell(`${calls} calls`);
  };
  const [result, usage] = await measureUsage<ResolveResult>(es, () =>
    resolveCalls({ es, logger, onProgress })
  );
  const { records, calls, created, updated, unchanged, failed } = result;
  if (failed > 0) throw new Error(`${failed} calls could not be stored.`);
  return {
    ...{ records, calls, created, updated, unchanged, ...usage },
    calls_per_second: readable(calls / usage.seconds),
    calls_per_process_cpu_second: readable(calls / usage.process_cpu_seconds),
  };
};

/** The first run over the records of so many calls. */
export const measureResolver = async (es: Client, calls: number): Promise<ResolverSpeed> => {
  await prepare(es, calls);
  return measure(es);
};

export interface RebuildSpeed {
  /** All calls from nothing. */
  readonly from_nothing: ResolverSpeed;
  /** All calls again, which are there already. */
  readonly again: ResolverSpeed;
}

/** Resolving all records of so many calls again, on request. */
export const measureRebuild = async (es: Client, calls: number): Promise<RebuildSpeed> => {
  await prepare(es, calls);
  await requestRebuild(es);
  const fromNothing = await measure(es);
  tell(`From nothing: ${fromNothing.seconds} s`);
  await requestRebuild(es);
  return { from_nothing: fromNothing, again: await measure(es) };
};

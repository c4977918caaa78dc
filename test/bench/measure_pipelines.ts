import type { Client } from '@elastic/elasticsearch';
import { CALL_ROUTER_PIPELINE } from '../../common/constants';
import { casesOf, FOLDERS, readFixture } from '../pipelines/fixtures';
import type { Source } from '../pipelines/pipeline_tester';
import { BENCH_STREAM, fill } from './bench_stream';
import { emptyStream } from './empty_stream';
import { median, readable } from './median';
import { readNodeStats } from './node_stats';

/** What one source costs. */
export interface PipelineSpeed {
  readonly source: string;
  readonly records: number;
  /** Bytes of a record's document, on average. */
  readonly bytes: number;
  /** Wall time in all pipelines together, without indexing: the median of the rounds. */
  readonly microseconds: number;
  readonly fastest_microseconds: number;
  /** Time of Elasticsearch's threads for pipelines and whatever else differs, more than without a pipeline. */
  readonly cpu_microseconds: number;
  readonly docs_per_second: number;
  readonly docs_per_second_without: number;
  /** 1: the pipeline costs nothing. */
  readonly ratio: number;
}

const ROUNDS = 7;
/** The compilers of Java need thousands of records before they are done. */
const WARM_UP_RECORDS = 3_000;
const REFUSED = 'refused';

/** The fixtures of a source again and again, each time of another place: so no record is known already. */
const replicate = (documents: readonly Source[], count: number, round: string): Source[] =>
  Array.from({ length: count }, (_, index) => {
    const document = documents[index % documents.length] ?? {};
    const vishing = document.vishing as { site?: object } | undefined;
    const site = { ...vishing?.site, id: `${round}-${index}` };
    return { ...document, '@timestamp': '2026-03-02T00:00:00.000Z', vishing: { ...vishing, site } };
  });

interface Round {
  readonly seconds: number;
  readonly cpuMs: number;
  readonly pipelineMs: number;
}

const measureRound = async (
  es: Client,
  texts: readonly string[],
  pipeline?: string
): Promise<Round> => {
  const before = await readNodeStats(es);
  const started = performance.now();
  await fill(es, texts, pipeline);
  const seconds = (performance.now() - started) / 1000;
  const after = await readNodeStats(es);
  const ms = (stats: typeof before): number => stats.pipelines.get(CALL_ROUTER_PIPELINE)?.ms ?? 0;
  return { seconds, cpuMs: after.cpuMs - before.cpuMs, pipelineMs: ms(after) - ms(before) };
};

const measureSource = async (
  es: Client,
  source: string,
  records: number
): Promise<PipelineSpeed> => {
  const documents = casesOf(source).flatMap((name) => readFixture(source, name));
  const textsOf = (round: string, count: number): string[] =>
    replicate(documents, count, round).map((document) => JSON.stringify(document));
  await fill(es, textsOf('warm', WARM_UP_RECORDS));
  const count = Math.ceil(records / ROUNDS);
  const rounds: { readonly with: Round; readonly without: Round }[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const texts = textsOf(`r${round}`, count);
    bytes = texts.reduce((sum, text) => sum + text.length, 0) / count;
    const without = await measureRound(es, texts, '_none');
    rounds.push({ with: await measureRound(es, texts), without });
  }
  await emptyStream(es, BENCH_STREAM);
  const perRecord = rounds.map((round) => (round.with.pipelineMs * 1000) / count);
  const cpu = rounds.map((round) => ((round.with.cpuMs - round.without.cpuMs) * 1000) / count);
  const speed = (name: 'with' | 'without') =>
    median(rounds.map((round) => count / round[name].seconds));
  return {
    source,
    records: count * ROUNDS,
    bytes: Math.round(bytes),
    microseconds: readable(median(perRecord)),
    fastest_microseconds: readable(Math.min(...perRecord)),
    cpu_microseconds: readable(median(cpu)),
    docs_per_second: readable(speed('with')),
    docs_per_second_without: readable(speed('without')),
    ratio: readable(median(rounds.map((round) => round.without.seconds / round.with.seconds))),
  };
};

export interface PipelineSpeeds {
  readonly median_microseconds: number;
  readonly slowest_microseconds: number;
  readonly median_ratio: number;
  readonly sources: readonly PipelineSpeed[];
}

/** Measures every source with its own fixtures. @param records per source */
export const measurePipelines = async (
  es: Client,
  records: number,
  onSource: (speed: PipelineSpeed) => void
): Promise<PipelineSpeeds> => {
  const sources: PipelineSpeed[] = [];
  await emptyStream(es, BENCH_STREAM);
  for (const source of FOLDERS.filter((folder) => folder !== REFUSED)) {
    const speed = await measureSource(es, source, records);
    sources.push(speed);
    onSource(speed);
  }
  return {
    median_microseconds: median(sources.map(({ microseconds }) => microseconds)),
    slowest_microseconds: Math.max(...sources.map(({ microseconds }) => microseconds)),
    median_ratio: median(sources.map(({ ratio }) => ratio)),
    sources,
  };
};

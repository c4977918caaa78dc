import type { Client } from '@elastic/elasticsearch';
import { readable } from './median';
import { readNodeStats } from './node_stats';

/** What some work took. CPU seconds tell more than wall time on a machine that does other things too. */
export interface Usage {
  readonly seconds: number;
  /** CPU seconds of this process: the resolver. */
  readonly process_cpu_seconds: number;
  readonly elasticsearch_cpu_seconds: number;
  /** Largest size of this process, and of its heap, in MB. */
  readonly peak_rss_mb: number;
  readonly peak_heap_mb: number;
}

const SAMPLE_MS = 50;
const MEGABYTE = 1_048_576;

/** Runs some work and measures what it takes. */
export const measureUsage = async <T>(es: Client, work: () => Promise<T>): Promise<[T, Usage]> => {
  let rss = 0;
  let heap = 0;
  const sample = (): void => {
    const memory = process.memoryUsage();
    rss = Math.max(rss, memory.rss);
    heap = Math.max(heap, memory.heapUsed);
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const before = await readNodeStats(es);
  const cpu = process.cpuUsage();
  const started = performance.now();
  try {
    const result = await work();
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    sample();
    const after = await readNodeStats(es);
    const usage = {
      seconds: readable(seconds),
      process_cpu_seconds: readable((user + system) / 1e6),
      elasticsearch_cpu_seconds: readable((after.cpuMs - before.cpuMs) / 1000),
      peak_rss_mb: Math.round(rss / MEGABYTE),
      peak_heap_mb: Math.round(heap / MEGABYTE),
    };
    return [result, usage];
  } finally {
    clearInterval(timer);
  }
};

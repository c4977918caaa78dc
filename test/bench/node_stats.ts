import type { Client } from '@elastic/elasticsearch';
import { readFile } from 'node:fs/promises';

/** What Elasticsearch itself counts. */
export interface NodeStats {
  /** CPU time of all of its threads, in milliseconds. */
  readonly cpuMs: number;
  /** By pipeline: records, and wall time in milliseconds without indexing. */
  readonly pipelines: ReadonlyMap<string, { readonly count: number; readonly ms: number }>;
}

/** Clock ticks of /proc are hundredths of a second on every Linux that Node.js runs on. */
const TICK_MS = 10;

/** Elasticsearch's own CPU time is up to a second old; that of Linux is not. Undefined for a server elsewhere. */
const cpuOfProcess = async (pid: number | undefined): Promise<number | undefined> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // Behind the program's name, which is in parentheses: utime and stime are the 12th and 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
};

/** Counters of the only node. */
export const readNodeStats = async (es: Client): Promise<NodeStats> => {
  const { nodes } = await es.nodes.stats({ metric: ['ingest', 'process'] });
  const [node] = Object.values(nodes);
  const info = await es.nodes.info({ metric: 'process' });
  const pid = Object.values(info.nodes)[0]?.process?.id;
  const pipelines = Object.entries(node?.ingest?.pipelines ?? {}).map(
    ([id, { count, time_in_millis }]) =>
      [id, { count: count ?? 0, ms: Number(time_in_millis ?? 0) }] as const
  );
  const cpuMs = (await cpuOfProcess(pid)) ?? node?.process?.cpu?.total_in_millis ?? 0;
  return { cpuMs, pipelines: new Map(pipelines) };
};

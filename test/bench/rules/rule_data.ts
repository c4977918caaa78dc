import type { Client } from '@elastic/elasticsearch';
import { alertsIndex, CALLS_INDEX } from '../../../common/constants';
import { tell } from '../../../standalone/command/run_command';
import { installHostEventTemplate } from '../../../standalone/demo/host_event_template';
import { installContent } from '../../pipelines/pipeline_tester';
import { emptyStream } from '../empty_stream';
import { readable } from '../median';
import { EVENT_STREAMS, storeBenchData } from './bench_events';

/** Space of the measurements' alerts. */
export const SPACE = 'rulecosts';

export interface RuleDataSize {
  readonly calls: number;
  readonly events: number;
}

export interface RuleData extends RuleDataSize {
  readonly load_seconds: number;
  readonly breakers_tripped: number;
}

const trippedBreakers = async (es: Client): Promise<number> => {
  const { nodes } = await es.nodes.stats({ metric: 'breaker' });
  return Object.values(nodes).reduce(
    (sum, { breakers = {} }) =>
      sum + Object.values(breakers).reduce((own, { tripped = 0 }) => own + tripped, 0),
    0
  );
};

const removeAlerts = async (es: Client): Promise<void> => {
  const found = await es.indices.get({
    index: `.internal${alertsIndex(SPACE)}-*`,
    expand_wildcards: 'all',
    allow_no_indices: true,
  });
  for (const index of Object.keys(found)) await es.indices.delete({ index });
};

/** Leaves no call, no event and no alert of the measurements. */
const clear = async (es: Client): Promise<void> => {
  await es.indices.delete({ index: CALLS_INDEX, ignore_unavailable: true });
  await installContent(es);
  await removeAlerts(es);
  for (const stream of EVENT_STREAMS) await emptyStream(es, stream);
};

/**
 * Measures over so many calls and events, which are stored before and removed after, with the alerts that the work wrote.
 * @returns what the work measured, and what it worked on
 */
export const withRuleData = async <T>(
  es: Client,
  { calls, events }: RuleDataSize,
  work: () => Promise<T>
): Promise<{ readonly data: RuleData; readonly measured: T }> => {
  await installHostEventTemplate(es);
  await clear(es);
  try {
    const started = performance.now();
    await storeBenchData(es, { calls, events });
    const seconds = readable((performance.now() - started) / 1000);
    tell(`${calls} calls and ${events} events stored in ${seconds} s`);
    const before = await trippedBreakers(es);
    const measured = await work();
    const tripped = (await trippedBreakers(es)) - before;
    return { data: { calls, events, load_seconds: seconds, breakers_tripped: tripped }, measured };
  } finally {
    await clear(es);
  }
};

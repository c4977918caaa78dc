import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { CALLS_INDEX } from '../../../common/constants';
import { fillTools } from '../../../server/detection_content/tool_tables';
import { DAY_MS } from '../../../standalone/generator/local_time';
import { loadShippedRules } from './stored_rules';
import type { Period } from '../data/make_data';

const WINDOW_SECONDS = 3_600;
const answerSchema = z.object({ values: z.array(z.tuple([z.string()])) });

/**
 * What everybody writes first: any remote tool within 60 minutes of the start of an answered external call, on the computer of
 * the person on the phone. No rarity, no list of trusted numbers, no look at who started the tool.
 */
const baselineQuery = (): string => {
  const { tables } = loadShippedRules('default').content;
  const processes = fillTools('tools.processes', tables) ?? '()';
  return `FROM logs-endpoint.events.process-*, logs-windows.sysmon_operational-*, vishing-fields METADATA _id
| WHERE event.category : "process" AND event.type : "start" AND TO_LOWER(process.name) IN ${processes}
| EVAL host.name = MV_FIRST(SPLIT(TO_LOWER(host.name), ".")), vishing.signal_time = @timestamp
| KEEP _id, host.name, vishing.signal_time
| LOOKUP JOIN ${CALLS_INDEX} ON host.name
| WHERE vishing.call.answered AND vishing.call.direction IN ("inbound", "outbound")
| EVAL gap = DATE_DIFF("seconds", @timestamp, vishing.signal_time)
| WHERE gap >= 0 AND gap <= ${WINDOW_SECONDS}
| STATS calls = COUNT(*) BY _id
| KEEP _id
| LIMIT 10000`;
};

/** Ids of the events that the naive rule alerts on. */
export const runBaseline = async (
  es: Client,
  { fromMs, toMs }: Period
): Promise<ReadonlySet<string>> => {
  const query = baselineQuery();
  const ids = new Set<string>();
  for (let dayMs = fromMs; dayMs < toMs; dayMs += DAY_MS) {
    const range = {
      gte: new Date(dayMs).toISOString(),
      lt: new Date(dayMs + DAY_MS).toISOString(),
    };
    const answer = await es.esql.query({
      query,
      filter: { range: { '@timestamp': range } },
      format: 'json',
    });
    for (const [id] of answerSchema.parse(answer).values) ids.add(id);
  }
  return ids;
};

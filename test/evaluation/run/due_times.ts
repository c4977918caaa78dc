import type { Client, estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type {
  EsqlRule,
  StoredRule,
  ThresholdRule,
} from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import {
  contentFilter,
  indicesOf,
  parseTime,
} from '../../../standalone/kibana/detection_engine/runner/run_context';
import { DAY_MS } from '../../../standalone/generator/local_time';
import type { Period } from '../data/make_data';
import { callKnownMs, type KnownTimes } from './known_times';
import { lookBackOf, type Due } from './plan_runs';

/** What the search for due times needs beside the rule. */
export interface DueContext {
  readonly es: Client;
  readonly period: Period;
  readonly known: KnownTimes;
  readonly recordDelayMs: number;
  /** What was found for a rule before; absent for rules whose events come and go, as alerts do. */
  readonly found?: FoundBefore;
}

/** An event and the call beside it. */
interface RowIds {
  readonly id: string;
  readonly callId: string;
}

/** A document that a counting or first-seen rule looks at. */
interface Matched {
  readonly id: string;
  readonly timeMs: number;
  readonly group: string;
  /** Value of the field whose different values a counting rule counts. */
  readonly distinct: string;
}

/** Rows and documents of rules by rule id: they are the same whatever the delay of records. */
export class FoundBefore {
  readonly rows = new Map<string, readonly RowIds[]>();
  readonly documents = new Map<string, readonly Matched[]>();
}

const PAGE = 10_000;
const SHORTEST_MS = 60_000;
const iso = (timeMs: number): string => new Date(timeMs).toISOString();

const during = (fromMs: number, toMs: number): estypes.QueryDslQueryContainer => ({
  range: { '@timestamp': { gte: iso(fromMs), lt: iso(toMs) } },
});

const esqlAnswer = z.object({
  columns: z.array(z.object({ name: z.string() })),
  values: z.array(z.array(z.unknown())),
});

const toDue = (
  { known, recordDelayMs }: DueContext,
  row: { readonly id: string; readonly callId?: string; readonly timeMs?: number }
): Due => {
  const event = known.events.get(row.id);
  const ownCall = known.calls.get(row.id);
  const joined = known.calls.get(row.callId ?? '');
  return {
    eventId: row.id,
    callId: row.callId,
    timeMs: event?.timeMs ?? ownCall?.startMs ?? row.timeMs,
    dueMs: Math.max(
      event?.availableMs ?? row.timeMs ?? 0,
      ownCall ? callKnownMs(ownCall, recordDelayMs) : 0,
      joined ? callKnownMs(joined, recordDelayMs) : 0
    ),
  };
};

interface Rows {
  readonly names: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** All rows of the query over a time; one answer holds 10,000, so a time with more is asked for in halves. */
const rowsOf = async (
  es: Client,
  query: string,
  fromMs: number,
  toMs: number
): Promise<readonly Rows[]> => {
  const answer = esqlAnswer.parse(
    await es.esql.query({
      query: `${query}\n| LIMIT ${PAGE}`,
      filter: during(fromMs, toMs),
      format: 'json',
    })
  );
  if (answer.values.length < PAGE || toMs - fromMs <= SHORTEST_MS)
    return [{ names: answer.columns.map(({ name }) => name), values: answer.values }];
  const middleMs = Math.round((fromMs + toMs) / 2);
  return [
    ...(await rowsOf(es, query, fromMs, middleMs)),
    ...(await rowsOf(es, query, middleMs, toMs)),
  ];
};

/**
 * When each row that the query has over the whole time became complete. A row is an event and a call, and a query that does not
 * count has no other rows at any moment: at all other times the rule finds nothing new.
 */
const esqlDues = async (context: DueContext, rule: StoredRule): Promise<Due[]> => {
  const { es, period, found } = context;
  const { query } = rule.fields as EsqlRule;
  const read = async (): Promise<RowIds[]> => {
    const answers = await rowsOf(es, query, period.historyFromMs, period.toMs + DAY_MS);
    return answers.flatMap(({ names, values }) => {
      const [idAt, callAt] = [names.indexOf('_id'), names.indexOf('vishing.call.id')];
      return values.map((row) => ({ id: textOf(row[idAt]), callId: textOf(row[callAt]) }));
    });
  };
  const rows = found?.rows.get(rule.id) ?? (await read());
  found?.rows.set(rule.id, rows);
  return rows.map((row) => toDue(context, row));
};

const fieldsOf = (hit: estypes.SearchHit, fields: readonly string[]): string[] => {
  const lists = fields.map((field) => (hit.fields?.[field] as unknown[] | undefined) ?? []);
  return lists.reduce<string[]>(
    (groups, list) =>
      groups.flatMap((group) => list.map((value) => `${group}\u0000${String(value)}`)),
    ['']
  );
};

const matchedDocuments = async (
  context: DueContext,
  rule: Exclude<StoredRule['fields'], EsqlRule>,
  fields: readonly string[]
): Promise<Matched[]> => {
  const { es, period } = context;
  const matched: Matched[] = [];
  const counted = rule.type === 'threshold' ? rule.threshold.cardinality[0]?.field : undefined;
  let position: estypes.SortResults | undefined;
  do {
    const { hits } = await es.search({
      index: indicesOf(rule),
      ignore_unavailable: true,
      size: PAGE,
      track_total_hits: false,
      query: {
        bool: { filter: [during(period.historyFromMs, period.toMs), ...contentFilter(rule)] },
      },
      _source: false,
      fields: [
        ...fields,
        ...(counted ? [counted] : []),
        { field: '@timestamp', format: 'epoch_millis' },
      ],
      sort: [{ '@timestamp': 'asc' }, { 'event.id': { order: 'asc', unmapped_type: 'keyword' } }],
      search_after: position,
    });
    for (const hit of hits.hits) {
      const timeMs = Number((hit.fields?.['@timestamp'] as unknown[])[0]);
      const id = hit._id ?? '';
      const distinct = counted ? String(hit.fields?.[counted]) : '';
      for (const group of fieldsOf(hit, fields)) matched.push({ id, timeMs, group, distinct });
    }
    position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
  return matched;
};

const byGroup = (documents: readonly Matched[]): Matched[][] => {
  const groups = new Map<string, Matched[]>();
  for (const document of documents) {
    const group = groups.get(document.group);
    if (group) group.push(document);
    else groups.set(document.group, [document]);
  }
  return [...groups.values()];
};

/** Documents of groups that are large and varied enough somewhere within the look-back. */
const crowded = (
  group: readonly Matched[],
  { threshold }: ThresholdRule,
  lookBackMs: number
): Matched[] => {
  const least = Math.max(1, threshold.value);
  const leastDistinct = threshold.cardinality[0]?.value ?? 0;
  if (group.length < least) return [];
  const chosen = new Set<Matched>();
  let first = 0;
  group.forEach((last, place) => {
    while ((group[first]?.timeMs ?? 0) < last.timeMs - lookBackMs) first += 1;
    const window = group.slice(first, place + 1);
    const enough =
      window.length >= least &&
      new Set(window.map(({ distinct }) => distinct)).size >= leastDistinct;
    if (enough) for (const document of window) chosen.add(document);
  });
  return [...chosen];
};

/** Documents with a term that the history did not have. */
const fresh = (group: readonly Matched[], historyMs: number): Matched[] =>
  group.filter((document, nth) => {
    const before = group[nth - 1];
    return before === undefined || before.timeMs < document.timeMs - historyMs;
  });

/**
 * What the rule may alert on (unsorted). Running the rule at the next time of its schedule after each of them became complete
 * finds the same alerts at the same times as running it at every time of the schedule.
 */
export const findDues = async (context: DueContext, rule: StoredRule): Promise<Due[]> => {
  const { fields } = rule;
  if (fields.type === 'esql') return esqlDues(context, rule);
  const now = new Date(context.period.toMs);
  const lookBackMs = lookBackOf(rule);
  const counts = fields.type === 'threshold';
  const terms = counts ? fields.threshold.field : fields.new_terms_fields;
  const documents =
    context.found?.documents.get(rule.id) ?? (await matchedDocuments(context, fields, terms));
  context.found?.documents.set(rule.id, documents);
  const historyMs = counts
    ? 0
    : now.getTime() - parseTime(fields.history_window_start, now).getTime();
  return byGroup(documents)
    .flatMap((group) =>
      counts ? crowded(group, fields, lookBackMs) : fresh(group, historyMs - lookBackMs)
    )
    .map((document) => toDue(context, document))
    .map((due) => (counts ? { dueMs: due.dueMs } : due));
};

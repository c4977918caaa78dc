import { z } from 'zod';
import type { CompiledRule } from '../../common/api/setup';
import { FIELDS_INDEX } from '../../common/constants';
import { hashOf } from '../hash_of';
import { toSeconds } from '../../common/model/duration';
import { askEsql, fieldName, MAX_ROWS } from './ask_esql';
import { countWindows, type CountedEvent, type CountFinding } from './count_window';
import { iso, within, type BacktestRun, type Columns, type Hit, type Hits } from './hit';
import type { Scalar, Span } from './hit';

const ruleSchema = z.object({
  rule_id: z.string(),
  interval: z.string(),
  from: z.string().startsWith('now-'),
  query: z.string(),
  index: z.array(z.string()),
  threshold: z.object({
    field: z.array(z.string()).min(1),
    value: z.number(),
    cardinality: z.array(z.object({ field: z.string(), value: z.number() })),
  }),
});
type ThresholdRule = z.infer<typeof ruleSchema>;

/** The state "already counted" at the beginning of a span is that of the windows before it. */
const WARM_UP_WINDOWS = 3;

const windowMsOf = ({ from }: ThresholdRule): number => toSeconds(from.slice('now-'.length)) * 1000;

const source = ({ index }: ThresholdRule): string => `FROM ${[...index, FIELDS_INDEX].join(', ')}`;

/** The estimate of different values is rough, so it only leaves out what is far below. */
const ROUGH = 3;
/** Small, because there is one estimate for each group and window. */
const DISTINCT_PRECISION = 300;

/**
 * Groups that can have reached the counts, with the window: of two neighbouring windows one holds at least half of them.
 * @param different the field whose values are counted as different; only for groups that are known to be busy
 */
const candidatesQuery = (
  rule: ThresholdRule,
  different?: ThresholdRule['threshold']['cardinality'][number]
): string => {
  const { field: fields, value } = rule.threshold;
  const names = fields.map(fieldName);
  const distinct = different
    ? `, different = COUNT_DISTINCT(${fieldName(different.field)}, ${DISTINCT_PRECISION})`
    : '';
  return [
    source(rule),
    ...names.map((name) => `| WHERE ${name} IS NOT NULL`),
    `| STATS events = COUNT(*)${distinct}`,
    `    BY ${names.join(', ')}, part = DATE_TRUNC(${windowMsOf(rule) / 1000} seconds, @timestamp)`,
    `| WHERE events * 2 >= ${value}${different ? ` AND different * ${ROUGH} >= ${different.value}` : ''}`,
    `| LIMIT ${MAX_ROWS}`,
  ].join('\n');
};

/** Only these groups. */
const ofGroups = (rows: readonly Columns[], fields: readonly string[]): object[] =>
  fields.map((field) => ({
    terms: { [field]: [...new Set(rows.flatMap((row) => row[field] ?? []))] },
  }));

/** Only the windows of the candidates and those beside them, in which an alert can begin or end. */
const ofWindows = (rows: readonly Columns[], windowMs: number): object => {
  const starts = [...new Set(rows.map(({ part }) => Date.parse(String(part))))].sort(
    (a, b) => a - b
  );
  const spans: { fromMs: number; toMs: number }[] = [];
  for (const startMs of starts) {
    const [fromMs, toMs] = [startMs - windowMs, startMs + 2 * windowMs];
    const last = spans.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = toMs;
    else spans.push({ fromMs, toMs });
  }
  return { bool: { should: spans.map(within), minimum_should_match: 1 } };
};

const eventsQuery = (rule: ThresholdRule): string => {
  const { field: fields, cardinality } = rule.threshold;
  const names = fields.map(fieldName);
  const [different] = cardinality;
  return [
    source(rule),
    `| EVAL at = @timestamp${different ? `, different = TO_STRING(${fieldName(different.field)})` : ''}`,
    `| KEEP at, ${[...names, ...(different ? ['different'] : [])].join(', ')}`,
    ...names.map((name) => `| MV_EXPAND ${name}`),
    '| SORT at ASC',
    `| LIMIT ${MAX_ROWS}`,
  ].join('\n');
};

const groupOf = (row: Columns, fields: readonly string[]): string =>
  JSON.stringify(fields.map((field) => row[field]));

/** Which alert of its group and day (UTC) it is: the same finding stays the same when a count is tuned. */
const toHits = (
  rule: ThresholdRule,
  group: readonly Scalar[],
  findings: readonly CountFinding[]
): Hit[] => {
  const perDay = new Map<string, number>();
  const [first] = group;
  return findings.map(({ runMs, firstMs, lastMs, count }) => {
    const day = iso(runMs).slice(0, 10);
    const nth = perDay.get(day) ?? 0;
    perDay.set(day, nth + 1);
    return {
      id: hashOf(rule.rule_id, group, day, nth),
      writtenMs: runMs,
      originalMs: lastMs,
      columns: {
        ...Object.fromEntries(rule.threshold.field.map((field, at) => [field, group[at] ?? ''])),
        'kibana.alert.threshold_result.count': count,
        'kibana.alert.threshold_result.from': iso(firstMs),
        'kibana.alert.threshold_result.terms.field': rule.threshold.field[0] ?? '',
        'kibana.alert.threshold_result.terms.value': String(first ?? ''),
      },
    };
  });
};

/**
 * Alerts of a threshold rule that its runs within the span would have written: Elasticsearch names the groups that may have
 * reached the counts, and their events are counted run by run.
 */
export const thresholdHits = async (
  run: BacktestRun,
  compiled: CompiledRule,
  span: Span
): Promise<Hits> => {
  const rule = ruleSchema.parse(compiled);
  const { field: fields, value, cardinality } = rule.threshold;
  const windowMs = windowMsOf(rule);
  const read = { fromMs: span.fromMs - (WARM_UP_WINDOWS + 1) * windowMs, toMs: span.toMs };
  const filter = [within(read), { kql: { query: rule.query } }];
  const busy = await askEsql(run, { query: candidatesQuery(rule), filter });
  if (busy.rows.length === 0) return { hits: [], truncated: false };
  const [different] = cardinality;
  const { rows: candidates } = different
    ? await askEsql(run, {
        query: candidatesQuery(rule, different),
        filter: [...filter, ...ofGroups(busy.rows, fields)],
      })
    : busy;
  if (candidates.length === 0) return { hits: [], truncated: busy.rows.length >= MAX_ROWS };
  const only = [...ofGroups(candidates, fields), ofWindows(candidates, windowMs)];
  const { rows } = await askEsql(run, { query: eventsQuery(rule), filter: [...filter, ...only] });
  const groups = new Map<string, CountedEvent[]>();
  const wanted = new Set(candidates.map((row) => groupOf(row, fields)));
  for (const row of rows) {
    const key = groupOf(row, fields);
    if (!wanted.has(key)) continue;
    const events = groups.get(key) ?? [];
    events.push({ atMs: Date.parse(String(row.at)), value: String(row.different ?? '') });
    groups.set(key, events);
  }
  const counting = {
    ...{ windowMs, intervalMs: toSeconds(rule.interval) * 1000, events: value },
    ...(different ? { different: different.value } : {}),
  };
  const hits = [...groups].flatMap(([key, events]) => {
    const findings = countWindows(events, counting).filter(
      ({ runMs }) => runMs >= span.fromMs && runMs < span.toMs
    );
    return toHits(rule, JSON.parse(key) as Scalar[], findings);
  });
  return {
    hits,
    truncated: [rows, busy.rows, candidates].some(({ length }) => length >= MAX_ROWS),
  };
};

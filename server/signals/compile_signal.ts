import { alertsIndex } from '../../common/constants';
import type { JoinField, Lane } from '../../common/model/signal';
import { toSeconds } from '../../common/model/duration';
import { fillPlaceholders } from '../detection_content/fill_placeholders';
import { esqlList, quote } from '../detection_content/literal';
import { fillTools, type ContentTables } from '../detection_content/tool_tables';
import type { Signal } from './signal';

/** A signal ready to be put into ES|QL for one Kibana space. */
export interface CompiledSignal {
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  readonly family: string;
  /** 0 to 100. */
  readonly weight: number;
  /** ATT&CK technique ids. */
  readonly attack: readonly string[];
  /** With `{field}` placeholders. */
  readonly sentence: string;
  /** Patterns only, so that a cluster without this source is no error. */
  readonly indices: readonly string[];
  /** ES|QL condition, placeholders filled. */
  readonly where: string;
  /** ES|QL expression of the instant at which it happened; the query's time range is always over `@timestamp`. */
  readonly time: string;
  /** ES|QL expression of the instant at which it began; as `time` but for what is counted over a while, such as a flood. */
  readonly start: string;
  /** The first one is the field on which rules join by default. */
  readonly identities: readonly {
    readonly field: JoinField;
    readonly value: string;
    readonly subject: 'actor' | 'target';
  }[];
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly eventFields: readonly string[];
}

export interface CompileSignalOptions {
  readonly tables: ContentTables;
  readonly spaceId: string;
}

/**
 * Alerts of one space. A pattern rather than the exact name: Kibana creates the index when Security is first used, and
 * until then a query that names it would fail. Other spaces that the pattern meets are shut out by `kibana.space_ids`.
 */
export const alertsPattern = (spaceId: string): string => `${alertsIndex(spaceId)}*`;

/** Alerts of counting rules. */
const alertSource = (
  { building_blocks: ids }: Signal,
  spaceId: string
): { indices: string[]; where: string } => ({
  indices: [alertsPattern(spaceId)],
  where: `kibana.alert.rule.rule_id IN ${esqlList(ids)} AND kibana.space_ids : ${quote(spaceId)}`,
});

/**
 * Fills a signal's condition from the tool tables, or makes it from the ids of its counting rules.
 * @throws ContentError for an unknown placeholder
 */
export const compileSignal = (
  signal: Signal,
  { tables, spaceId }: CompileSignalOptions
): CompiledSignal => {
  const ofAlerts = signal.building_blocks.length > 0;
  const own =
    signal.where &&
    fillPlaceholders(signal.where.trim(), `${signal.id}.yml`, (name) => fillTools(name, tables));
  const alerts = ofAlerts ? alertSource(signal, spaceId) : undefined;
  const conditions = [alerts?.where, own].filter((condition) => condition !== undefined);
  return {
    id: signal.id,
    name: signal.name,
    lane: signal.lane,
    family: signal.family,
    weight: signal.weight,
    attack: signal.attack,
    sentence: signal.sentence,
    indices: alerts?.indices ?? signal.index,
    where:
      conditions.length > 1
        ? conditions.map((part) => `(${part})`).join(' AND ')
        : (conditions[0] ?? 'false'),
    // An alert's own time is that of its writing.
    time: ofAlerts ? 'COALESCE(kibana.alert.original_time, @timestamp)' : '@timestamp',
    start: ofAlerts
      ? 'COALESCE(kibana.alert.threshold_result.from, kibana.alert.original_time, @timestamp)'
      : '@timestamp',
    identities: signal.identity.map(({ field, value, subject }) => ({
      field,
      value: value.trim(),
      subject,
    })),
    beforeMs: toSeconds(signal.window.before) * 1000,
    afterMs: toSeconds(signal.window.after) * 1000,
    eventFields: signal.event,
  };
};

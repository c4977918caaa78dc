import { CALLS_INDEX, FIELDS_INDEX } from '../../common/constants';
import { quote } from '../detection_content/literal';
import { asEvaluable } from '../esql/condition_tree';
import { eventIndices } from '../esql/event_indices';
import { isSymbol, tokenise } from '../esql/tokens';
import { fieldName } from './ask_esql';
import { iso, type Columns, type Hit, type Scalar } from './hit';

/** Of a rule's query: its parts, the first without `FROM`'s pipe. Texts in it never hold a line break. */
export const stagesOf = (query: string): string[] => query.trim().split(/\n\s*\|\s*/);

const JOIN = `LOOKUP JOIN ${CALLS_INDEX} `;

/** Which stage joins the calls; below 0 when none does. */
export const joinOf = (stages: readonly string[]): number =>
  stages.findIndex((stage) => stage.startsWith(JOIN));

/**
 * The part of a query that reads events, for a rule that reads alerts as well.
 * @returns undefined for a query over alerts only
 */
export const eventsQuery = (query: string): string | undefined => {
  const [from = '', ...stages] = stagesOf(query);
  const [list = '', metadata = ''] = from.slice('FROM '.length).split(/(?=\sMETADATA\s)/);
  const read = eventIndices(list).filter((pattern) => !pattern.startsWith('.alerts-'));
  return read.length > 0
    ? [`FROM ${[...read, FIELDS_INDEX].join(', ')}${metadata}`, ...stages].join('\n| ')
    : undefined;
};

/** `:` asks an index, and a table that is written into the query has none. All hits are of the space. */
const overTable = (stage: string, spaceId: string): string => {
  const ofSpace = stage.replaceAll(`kibana.space_ids : ${quote(spaceId)}`, 'true');
  const tokens = tokenise(ofSpace);
  return tokens.some((token) => isSymbol(token, ':')) ? asEvaluable(tokens) : ofSpace;
};

/** ES|QL types whose empty value can be written. */
const NULLABLE = new Set(['keyword', 'datetime', 'long', 'integer', 'double', 'boolean', 'ip']);
const TYPE_NAMES: Readonly<Record<string, string>> = { date: 'datetime', text: 'keyword' };

const nullOf = (type: string): string => {
  const name = TYPE_NAMES[type] ?? type;
  return `NULL::${NULLABLE.has(name) ? name : 'keyword'}`;
};

const literal = (value: Scalar): string =>
  typeof value === 'string' ? quote(value) : String(value);

/** Expression that gives each row its hit's value; the empty text stands for none. */
const pick = (values: readonly (Scalar | undefined)[], type: string | undefined): string => {
  const name = TYPE_NAMES[type ?? 'keyword'] ?? type ?? 'keyword';
  const texts = values.map((value) => quote(value === undefined ? '' : String(value)));
  // A list of one is no list in ES|QL, and MV_SLICE takes it as well.
  const text = `MV_SLICE([${texts.join(', ')}], vishing.hit)`;
  const cast = NULLABLE.has(name) && name !== 'keyword' ? `::${name}` : '';
  return values.includes(undefined)
    ? `CASE(${text} == "", NULL, ${text})${cast}`
    : `${text}${cast}`;
};

const alertColumns = ({ id, writtenMs, originalMs, columns }: Hit, ruleId: string): Columns => ({
  ...columns,
  '@timestamp': iso(writtenMs),
  'kibana.alert.original_time': iso(originalMs),
  'kibana.alert.rule.rule_id': ruleId,
  _id: id,
  _index: 'alert',
});

/** Where no field says more: what the alerts index has beside ECS. */
const OWN_TYPES: Readonly<Record<string, string>> = {
  '@timestamp': 'date',
  'kibana.alert.original_time': 'date',
  'kibana.alert.threshold_result.from': 'date',
  'kibana.alert.threshold_result.count': 'long',
};

export interface HitsOfRule {
  readonly ruleId: string;
  readonly hit: Hit;
}

export interface HitsQuery {
  /** The joining rule's compiled query. */
  readonly query: string;
  readonly hits: readonly HitsOfRule[];
  /** Names and types of the fields that rules mention (`vishing-fields`). */
  readonly fields: ReadonlyMap<string, string>;
  readonly spaceId: string;
}

/** Whether a query speaks of a field, by its whole name. */
const mentions = (query: string, field: string): boolean => {
  for (let at = query.indexOf(field); at >= 0; at = query.indexOf(field, at + 1)) {
    const around = `${query[at - 1] ?? ' '}${query[at + field.length] ?? ' '}`;
    if (!/[\w.@]/.test(around)) return true;
  }
  return false;
};

/** The fields of `fields` that a query mentions. */
export const mentioned = (query: string, fields: ReadonlyMap<string, string>): string[] =>
  [...fields.keys()].filter((field) => mentions(query, field));

/**
 * The query of a rule that reads alerts, over hits instead: the hits become a table written into the query, every value as
 * an escaped literal, and everything behind `FROM` stays. The column `vishing.hit` says which hit a row is of.
 */
export const hitsQuery = ({ query, hits, fields, spaceId }: HitsQuery): string => {
  const rows = hits.map(({ hit, ruleId }) => alertColumns(hit, ruleId));
  const own = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const absent = mentioned(query, fields).filter((field) => !own.includes(field));
  const columns = own.map((name) => {
    const type = OWN_TYPES[name] ?? fields.get(name);
    const values = rows.map((row) => row[name]);
    return `${fieldName(name)} = ${pick(values, type)}`;
  });
  const [, ...stages] = stagesOf(query);
  return [
    `ROW vishing.hit = [${rows.map((_row, index) => literal(index)).join(', ')}]`,
    'MV_EXPAND vishing.hit',
    `EVAL ${[
      '_version = 1',
      ...columns,
      ...absent.map((name) => `${fieldName(name)} = ${nullOf(fields.get(name) ?? 'keyword')}`),
    ].join(', ')}`,
    ...stages.map((stage) => overTable(stage, spaceId)),
  ].join('\n| ');
};

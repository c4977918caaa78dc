import { z } from 'zod';
import type {
  NumberPeopleQuery,
  NumberPeopleResponse,
  ReachedPerson,
} from '../../common/api/number';
import { callActionSchema } from '../../common/model/call';
import { queryEsql } from '../esql/query_esql';
import { reachableOf, windowOf } from '../stores/pages';
import { readStore } from '../stores/read_store';
import type { NumberContext } from './get_number';
import { NEWEST_PARTS, newestCallsQuery, reachedQuery, reachedTotalQuery } from './reached_query';
import { requireNumber } from './require_number';

const rowsSchema = z.object({
  values: z.array(z.tuple([z.number(), z.number(), z.number(), z.string(), z.string()])),
});
type Row = z.infer<typeof rowsSchema>['values'][number];
const callsSchema = z.object({
  values: z.array(z.tuple([z.string(), z.string(), z.string(), callActionSchema])),
});
const totalSchema = z.object({ values: z.array(z.tuple([z.number()])) });

const optional = (text: string | undefined): string | undefined => (text ? text : undefined);

type NewestCall = Pick<ReachedPerson['newest'], 'call_id' | 'action'>;

const startOf = ([, , , newest]: Row): string => newest.split('\t')[0] ?? '';
const callKey = (started: string, key: string): string => `${started} ${key}`;

/** Which call was the newest of each row; of two in the same instant the one with the higher id. */
const readNewestCalls = async (
  { es, signal }: NumberContext,
  e164: string,
  rows: readonly Row[]
): Promise<Map<string, NewestCall>> => {
  if (rows.length === 0) return new Map();
  const instants = [...new Set(rows.map(startOf))];
  const answer = await readStore(queryEsql(es, newestCallsQuery(e164, instants), { signal }));
  return new Map(
    callsSchema
      .parse(answer)
      .values.map(([started, key, call_id, action]) => [callKey(started, key), { call_id, action }])
  );
};

const toPerson = (row: Row, newestCalls: ReadonlyMap<string, NewestCall>): ReachedPerson[] => {
  const [calls, answered, talk_seconds, newest, key] = row;
  const parts = newest.split('\t');
  const name = parts.slice(NEWEST_PARTS.length - 1).join('\t');
  const [started = '', person, department] = parts;
  const call = newestCalls.get(callKey(started, key));
  // A call that was deleted between both questions takes its row along.
  if (!call) return [];
  return [
    {
      id: optional(person),
      name,
      department: optional(department),
      calls,
      answered,
      talk_seconds,
      newest: { started, ...call },
    },
  ];
};

/**
 * Everyone whom a number had calls with, sorted and cut by Elasticsearch.
 * @throws VishingError `bad_request`, `not_set_up`
 */
export const listReachedPeople = async (
  context: NumberContext,
  text: string,
  query: NumberPeopleQuery
): Promise<NumberPeopleResponse> => {
  const { es, formatNumber, signal } = context;
  const { e164 } = requireNumber(text);
  const [rows, totals] = await Promise.all([
    readStore(queryEsql(es, reachedQuery(e164, query), { signal })),
    readStore(queryEsql(es, reachedTotalQuery(e164, query), { signal })),
  ]);
  const { from, size } = windowOf(query);
  const total = totalSchema.parse(totals).values[0]?.[0] ?? 0;
  const shown = rowsSchema.parse(rows).values.slice(from, from + size);
  const newestCalls = await readNewestCalls(context, e164, shown);
  const people = shown.flatMap((row) => toPerson(row, newestCalls));
  return {
    people: people.map((person) => ({ ...person, name: formatNumber(person.name) })),
    total,
    reachable: reachableOf(total),
  };
};

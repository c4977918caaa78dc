import { z } from 'zod';
import type {
  NumberPeopleQuery,
  NumberPeopleResponse,
  ReachedPerson,
} from '../../common/api/number';
import { callActionSchema } from '../../common/model/call';
import { reachableOf, windowOf } from '../stores/pages';
import { readStore } from '../stores/read_store';
import type { NumberContext } from './get_number';
import { NEWEST_PARTS, reachedQuery, reachedTotalQuery } from './reached_query';
import { requireNumber } from './require_number';

const rowsSchema = z.object({
  values: z.array(z.tuple([z.number(), z.number(), z.number(), z.string()])),
});
const totalSchema = z.object({ values: z.array(z.tuple([z.number()])) });

const optional = (text: string | undefined): string | undefined => (text ? text : undefined);

const toPerson = ([calls, answered, talk_seconds, newest]: z.infer<
  typeof rowsSchema
>['values'][number]): ReachedPerson => {
  const parts = newest.split('\t');
  const name = parts.slice(NEWEST_PARTS.length - 1).join('\t');
  const [started = '', call_id = '', action, person, department] = parts;
  return {
    id: optional(person),
    name,
    department: optional(department),
    calls,
    answered,
    talk_seconds,
    newest: { started, call_id, action: callActionSchema.parse(action) },
  };
};

/**
 * Everyone whom a number had calls with, sorted and cut by Elasticsearch.
 * @throws VishingError `bad_request`, `not_set_up`
 */
export const listReachedPeople = async (
  { es, formatNumber, signal }: NumberContext,
  text: string,
  query: NumberPeopleQuery
): Promise<NumberPeopleResponse> => {
  const { e164 } = requireNumber(text);
  const [rows, totals] = await Promise.all([
    readStore(es.esql.query(reachedQuery(e164, query), { signal })),
    readStore(es.esql.query(reachedTotalQuery(e164, query), { signal })),
  ]);
  const { from, size } = windowOf(query);
  const total = totalSchema.parse(totals).values[0]?.[0] ?? 0;
  const people = rowsSchema
    .parse(rows)
    .values.slice(from, from + size)
    .map(toPerson);
  return {
    people: people.map((person) => ({ ...person, name: formatNumber(person.name) })),
    total,
    reachable: reachableOf(total),
  };
};

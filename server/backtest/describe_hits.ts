import type { BacktestAlert } from '../../common/api/backtest';
import { CALLS_INDEX } from '../../common/constants';
import { readText } from '../investigation/read_field';
import { iso, type BacktestRun, type Columns, type Hit } from './hit';

interface Found {
  readonly _id?: string;
  readonly _source?: unknown;
}

const byIds = async (
  { es, signal }: BacktestRun,
  { index, ids, fields }: { index: readonly string[]; ids: readonly string[]; fields: string[] }
): Promise<Map<string, unknown>> => {
  if (ids.length === 0 || index.length === 0) return new Map();
  const { hits } = await es.search(
    {
      index: [...index],
      ignore_unavailable: true,
      allow_no_indices: true,
      size: ids.length,
      query: { ids: { values: [...ids] } },
      _source: fields,
    },
    { signal }
  );
  return new Map(
    (hits.hits as readonly Found[]).flatMap(({ _id: id, _source: source }): [string, unknown][] =>
      id === undefined ? [] : [[id, source]]
    )
  );
};

const textOf = (columns: Columns, field: string): string | undefined => {
  const value = columns[field];
  return value === undefined || value === '' ? undefined : String(value);
};

const numberOf = (columns: Columns, field: string): number | undefined =>
  typeof columns[field] === 'number' ? columns[field] : undefined;

/** What was counted or joined, in the order in which it says most. */
const SUBJECTS = [
  'user.email',
  'user.name',
  'source.address',
  'kibana.alert.threshold_result.terms.value',
  'user.id',
];

const subjectOf = (columns: Columns): string | undefined =>
  SUBJECTS.map((field) => textOf(columns, field)).find((text) => text !== undefined);

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

const describe = (
  { id, originalMs, columns, event }: Hit,
  { calls, events }: { calls: Map<string, unknown>; events: Map<string, unknown> }
): BacktestAlert => {
  const callId = textOf(columns, 'vishing.call.id');
  const call = callId === undefined ? undefined : calls.get(callId);
  const source = event === undefined ? undefined : events.get(event.id);
  const personId = textOf(columns, 'vishing.person.id');
  return defined({
    id,
    original_time: iso(originalMs),
    call_id: callId,
    number: textOf(columns, 'vishing.external.number'),
    person:
      personId === undefined
        ? undefined
        : defined({ id: personId, full_name: readText(call, 'user.full_name') }),
    host:
      readText(source, 'host.name') ?? textOf(columns, 'host.name') ?? readText(call, 'host.name'),
    address: subjectOf(columns),
    gap_seconds: numberOf(columns, 'vishing.gap_seconds'),
    count:
      numberOf(columns, 'kibana.alert.threshold_result.count') ??
      numberOf(columns, 'vishing.signal_count'),
  });
};

/** Alerts as people read them: with the name of the person, and the computer of the event. */
export const describeHits = async (
  run: BacktestRun,
  hits: readonly Hit[]
): Promise<BacktestAlert[]> => {
  const callIds = hits.flatMap(({ columns }) => textOf(columns, 'vishing.call.id') ?? []);
  const ofEvents = hits.flatMap(({ event }) => event ?? []);
  const [calls, events] = await Promise.all([
    byIds(run, {
      index: [CALLS_INDEX],
      ids: [...new Set(callIds)],
      fields: ['user.full_name', 'host'],
    }),
    byIds(run, {
      index: [...new Set(ofEvents.map(({ index }) => index))],
      ids: ofEvents.map(({ id }) => id),
      fields: ['host'],
    }),
  ]);
  return hits.map((hit) => describe(hit, { calls, events }));
};

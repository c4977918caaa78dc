import type { Client } from '@elastic/elasticsearch';
import { override } from './override';
import type { PlannedRun } from './plan_runs';

/** Fields of an alert that say when the run was that wrote it. */
const TIMES = [
  '@timestamp',
  'kibana.alert.start',
  'kibana.alert.last_detected',
  'kibana.alert.intended_timestamp',
  'kibana.alert.rule.execution.timestamp',
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const eventOf = (alert: Readonly<Record<string, unknown>>): string | undefined => {
  const ancestors = alert['kibana.alert.ancestors'];
  const first: unknown = Array.isArray(ancestors) ? ancestors[0] : undefined;
  return isObject(first) && typeof first.id === 'string' ? first.id : undefined;
};

const withTime = (operation: unknown, ticks: PlannedRun['ticks']): unknown => {
  if (!isObject(operation)) return operation;
  const atMs = ticks.get(eventOf(operation) ?? '');
  if (atMs === undefined) return operation;
  const time = new Date(atMs).toISOString();
  return { ...operation, ...Object.fromEntries(TIMES.map((name) => [name, time])) };
};

/** Elasticsearch in which the alerts of a run get the times of the schedule at which they would have been written. */
export const writingAtTicks = (es: Client, ticks: PlannedRun['ticks']): Client =>
  override(es, {
    bulk: (request: { operations?: readonly unknown[] }) =>
      es.bulk({
        ...request,
        operations: request.operations?.map((operation) => withTime(operation, ticks)) as never,
      }),
  });

import { toIso } from '../local_time';

/** Namespace of the made-up data streams, apart from anything that real agents write. */
export const DEMO_NAMESPACE = 'vishingdemo';

/** One ECS document of an Elastic integration, ready for `create` into its data stream. */
export interface HostEvent {
  readonly dataStream: string;
  readonly id: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly timeMs: number;
  /** When the integration delivers it: seconds after for endpoints, up to an hour for mail traces. */
  readonly availableMs: number;
}

/** What all integrations have in common. `id` must be unique in the data stream. */
export const toHostEvent = (common: {
  dataset: string;
  id: string;
  timeMs: number;
  delayMs: number;
  event: Readonly<Record<string, unknown>>;
  fields: Readonly<Record<string, unknown>>;
}): HostEvent => {
  const { dataset, id, timeMs, delayMs, event, fields } = common;
  return {
    dataStream: `logs-${dataset}-${DEMO_NAMESPACE}`,
    id,
    timeMs,
    availableMs: timeMs + delayMs,
    document: {
      '@timestamp': toIso(timeMs),
      ecs: { version: '8.11.0' },
      data_stream: { type: 'logs', dataset, namespace: DEMO_NAMESPACE },
      event: { kind: 'event', dataset, id, ingested: toIso(timeMs + delayMs), ...event },
      ...fields,
    },
  };
};

import type { HostEvent } from '../../../standalone/generator/host_events/host_event';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mergeFields = (base: Fields, change: Fields): Fields => {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(change)) {
    const known = merged[name];
    merged[name] = isFields(known) && isFields(value) ? mergeFields(known, value) : value;
  }
  return merged;
};

/** The event with some fields of its document replaced or added. */
export const amend = (event: HostEvent, change: Fields): HostEvent => ({
  ...event,
  document: mergeFields(event.document, change),
});

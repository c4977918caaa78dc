import { z } from 'zod';
import type { Span } from '../timeline/axis';
import type { Zoom } from '../timeline/use_zoom';

const text = z.string().max(1000).catch('').default('');

export const RANGES = ['15m', '1h', '1d', '14d'] as const;

/** Everything that can be chosen on the call page; it lives in the address. */
export const callStateSchema = z.object({
  tab: z.enum(['timeline', 'list']).catch('timeline').default('timeline'),
  range: z.enum(RANGES).catch('15m').default('15m'),
  clock: z.enum(['relative', 'clock']).catch('relative').default('relative'),
  /** `only` hides context. */
  evidence: z.enum(['all', 'only']).catch('all').default('all'),
  /** Id of the open event. */
  event: text,
  /** `field:value` that the events are filtered by. */
  facet: text,
  /** What is in sight, as milliseconds from the start of the call: `<from>~<to>`; empty for everything. */
  zoom: text,
});
export type CallState = z.infer<typeof callStateSchema>;

const MINUTE_MS = 60_000;
const AROUND_MS: Readonly<Record<CallState['range'], number>> = {
  '15m': 15 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
  '1d': 24 * 60 * MINUTE_MS,
  '14d': 14 * 24 * 60 * MINUTE_MS,
};

/** The time that is asked for: so much before the call began and after it ended, but not the future. */
export const rangeAround = (call: Span, range: CallState['range'], nowMs: number): Span => {
  const aroundMs = AROUND_MS[range];
  const endMs = Math.min(call.endMs + aroundMs, Math.max(nowMs, call.endMs + MINUTE_MS));
  return { startMs: call.startMs - aroundMs, endMs };
};

/** Reads the zoom of the address; anything odd means everything. */
export const readZoom = (zoom: string, callStartMs: number): Zoom => {
  const match = /^(-?\d{1,12})~(-?\d{1,12})$/.exec(zoom);
  if (!match) return undefined;
  const startMs = callStartMs + Number(match[1]);
  const endMs = callStartMs + Number(match[2]);
  return startMs < endMs ? { startMs, endMs } : undefined;
};

/** Writes the zoom for the address. */
export const writeZoom = (zoom: Zoom, callStartMs: number): string =>
  zoom === undefined
    ? ''
    : `${Math.round(zoom.startMs - callStartMs)}~${Math.round(zoom.endMs - callStartMs)}`;

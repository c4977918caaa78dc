import type { TimelineEvent } from '../../common/api/call';
import { laneSchema, type Lane } from '../../common/model/signal';
import { formatOffset } from '../shared/format/duration';
import { formatCount } from '../shared/format/number';

/** An event with its instants as numbers. */
export interface TimelineItem {
  readonly event: TimelineEvent;
  readonly startMs: number;
  /** Equal to `startMs` for an instant. */
  readonly endMs: number;
}

/** All lanes, top to bottom. */
export const LANES: readonly Lane[] = laneSchema.options;

/** Events in time order. An end before the start is taken for an instant. */
export const toItems = (events: readonly TimelineEvent[]): TimelineItem[] =>
  events
    .map((event) => {
      const startMs = Date.parse(event.start);
      const endMs = event.end === undefined ? startMs : Date.parse(event.end);
      return { event, startMs, endMs: Math.max(startMs, endMs) };
    })
    .filter(({ startMs, endMs }) => Number.isFinite(startMs) && Number.isFinite(endMs))
    .sort((a, b) => a.startMs - b.startMs || a.event.id.localeCompare(b.event.id));

/** A facet to filter by, written `field:value`. */
export const facetText = (field: string, value: string): string => `${field}:${value}`;

export interface ItemFilter {
  readonly onlyEvidence: boolean;
  /** As `facetText` writes it; empty for none. */
  readonly facet: string;
}

/** The items that are shown; the call itself always is. */
export const filterItems = (
  items: readonly TimelineItem[],
  { onlyEvidence, facet }: ItemFilter
): TimelineItem[] =>
  items.filter(({ event }) => {
    if (event.role === 'call') return true;
    if (onlyEvidence && event.role === 'context') return false;
    if (facet === '') return true;
    return Object.entries(event.facets).some(([field, value]) => facetText(field, value) === facet);
  });

/** The text beside a mark: evidence carries its offset, a mark for many its count. */
export const markLabel = ({ event }: TimelineItem): string => {
  const count = event.count > 1 ? ` × ${formatCount(event.count)}` : '';
  const offset = event.role === 'evidence' ? `${formatOffset(event.offset_ms)} ` : '';
  return `${offset}${event.label}${count}`;
};

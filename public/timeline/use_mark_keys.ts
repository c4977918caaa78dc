import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import type { TimelineLayout } from './layout';
import type { TimelineItem } from './model';
import { revealInstant, toPixels, zoomView, type Scale } from './scale';
import type { ZoomControl } from './use_zoom';

interface MarkKeysInput {
  readonly svg: RefObject<SVGSVGElement>;
  readonly items: readonly TimelineItem[];
  readonly layout: TimelineLayout;
  readonly scale: Scale;
  readonly zoom: ZoomControl;
  readonly selectedId: string;
}

export interface MarkKeys {
  /** The mark that Tab reaches; arrows move on from it. */
  readonly tabStopId: string | undefined;
  onFocus(id: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

const ZOOM_IN = 0.6;
const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

const drawnIds = (layout: TimelineLayout): Set<string> =>
  new Set(layout.lanes.flatMap(({ marks }) => marks.map(({ item }) => item.event.id)));

/** The events that arrows walk along: not those that are drawn as columns. */
const walkable = (items: readonly TimelineItem[], layout: TimelineLayout): TimelineItem[] => {
  const binned = new Set(
    layout.lanes.filter(({ columns }) => columns.length > 0).map(({ lane }) => lane)
  );
  return items.filter(({ event }) => event.role !== 'context' || !binned.has(event.lane));
};

const isCall = ({ event }: TimelineItem): boolean => event.role === 'call';

/** Arrows walk from mark to mark in time order, `+` and `-` zoom, `0` fits, `Home` and `End` go to the ends. */
export const useMarkKeys = (input: MarkKeysInput): MarkKeys => {
  const { svg, layout, scale, zoom, selectedId } = input;
  const items = walkable(input.items, layout);
  const [currentId, setCurrentId] = useState('');
  /** Set when the focus has to follow once the mark is drawn. */
  const [wanted, setWanted] = useState<string>();

  useEffect(() => {
    if (wanted === undefined) return;
    const mark = svg.current?.querySelector<SVGGElement>(`[data-mark-id="${CSS.escape(wanted)}"]`);
    if (!mark) return;
    mark.focus();
    setWanted(undefined);
  }, [wanted, svg, layout]);

  const drawn = drawnIds(layout);
  const call = items.find(isCall)?.event.id;
  const tabStopId =
    [currentId, selectedId, call].find((id) => id !== undefined && drawn.has(id)) ?? [...drawn][0];

  const goTo = (item: TimelineItem | undefined): void => {
    if (!item) return;
    const view = revealInstant(scale, item.startMs);
    if (view !== scale.view) zoom.setView(view);
    setCurrentId(item.event.id);
    setWanted(item.event.id);
  };
  const position = items.findIndex(({ event }) => event.id === tabStopId);
  const zoomAtCurrent = (factor: number): void => {
    const item = items[position];
    const px = item ? toPixels(scale, item.startMs) : scale.widthPx / 2;
    zoom.setView(zoomView(scale, factor, Math.min(Math.max(px, 0), scale.widthPx)));
  };
  const actionOf = (key: string): (() => void) | undefined => {
    const step = STEPS[key];
    if (step !== undefined) return () => goTo(items[position + step]);
    if (key === 'Home') return () => goTo(items[0]);
    if (key === 'End') return () => goTo(items.at(-1));
    if (key === '+' || key === '=') return () => zoomAtCurrent(ZOOM_IN);
    if (key === '-') return () => zoomAtCurrent(1 / ZOOM_IN);
    if (key === '0') return () => zoom.zoomTo(undefined);
    return undefined;
  };
  return {
    tabStopId,
    onFocus: setCurrentId,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const action = actionOf(event.key);
      if (!action) return;
      event.preventDefault();
      action();
    },
  };
};

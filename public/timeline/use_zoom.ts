import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toInstant, toUnits, type Span, type TimeAxis } from './axis';
import { clampView, fullView, type View } from './scale';

/** What is in sight; nothing means everything. Kept as instants, so that it stays right when the axis changes. */
export type Zoom = Span | undefined;

export interface ZoomControl {
  readonly view: View;
  setView(view: View): void;
  zoomTo(span: Zoom): void;
}

/** The address is written this long after the last movement: browsers refuse to write it at every frame. */
const SAVE_DELAY_MS = 250;

const isFull = (axis: TimeAxis, { from, to }: View): boolean => {
  const full = fullView(axis);
  return from <= full.from + 1 && to >= full.to - 1;
};

/** The view of an axis. @param saved what the address says. @param onSave called when the movement has ended */
export const useZoom = (axis: TimeAxis, saved: Zoom, onSave: (zoom: Zoom) => void): ZoomControl => {
  const [zoom, setZoom] = useState<Zoom>(saved);
  const save = useRef(onSave);
  useEffect(() => {
    save.current = onSave;
  });
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    const timer = setTimeout(() => save.current(zoom), SAVE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [zoom]);

  const view = useMemo(
    () =>
      zoom === undefined
        ? fullView(axis)
        : clampView(axis, { from: toUnits(axis, zoom.startMs), to: toUnits(axis, zoom.endMs) }),
    [axis, zoom]
  );
  const setView = useCallback(
    (next: View) => {
      if (isFull(axis, next)) setZoom(undefined);
      else setZoom({ startMs: toInstant(axis, next.from), endMs: toInstant(axis, next.to) });
    },
    [axis]
  );
  return { view, setView, zoomTo: setZoom };
};

import { axisUnits, toInstant, toUnits, type TimeAxis } from './axis';

/** The visible part of an axis, in its units. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** The only place where time becomes pixels. Pure. */
export interface Scale {
  readonly axis: TimeAxis;
  readonly view: View;
  readonly widthPx: number;
}

/** The narrowest view: half a second, or the whole axis when that is shorter. */
const MIN_VIEW_UNITS = 500;

export const fullView = (axis: TimeAxis): View => ({ from: 0, to: Math.max(axisUnits(axis), 1) });

/** Pixels from the left edge; outside of the view below 0 or above the width. */
export const toPixels = ({ axis, view, widthPx }: Scale, instantMs: number): number =>
  ((toUnits(axis, instantMs) - view.from) / (view.to - view.from)) * widthPx;

/** The instant at a distance from the left edge. */
export const instantAt = ({ axis, view, widthPx }: Scale, px: number): number =>
  toInstant(axis, view.from + (px / widthPx) * (view.to - view.from));

/** Moves and shortens a view until it lies inside of its axis. */
export const clampView = (axis: TimeAxis, { from, to }: View): View => {
  const full = fullView(axis);
  const length = Math.min(Math.max(to - from, Math.min(MIN_VIEW_UNITS, full.to)), full.to);
  const start = Math.min(Math.max(from, 0), full.to - length);
  return { from: start, to: start + length };
};

/** Zooms so that the instant at `px` stays there, as far as the ends of the axis allow. @param factor below 1 shows less */
export const zoomView = ({ axis, view, widthPx }: Scale, factor: number, px: number): View => {
  const share = px / widthPx;
  const length = view.to - view.from;
  const maxLength = fullView(axis).to;
  const wanted = Math.min(
    Math.max(length * factor, Math.min(MIN_VIEW_UNITS, maxLength)),
    maxLength
  );
  const pinned = view.from + share * length;
  const from = pinned - share * wanted;
  return clampView(axis, { from, to: from + wanted });
};

/** Shifts the view by pixels; positive shows later time. */
export const panView = ({ axis, view, widthPx }: Scale, px: number): View => {
  const shift = (px / widthPx) * (view.to - view.from);
  return clampView(axis, { from: view.from + shift, to: view.to + shift });
};

/** The view moved just as far as needed to show an instant with some room on both sides; the same view when it is in sight. */
export const revealInstant = (scale: Scale, instantMs: number): View => {
  const { axis, view } = scale;
  const units = toUnits(axis, instantMs);
  const length = view.to - view.from;
  const room = length * 0.1;
  if (units >= view.from && units <= view.to) return view;
  const from = units < view.from ? units - room : units + room - length;
  return clampView(axis, { from, to: from + length });
};

import { useEffect, useRef, type RefObject } from 'react';

export interface Gestures {
  /** @param factor below 1 shows less. @param px from the left edge */
  onZoom(factor: number, px: number): void;
  /** @param px positive shows later time */
  onPan(px: number): void;
  onFit(): void;
}

/** How fast the wheel zooms: one notch of a mouse (about 100) is a factor of 1.2. */
const WHEEL_SPEED = 0.0018;
/** Movement that makes a press a drag and not a click. */
const DRAG_PX = 4;

const leftOf = (element: Element): number => element.getBoundingClientRect().left;

/** Wheel zooms at the pointer, drag pans, double click fits. */
export const useGestures = (ref: RefObject<Element>, gestures: Gestures): void => {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    return listen(element, () => latest.current);
  }, [ref]);
};

const listen = (element: Element, gestures: () => Gestures): (() => void) => {
  let lastPx: number | undefined;
  let isDragging = false;

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) gestures().onPan(event.deltaX);
    else if (event.shiftKey) gestures().onPan(event.deltaY);
    else gestures().onZoom(Math.exp(event.deltaY * WHEEL_SPEED), event.clientX - leftOf(element));
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button === 0) lastPx = event.clientX;
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (lastPx === undefined) return;
    const moved = lastPx - event.clientX;
    if (!isDragging && Math.abs(moved) < DRAG_PX) return;
    if (!isDragging) element.setPointerCapture(event.pointerId);
    isDragging = true;
    lastPx = event.clientX;
    gestures().onPan(moved);
  };
  const onPointerUp = (): void => {
    lastPx = undefined;
    isDragging = false;
  };
  const onDoubleClick = (): void => gestures().onFit();

  // The wheel is listened to by hand: React's own listener cannot keep the page from scrolling.
  const listeners: ReadonlyArray<readonly [string, EventListener, AddEventListenerOptions?]> = [
    ['wheel', onWheel as EventListener, { passive: false }],
    ['pointerdown', onPointerDown as EventListener],
    ['pointermove', onPointerMove as EventListener],
    ['pointerup', onPointerUp],
    ['pointercancel', onPointerUp],
    ['dblclick', onDoubleClick],
  ];
  for (const [name, listener, options] of listeners) {
    element.addEventListener(name, listener, options);
  }
  return () => {
    for (const [name, listener] of listeners) element.removeEventListener(name, listener);
  };
};

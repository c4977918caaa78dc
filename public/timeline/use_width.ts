import { useLayoutEffect, useState, type RefObject } from 'react';

/** Width of an element in pixels, kept up to date; 0 until it is known. */
export const useWidth = (ref: RefObject<HTMLElement>): number => {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setWidthPx(Math.floor(element.getBoundingClientRect().width));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return widthPx;
};

import { useCallback, useMemo, useState } from 'react';
import { resolveRange, type AbsoluteRange, type PickedRange } from '../url/time_range';

export interface SharedRange {
  /** Changes on every refresh, so that all parts of the page are asked for the same time. */
  readonly range: AbsoluteRange;
  refresh(): void;
}

/** Makes a picked range absolute once for all parts of a page. */
export const useRange = ({ from, to }: PickedRange): SharedRange => {
  const [now, setNow] = useState(() => new Date());
  const range = useMemo(() => resolveRange({ from, to }, now), [from, to, now]);
  const refresh = useCallback(() => setNow(new Date()), []);
  return { range, refresh };
};

import type { Activity } from '../../common/api/activity';

/** ISO instants. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
/** More bars than these cannot be told apart. */
const MAX_BARS = 100;

/** The smallest unit in which a range is drawn as at most a hundred bars or so. */
export const unitOf = ({ from, to }: TimeRange): Activity['unit'] => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days <= MAX_BARS) return 'day';
  return days <= MAX_BARS * 7 ? 'week' : 'month';
};

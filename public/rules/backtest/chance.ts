import { toSeconds } from '../../../common/model/duration';
import type { Parameter } from '../../../common/model/parameter';
import type { TunedValues } from '../../../common/model/tuning';

/** Minutes in which people have calls on a day. */
const WORKING_DAY_MINUTES = 480;

export interface ChanceInput {
  readonly events: number;
  readonly calls: number;
  /** People with calls in the range. */
  readonly callers: number;
  /** Days with calls. */
  readonly days: number;
  readonly windowSeconds: number;
}

export interface Chance {
  /** Calls that meet the rule's conditions, per person and day. */
  readonly callsPerDay: number;
  /** Share (0 to 1) of a person's working day that lies within the window of such a call. */
  readonly share: number;
  /** Alerts of the range that chance alone would make. */
  readonly alerts: number;
}

/**
 * How often events would fall near a call by coincidence, when calls come at random over a working day of eight hours: the
 * share 1 - exp(-c * w / 480 min) of the time, with c calls a person and day and a window of w.
 * @returns undefined where there is nothing to measure it by
 */
export const chanceOf = ({
  events,
  calls,
  callers,
  days,
  windowSeconds,
}: ChanceInput): Chance | undefined => {
  if (callers === 0 || days === 0 || windowSeconds === 0) return undefined;
  const callsPerDay = calls / (callers * days);
  const share = 1 - Math.exp((-callsPerDay * windowSeconds) / 60 / WORKING_DAY_MINUTES);
  return { callsPerDay, share, alerts: events * share };
};

/** Sum of the windows before and after the call, seconds. */
export const windowSecondsOf = (parameters: readonly Parameter[], values: TunedValues): number =>
  parameters
    .filter(({ type, det0245: name }) => type === 'duration' && name === 'TimeWindow')
    .reduce(
      (sum, parameter) => sum + toSeconds(String(values[parameter.id] ?? parameter.default)),
      0
    );

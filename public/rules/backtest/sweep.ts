import { toSeconds } from '../../../common/model/duration';
import type { Parameter } from '../../../common/model/parameter';

export type SweepParameter = Extract<Parameter, { type: 'duration' | 'number' }>;

const MOST_STEPS = 7;
/** Lengths of time that people would choose. */
const DURATIONS = [
  ...['0m', '30s', '1m', '2m', '5m', '10m', '15m', '30m', '45m', '1h', '90m', '2h', '3h', '4h'],
  ...['6h', '8h', '12h', '1d', '2d', '3d', '7d', '14d', '30d'],
];
/** Numbers that people would choose, by their first digits. */
const STEPS = [1, 2, 3, 5, 7];

export const canSweep = (parameter: Parameter): parameter is SweepParameter =>
  parameter.type === 'duration' || parameter.type === 'number';

const numbersBetween = (min: number, max: number): number[] => {
  const numbers = new Set([min, max]);
  for (let ten = 1; ten <= max; ten *= 10) {
    for (const step of STEPS) if (step * ten > min && step * ten < max) numbers.add(step * ten);
  }
  return [...numbers].sort((a, b) => a - b);
};

/** At most `most` of the items, evenly, the first and the last among them. */
const thin = <T>(items: readonly T[], most: number): T[] =>
  items.length <= most
    ? [...items]
    : items.filter((_item, index) => {
        const slot = (at: number): number => Math.floor((at * (most - 1)) / (items.length - 1));
        return index === 0 || slot(index) !== slot(index - 1);
      });

/** Values of a parameter to try, smallest first, the given one among them. */
export const sweepValues = (
  parameter: SweepParameter,
  own: string | number
): (string | number)[] => {
  if (parameter.type === 'number') {
    const steps = thin(numbersBetween(parameter.min, parameter.max), MOST_STEPS);
    return [...new Set([...steps, Number(own)])].sort((a, b) => a - b);
  }
  const [minSeconds, maxSeconds] = [toSeconds(parameter.min), toSeconds(parameter.max)];
  const inside = [parameter.min, ...DURATIONS, parameter.max].filter(
    (text) => toSeconds(text) >= minSeconds && toSeconds(text) <= maxSeconds
  );
  const steps = thin([...bySeconds(inside).values()], MOST_STEPS);
  return [...bySeconds([String(own), ...steps]).values()].sort(
    (a, b) => toSeconds(a) - toSeconds(b)
  );
};

/** Each length once, as it was written first. */
const bySeconds = (texts: readonly string[]): Map<number, string> => {
  const found = new Map<number, string>();
  for (const text of texts) if (!found.has(toSeconds(text))) found.set(toSeconds(text), text);
  return new Map([...found].sort(([a], [b]) => a - b));
};

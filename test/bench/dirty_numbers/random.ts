/** A source of chance that gives the same values for the same seed. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `share` (0 to 1) of all cases. */
  chance(share: number): boolean;
  digits(count: number): string;
}

/** Mulberry32: short, fast, and even enough for test data. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};

/** @throws RangeError when `pick` gets an empty list */
export const createRandom = (seed: number): Random => {
  const next = mulberry32(seed);
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    int,
    chance: (share) => next() < share,
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
    pick: (list) => {
      const index = int(0, list.length - 1);
      if (!(index in list)) throw new RangeError('There is nothing to pick from.');
      return list[index] as (typeof list)[number];
    },
  };
};

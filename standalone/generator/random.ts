/** Draws from one seeded stream. Two streams with the same seed give the same draws on every machine. */
export interface Random {
  /** 0 up to, but not including, 1. */
  next(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; weights need not add up to 1. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** Standard normal times `sigma` plus `mean`. */
  normal(mean: number, sigma: number): number;
  /** Log-normal, given by its median. */
  lognormal(median: number, sigma: number): number;
  poisson(mean: number): number;
  shuffle<T>(items: readonly T[]): T[];
  /** Lower-case hexadecimal digits. */
  hex(length: number): string;
  uuid(): string;
  /** An independent stream, so that a change in one part of the data does not shift the others. */
  fork(label: string): Random;
}

/** FNV-1a: turns a label into 32 bits, to derive seeds. */
const hashLabel = (label: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
};

/** Mulberry32: 32 bits of state, good enough for test data and the same in every JavaScript engine. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Knuth's method for small means, a rounded normal above 30 where that is close enough. */
const drawPoisson = (mean: number, next: () => number, normal: () => number): number => {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
};

/** A seeded stream of draws. `seed` is a 32 bit whole number. */
export const createRandom = (seed: number): Random => {
  const next = mulberry32(seed);
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const standardNormal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('Nothing to pick from: the list is empty.');
    return item;
  };
  // Eight digits a draw: events need many identifiers.
  const hex = (length: number): string => {
    let digits = '';
    while (digits.length < length) {
      digits += Math.floor(next() * 4_294_967_296)
        .toString(16)
        .padStart(8, '0');
    }
    return digits.slice(0, length);
  };
  const weighted = <T>(items: readonly (readonly [T, number])[]): T => {
    let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      rest -= weight;
      if (rest < 0) return item;
    }
    return pick(items)[0];
  };
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, key: next() }))
      .sort((left, right) => left.key - right.key)
      .map(({ item }) => item);
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    weighted,
    normal: (mean, sigma) => mean + sigma * standardNormal(),
    lognormal: (median, sigma) => median * Math.exp(sigma * standardNormal()),
    poisson: (mean) => drawPoisson(mean, next, standardNormal),
    shuffle,
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    fork: (label) => createRandom((seed ^ hashLabel(label)) >>> 0),
  };
};

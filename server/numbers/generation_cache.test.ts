import { GenerationCache } from './generation_cache';

const filled = (count: number): GenerationCache<number, string> => {
  const cache = new GenerationCache<number, string>(3);
  for (let key = 0; key < count; key += 1) cache.set(key, `value ${key}`);
  return cache;
};

it('finds the entries that were set last', () => {
  const cache = filled(10);
  expect([7, 8, 9].map((key) => cache.get(key))).toEqual(['value 7', 'value 8', 'value 9']);
});

it('forgets entries that were not used for two generations', () => {
  expect([0, 1, 2, 3].map((key) => filled(10).get(key))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('keeps an old entry that is used again and again', () => {
  const cache = filled(3);
  for (let key = 3; key < 30; key += 1) {
    cache.set(key, `value ${key}`);
    expect(cache.get(0)).toBe('value 0');
  }
});

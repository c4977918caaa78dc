import { LruCache } from './lru_cache';

const filled = (capacity: number, keys: readonly string[]) => {
  const evicted: string[] = [];
  const cache = new LruCache<string, number>(capacity, (key) => evicted.push(key));
  for (const key of keys) cache.set(key, key.length);
  return { cache, evicted };
};

it('forgets the entries that were not used for the longest time', () => {
  const { cache, evicted } = filled(2, ['a', 'b']);
  cache.get('a');
  cache.set('c', 1);
  cache.set('d', 1);
  expect(evicted).toEqual(['b', 'a']);
  expect(cache.get('c')).toBe(1);
  expect(cache.size).toBe(2);
});

it('keeps an entry that is set again, with its new value', () => {
  const { cache, evicted } = filled(2, ['a', 'b', 'a', 'cc']);
  expect(evicted).toEqual(['b']);
  expect(cache.get('a')).toBe(1);
});

it('holds as many entries as it may, however often all of them are replaced', () => {
  const keys = Array.from({ length: 1000 }, (_, index) => `key-${index}`);
  const { cache, evicted } = filled(10, keys);
  expect(evicted).toEqual(keys.slice(0, -10));
  expect(cache.size).toBe(10);
});

it('can hold nothing at all', () => {
  expect(filled(0, ['a', 'b']).evicted).toEqual(['a', 'b']);
});

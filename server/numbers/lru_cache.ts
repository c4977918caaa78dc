/** Keeps the `capacity` entries that were used last. */
export class LruCache<Key, Value> {
  private readonly entries = new Map<Key, Value>();

  /** @param onEvict told of each entry that has to go */
  constructor(
    private readonly capacity: number,
    private readonly onEvict?: (key: Key, value: Value) => void
  ) {}

  get size(): number {
    return this.entries.size;
  }

  get(key: Key): Value | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size <= this.capacity) return;
    const [oldest] = this.entries;
    if (!oldest) return;
    this.entries.delete(oldest[0]);
    this.onEvict?.(oldest[0], oldest[1]);
  }
}

/** Keeps the `capacity` entries that were used last. */
export class LruCache<Key, Value> {
  private readonly entries = new Map<Key, Value>();
  /**
   * Walks over the entries from the oldest on, for as long as the cache lives: a new walk would first have to step over
   * the places of all entries that went before, which takes longer than reading a number.
   */
  private oldest = this.entries.keys();

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
    if (this.entries.size > this.capacity) this.evict();
  }

  private evict(): void {
    let next = this.oldest.next();
    if (next.done) {
      this.oldest = this.entries.keys();
      next = this.oldest.next();
    }
    if (next.done) return;
    const value = this.entries.get(next.value);
    this.entries.delete(next.value);
    if (value !== undefined) this.onEvict?.(next.value, value);
  }
}

import type { estypes } from '@elastic/elasticsearch';
import { CALLS_INDEX } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';
import {
  firstSince,
  HISTORY_WINDOW_MS,
  pastOfCalls,
  positionOf,
  type NumberPast,
  type PastCall,
  type WantedCalls,
} from './number_history';
import { PAST_FIELDS, toCachedCall, type NumberedCall } from './past_call';

/** Elasticsearch's default `index.max_result_window`. */
const PAGE = 10_000;
/**
 * About 120 bytes each, for as long as one run takes. Above it calls go that no call of these days looks back to; if that
 * is not enough, the numbers that were used longest ago, which are read again when they come back.
 */
const MAX_CACHED_CALLS = 1_000_000;

interface CachedNumber {
  /** All calls from `fromMs` on, in the order of `byTime`. */
  calls: PastCall[];
  fromMs: number;
  /** Earliest call before `fromMs`. */
  firstSeenMs?: number;
  /** The batch that last used the number. */
  usedIn: number;
}

/**
 * The history of numbers during one run: read from `vishing-calls` when a number first comes up, then kept up to date in
 * memory, because the resolver is the only writer.
 */
export class HistoryStore {
  private readonly numbers = new Map<string, CachedNumber>();
  /** One text for each person, however many calls name it. */
  private readonly people = new Map<string, string>();
  private cachedCalls = 0;
  /** Counts batches. */
  private generation = 0;
  /** Earliest instant (ms) that the batch at hand and the one before asked for. */
  private needed: readonly [number, number] = [Infinity, Infinity];
  /** True when a number that this run wrote was dropped: what it wrote has to be visible before it is read again. */
  private dropped = false;

  constructor(
    private readonly es: ElasticsearchClient,
    private readonly maxCachedCalls = MAX_CACHED_CALLS
  ) {}

  /**
   * Makes the calls of these numbers known from 30 days before the given instants (ms) on.
   * @param written settles when the calls of earlier batches are stored
   */
  async load(wanted: ReadonlyMap<string, number>, written: () => Promise<void>): Promise<void> {
    this.generation += 1;
    const earliest = [...wanted.values()].reduce(
      (min, startMs) => Math.min(min, startMs),
      Infinity
    );
    this.needed = [earliest, this.needed[0]];
    const missing = [...wanted].filter(
      ([number, startMs]) => !this.covers(number, startMs - HISTORY_WINDOW_MS)
    );
    if (missing.length > 0) await this.read(missing, written);
    for (const number of wanted.keys()) this.touch(number);
    this.shrink();
  }

  /** Puts a call in the place of what was known about it. */
  replace(previous: NumberedCall | undefined, next: NumberedCall | undefined): void {
    const before = previous && this.numbers.get(previous.number)?.calls;
    const index = before ? positionOf(before, previous.call) : 0;
    if (before && previous && before[index]?.id === previous.call.id) {
      before.splice(index, 1);
      this.cachedCalls -= 1;
    }
    const after = next && this.numbers.get(next.number)?.calls;
    if (!after || !next) return;
    after.splice(positionOf(after, next.call), 0, this.slim(next.call));
    this.cachedCalls += 1;
  }

  /**
   * Ids of the calls of a number whose past holds any of the given instants (ms).
   * @param firstSeenChanged true when the instants moved `firstSeen`, which all later calls carry
   */
  callsAfterAny(
    number: string,
    instants: readonly number[],
    firstSeenChanged: boolean
  ): Set<string> {
    const sorted = [...instants].sort((a, b) => a - b);
    const [earliest = Infinity] = sorted;
    const found = new Set<string>();
    const calls = this.numbers.get(number)?.calls ?? [];
    let next = 0;
    for (const call of calls.slice(firstSince(calls, earliest))) {
      while (next < sorted.length && (sorted[next] ?? Infinity) < call.startMs) next += 1;
      const latestBefore = sorted[next - 1] ?? -Infinity;
      const inWindow = latestBefore >= call.startMs - HISTORY_WINDOW_MS;
      if (inWindow || (firstSeenChanged && call.startMs > earliest)) found.add(call.id);
    }
    return found;
  }

  firstSeen(number: string): number {
    const cached = this.numbers.get(number);
    return Math.min(cached?.firstSeenMs ?? Infinity, cached?.calls[0]?.startMs ?? Infinity);
  }

  pasts(number: string, wanted: WantedCalls): Map<string, NumberPast> {
    const cached = this.numbers.get(number);
    return pastOfCalls(cached?.calls ?? [], wanted, cached?.firstSeenMs);
  }

  private slim(call: PastCall): PastCall {
    const known = this.people.get(call.person);
    if (known !== undefined) return { ...call, person: known };
    this.people.set(call.person, call.person);
    return call;
  }

  private covers(number: string, fromMs: number): boolean {
    return (this.numbers.get(number)?.fromMs ?? Infinity) <= fromMs;
  }

  private async read(
    missing: readonly (readonly [string, number])[],
    written: () => Promise<void>
  ): Promise<void> {
    const names = missing.map(([number]) => number);
    // What this run wrote about a number has to be visible before the number is read a second time.
    if (this.dropped || names.some((number) => this.numbers.has(number))) {
      await written();
      await this.es.indices.refresh({ index: CALLS_INDEX });
      this.dropped = false;
    }
    const fromMs = missing.reduce((min, [, startMs]) => Math.min(min, startMs), Infinity);
    const sinceMs = fromMs - HISTORY_WINDOW_MS;
    for (const number of names) this.put(number, { calls: [], fromMs: sinceMs, usedIn: 0 });
    await Promise.all([this.readCalls(names, sinceMs), this.readFirstSeen(names, sinceMs)]);
  }

  private touch(number: string): void {
    const cached = this.numbers.get(number);
    if (!cached) return;
    cached.usedIn = this.generation;
    this.numbers.delete(number);
    this.numbers.set(number, cached);
  }

  /** Forgets the calls that lie before the window of all calls at hand: records mostly come in the order of time. */
  private trim(): void {
    const fromMs = Math.min(...this.needed) - HISTORY_WINDOW_MS;
    if (!Number.isFinite(fromMs)) return;
    for (const cached of this.numbers.values()) {
      const { calls } = cached;
      const [oldest] = calls;
      if (!oldest || oldest.startMs >= fromMs) continue;
      const before = calls.length;
      const kept = calls.findIndex(({ startMs }) => startMs >= fromMs);
      calls.splice(0, kept === -1 ? before : kept);
      cached.firstSeenMs = Math.min(cached.firstSeenMs ?? Infinity, oldest.startMs);
      cached.fromMs = Math.max(cached.fromMs, fromMs);
      this.cachedCalls -= kept === -1 ? before : kept;
    }
  }

  /** Makes room; of this batch and of the one that is being stored nothing goes that they look back to. */
  private shrink(): void {
    if (this.cachedCalls <= this.maxCachedCalls) return;
    this.trim();
    for (const [number, { calls, usedIn }] of this.numbers) {
      if (this.cachedCalls <= this.maxCachedCalls || usedIn >= this.generation - 1) return;
      this.numbers.delete(number);
      this.cachedCalls -= calls.length;
      this.dropped = true;
    }
  }

  private put(number: string, cached: CachedNumber): void {
    this.cachedCalls -= this.numbers.get(number)?.calls.length ?? 0;
    this.numbers.set(number, cached);
  }

  private async readCalls(numbers: readonly string[], fromMs: number): Promise<void> {
    let after: estypes.SortResults | undefined;
    do {
      const page = await this.es.search({
        index: CALLS_INDEX,
        size: PAGE,
        track_total_hits: false,
        _source: false,
        docvalue_fields: PAST_FIELDS,
        query: { bool: { filter: [numbersQuery(numbers), rangeQuery({ gte: fromMs })] } },
        sort: [{ '@timestamp': 'asc' }, { 'vishing.call.id': 'asc' }],
        search_after: after,
      });
      for (const hit of page.hits.hits) {
        const entry = toCachedCall(hit);
        const cached = entry && this.numbers.get(entry.number);
        if (!cached) continue;
        cached.calls.push(this.slim(entry.call));
        this.cachedCalls += 1;
      }
      after = page.hits.hits.length === PAGE ? page.hits.hits.at(-1)?.sort : undefined;
    } while (after);
  }

  private async readFirstSeen(numbers: readonly string[], beforeMs: number): Promise<void> {
    const answer = await this.es.search<
      unknown,
      { numbers: { buckets: { key: string; first: { value: number | null } }[] } }
    >({
      index: CALLS_INDEX,
      size: 0,
      track_total_hits: false,
      query: { bool: { filter: [numbersQuery(numbers), rangeQuery({ lt: beforeMs })] } },
      aggs: {
        numbers: {
          terms: { field: 'vishing.external.number', size: numbers.length },
          aggs: { first: { min: { field: '@timestamp' } } },
        },
      },
    });
    for (const { key, first } of answer.aggregations?.numbers.buckets ?? []) {
      const cached = this.numbers.get(key);
      if (cached && first.value !== null) cached.firstSeenMs = first.value;
    }
  }
}

const numbersQuery = (numbers: readonly string[]): estypes.QueryDslQueryContainer => ({
  terms: { 'vishing.external.number': [...numbers] },
});

const rangeQuery = (range: { gte?: number; lt?: number }): estypes.QueryDslQueryContainer => ({
  range: { '@timestamp': { ...range, format: 'epoch_millis' } },
});

import { EventEmitter, once } from 'node:events';
import type { InFlight, PreparedBatch } from './resolve_batch';

/**
 * The batches of one run between being understood and being stored. They are numbered in the order in which they are read;
 * each has to know what the ones before are about to store.
 */
export class BatchesInFlight {
  /** Understood batches that one which is read already may have to know; the first has the number `firstKept`. */
  private kept: PreparedBatch[] = [];
  private firstKept = 0;
  private storedCount = 0;
  private readonly changes = new EventEmitter();

  /** How many batches are stored: what is read now knows of these. */
  get stored(): number {
    return this.storedCount;
  }

  /** What a batch needs of the ones before when it was read after the first `known` of them were stored. */
  of(known: number): InFlight {
    this.kept = this.kept.slice(known - this.firstKept);
    this.firstKept = known;
    return { batches: [...this.kept].reverse(), written: () => this.allStored() };
  }

  add(batch: PreparedBatch): void {
    this.kept.push(batch);
  }

  /** The oldest batch that was not is stored now. */
  markStored(): void {
    this.storedCount += 1;
    this.changes.emit('stored');
  }

  private async allStored(): Promise<void> {
    const understood = this.firstKept + this.kept.length;
    while (this.storedCount < understood) await once(this.changes, 'stored');
  }
}

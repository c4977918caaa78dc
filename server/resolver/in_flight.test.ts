import { BatchesInFlight } from './in_flight';
import type { PreparedBatch } from './resolve_batch';

const batch = (): PreparedBatch => ({
  documents: new Map(),
  affected: new Map(),
  stored: new Map(),
});

describe('batches between being understood and being stored', () => {
  it('a batch knows those before it that were not stored when it was read, the newest first', () => {
    const inFlight = new BatchesInFlight();
    const [first, second, third] = [batch(), batch(), batch()];
    inFlight.add(first);
    inFlight.add(second);
    expect(inFlight.of(0).batches).toEqual([second, first]);
    inFlight.markStored();
    inFlight.add(third);
    expect(inFlight.of(inFlight.stored).batches).toEqual([third, second]);
  });

  it('a batch that was read before one was stored still knows that one', () => {
    const inFlight = new BatchesInFlight();
    const known = inFlight.stored;
    const first = batch();
    inFlight.add(first);
    inFlight.markStored();
    expect(inFlight.of(known).batches).toEqual([first]);
  });

  it('waits until all that is understood is stored', async () => {
    const inFlight = new BatchesInFlight();
    inFlight.add(batch());
    inFlight.add(batch());
    let settled = false;
    const written = inFlight
      .of(0)
      .written()
      .then(() => (settled = true));
    inFlight.markStored();
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    inFlight.markStored();
    await written;
    expect(settled).toBe(true);
  });

  it('waits for nothing when nothing is on the way', async () => {
    await expect(new BatchesInFlight().of(0).written()).resolves.toBeUndefined();
  });
});

import { setImmediate } from 'node:timers/promises';

/** So long the process does nothing else: Kibana answers requests and Elasticsearch's answers are read in between. */
const SLICE_MS = 10;

/** Maps items one after the other without keeping everything else that this process does waiting. */
export const mapInSlices = async <T, R>(items: Iterable<T>, map: (item: T) => R): Promise<R[]> => {
  const results: R[] = [];
  let beganMs = performance.now();
  for (const item of items) {
    results.push(map(item));
    if (performance.now() - beganMs < SLICE_MS) continue;
    await setImmediate();
    beganMs = performance.now();
  }
  return results;
};

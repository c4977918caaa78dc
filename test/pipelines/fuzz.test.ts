import { emptyStream } from '../bench/empty_stream';
import { isSound, runFuzz } from '../fuzz/run_fuzz';
import { FUZZ_STREAM } from '../fuzz/store';
import { pipelineBench } from './pipeline_tester';

const SEED = 20260302;
/** A few seconds; `npm run fuzz` sends 100,000. */
const RECORDS = 3_000;

const es = pipelineBench((client) => emptyStream(client, FUZZ_STREAM));

it('stores every damaged record: parsed, or failed with a reason and its text', async () => {
  const result = await runFuzz(es, { seed: SEED, records: RECORDS });
  const { faults, sent, created, known, dropped, stored, understood, failed } = result;
  expect(faults).toEqual([]);
  expect(created + known + dropped).toBe(sent);
  expect(stored).toBe(created);
  expect(isSound(result)).toBe(true);
  // Damage that nobody notices, or that nothing survives, would test nothing.
  expect(understood).toBeGreaterThan(RECORDS / 10);
  expect(failed).toBeGreaterThan(RECORDS / 10);
  expect(dropped).toBeLessThan(RECORDS / 50);
});

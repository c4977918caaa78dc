import type { CutRecord, StoreResponse } from '../../../common/api/sources';
import { ApiError } from '../../api/api_error';
import { uploadRecords, type UploadOptions, type UploadProgress } from './upload_records';

const LINES = { type: 'lines' } as const;
const STORED: Omit<StoreResponse, 'stored'> = { known: 0, dropped: 0, failed: 0, failures: [] };

const textFile = (name: string, count: number): File =>
  new File([Array.from({ length: count }, (_, line) => `record ${line + 1}\n`).join('')], name);

const upload = (options: Partial<UploadOptions>) => {
  const seen: UploadProgress[] = [];
  const batches: CutRecord[][] = [];
  const done = uploadRecords({
    files: [textFile('a.log', 3)],
    format: LINES,
    send: (_file, records) => {
      batches.push(records);
      return Promise.resolve({ ...STORED, stored: records.length });
    },
    onProgress: (progress) => seen.push(progress),
    signal: new AbortController().signal,
    wait: () => Promise.resolve(),
    ...options,
  });
  return { done, seen, batches };
};

describe('an upload', () => {
  it('sends every record of every file once, in batches', async () => {
    const { done, batches } = upload({ files: [textFile('a.log', 1201), textFile('b.log', 2)] });
    expect(await done).toMatchObject({ sent: 1203, stored: 1203, failed: 0 });
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 201, 2]);
    expect(batches[1]?.[0]).toEqual({
      message: 'record 501',
      offset: expect.any(Number) as number,
    });
  });

  it('reads the whole file', async () => {
    const { done, seen } = upload({ files: [textFile('a.log', 5000)] });
    const { bytes, totalBytes } = await done;
    expect(bytes).toBe(totalBytes);
    expect(seen.length).toBeGreaterThan(9);
  });

  it('unpacks gzip while it reads', async () => {
    const packed = new Response(
      new Blob(['one\ntwo\n']).stream().pipeThrough(new CompressionStream('gzip'))
    );
    const { done, batches } = upload({ files: [new File([await packed.blob()], 'a.log.gz')] });
    expect(await done).toMatchObject({ sent: 2 });
    expect(batches[0]?.map(({ message }) => message)).toEqual(['one', 'two']);
  });

  it('waits for a lost connection and sends the same batch again', async () => {
    let attempts = 0;
    const { done, seen } = upload({
      send: (_file, records) => {
        attempts += 1;
        return attempts < 4
          ? Promise.reject(new ApiError('offline', 0, 'Kibana does not answer.'))
          : Promise.resolve({ ...STORED, stored: records.length });
      },
    });
    expect(await done).toMatchObject({ sent: 3, stored: 3, waiting: undefined });
    expect(seen.map(({ waiting }) => waiting?.seconds).filter(Boolean)).toEqual([1, 2, 4]);
  });

  it('stops at an answer that no second attempt would change', async () => {
    const refusal = new ApiError('forbidden', 403, 'You may not.');
    const { done } = upload({ send: () => Promise.reject(refusal) });
    await expect(done).rejects.toBe(refusal);
  });

  it('counts what fails with file, line and reason', async () => {
    const { done } = upload({
      send: () =>
        Promise.resolve({
          ...STORED,
          stored: 2,
          failed: 1,
          failures: [{ index: 1, reason: 'No time.', stored: true }],
        }),
    });
    expect((await done).failures).toEqual([
      { file: 'a.log', line: 2, reason: 'No time.', stored: true },
    ]);
  });

  it('ends when it is cancelled, and what was sent stays counted', async () => {
    const controller = new AbortController();
    const { done, seen } = upload({
      files: [textFile('a.log', 3000)],
      signal: controller.signal,
      send: (_file, records) => {
        if (seen.some(({ sent }) => sent >= 500)) controller.abort();
        return Promise.resolve({ ...STORED, stored: records.length });
      },
    });
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen.at(-1)?.sent).toBeLessThan(3000);
    expect(seen.at(-1)?.sent).toBeGreaterThanOrEqual(500);
  });
});

import type { ImportRow } from '../../../common/people/import_fields';
import { sendRows, type ImportProgress } from './send_rows';

const rows: ImportRow[] = Array.from({ length: 5 }, (_, index) => ({
  line: index + 2,
  values: { emails: [`p${index % 4}@example.com`] },
}));

const send = (signal: AbortSignal, onSend: (rows: readonly ImportRow[]) => void = () => {}) => {
  const seen: ImportProgress[] = [];
  const result = sendRows({
    rows,
    size: 2,
    signal,
    send: (batch) => {
      onSend(batch);
      const [first] = batch;
      const refused = first?.line === 3 ? [{ line: 3, reason: 'No.' }] : [];
      return Promise.resolve({ created: 1, updated: 0, unchanged: 0, refused });
    },
    onProgress: (progress) => seen.push(progress),
  });
  return { seen, result };
};

it('counts what became of all rows, and keeps the rows of one person together', async () => {
  const batches: number[][] = [];
  const { seen, result } = send(new AbortController().signal, (batch) =>
    batches.push(batch.map(({ line }) => line))
  );
  await result;
  expect(batches).toEqual([[2, 6], [3, 4], [5]]);
  expect(seen.at(-1)).toEqual({
    rows: 5,
    sent: 5,
    created: 3,
    updated: 0,
    unchanged: 0,
    refused: 1,
    reasons: [{ line: 3, reason: 'No.' }],
  });
});

it('stops between two requests when it is cancelled', async () => {
  const controller = new AbortController();
  const { seen, result } = send(controller.signal, () => controller.abort());
  await expect(result).rejects.toThrow(/abort/i);
  expect(seen.at(-1)?.sent).toBe(2);
});

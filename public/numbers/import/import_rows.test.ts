import { IMPORT_ROWS, type ImportResponse, type ImportRow } from '../../../common/api/watchlist';
import type { ParsedRows } from '../../../common/watchlist/import_rows';
import { ApiError } from '../../api/api_error';
import { importRows, type ImportProgress } from './import_rows';

const partOf = (count: number, from = 0): ParsedRows => ({
  rows: Array.from({ length: count }, (_, index) => ({
    line: from + index + 1,
    number: `+1202${2_000_000 + from + index}`,
  })),
  refused: [],
  ignored: 0,
});
// eslint-disable-next-line @typescript-eslint/require-await -- an async source
async function* parts(...all: ParsedRows[]): AsyncGenerator<ParsedRows> {
  yield* all;
}
const stored = (rows: readonly ImportRow[]): ImportResponse => ({
  created: rows.length,
  updated: 0,
  unchanged: 0,
  merged: 0,
  refused: [],
});
const tell = (): void => undefined;

it('sends rows in batches, without their line numbers', async () => {
  const sizes: number[] = [];
  const progress = await importRows({
    parsed: parts(partOf(IMPORT_ROWS - 1), partOf(3, IMPORT_ROWS)),
    signal: new AbortController().signal,
    tell,
    send: (rows) => {
      sizes.push(rows.length);
      expect(rows[0]).not.toHaveProperty('line');
      return Promise.resolve(stored(rows));
    },
  });
  expect(sizes).toEqual([IMPORT_ROWS, 2]);
  expect(progress).toMatchObject({ sent: IMPORT_ROWS + 2, created: IMPORT_ROWS + 2 });
});

it('names the line of a refused row, whoever refused it', async () => {
  const early = { line: 9, text: 'x', reason: 'Empty.' };
  const progress = await importRows({
    parsed: parts({ ...partOf(2, 3), refused: [early], ignored: 2 }),
    signal: new AbortController().signal,
    tell,
    send: (rows) => Promise.resolve({ ...stored(rows), refused: [{ row: 1, reason: 'No.' }] }),
  });
  expect(progress.refused).toEqual([early, { line: 5, text: '+12022000004', reason: 'No.' }]);
  expect(progress).toMatchObject({ refusedCount: 2, ignored: 2 });
});

it('waits for a lost connection and sends the same batch again', async () => {
  const told: ImportProgress[] = [];
  let attempts = 0;
  const progress = await importRows({
    parsed: parts(partOf(2)),
    signal: new AbortController().signal,
    tell: (state) => told.push(state),
    wait: () => Promise.resolve(),
    send: (rows) => {
      attempts += 1;
      return attempts < 3
        ? Promise.reject(new ApiError('unavailable', 503, 'Not now.'))
        : Promise.resolve(stored(rows));
    },
  });
  expect(attempts).toBe(3);
  expect(told.some(({ waiting }) => waiting?.reason === 'Not now.')).toBe(true);
  expect(progress).toMatchObject({ sent: 2, waiting: undefined });
});

it('stops at what no second attempt would change', async () => {
  await expect(
    importRows({
      parsed: parts(partOf(1)),
      signal: new AbortController().signal,
      tell,
      send: () => Promise.reject(new ApiError('forbidden', 403, 'Not you.')),
    })
  ).rejects.toThrow('Not you.');
});

it('stops when it is cancelled', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(
    importRows({
      parsed: parts(partOf(1)),
      signal: controller.signal,
      tell,
      send: (rows) => Promise.resolve(stored(rows)),
    })
  ).rejects.toThrow();
});

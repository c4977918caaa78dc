import { useCallback } from 'react';
import { importWatchlist } from '../../../common/api/watchlist';
import { parseImport } from '../../../common/watchlist/parse_import';
import { callApi } from '../../api/call_api';
import { readFileText } from '../../shared/file_text';
import { useServices } from '../../shared/services';
import { useLongWork, type LongWork } from '../use_long_work';
import { importRows, type ImportProgress } from './import_rows';
import { toBase, type ImportSettings } from './import_settings';

/** How far an import is, and how much of the file is read. */
export interface FileProgress extends ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface FileImport extends Omit<LongWork<FileProgress>, 'start'> {
  run(file: File, settings: ImportSettings): Promise<void>;
}

/** Reads a file, and sends its rows in batches. */
export const useImport = (): FileImport => {
  const { core } = useServices();
  const { start, ...work } = useLongWork<FileProgress>();
  const run = useCallback(
    async (file: File, settings: ImportSettings): Promise<void> => {
      const base = toBase(settings, Date.now());
      await start(async ({ signal, tell }) => {
        let bytes = 0;
        const text = readFileText(file, (count) => {
          bytes += count;
        });
        await importRows({
          parsed: parseImport(settings.layout, text),
          signal,
          tell: (progress) => tell({ ...progress, bytes, totalBytes: file.size }),
          send: (rows) => callApi(core.http, importWatchlist, { body: { ...base, rows }, signal }),
        });
      });
    },
    [core, start]
  );
  return { ...work, run };
};

import { EuiButtonEmpty } from '@elastic/eui';
import { useEffect, type ReactElement } from 'react';
import { exportWatchlist, type WatchlistFilter } from '../../common/api/watchlist';
import { callApi } from '../api/call_api';
import { saveAsFile } from '../shared/csv';
import { useServices } from '../shared/services';
import { CSV_HEADER, toCsvLines } from './to_csv';
import { t } from './translations';
import { useLongWork, type Outcome } from './use_long_work';

interface Progress {
  readonly read: number;
  readonly total: number;
}

/** Saves all entries that fit the filter as CSV; a second click cancels. */
export const ExportButton = ({ filter }: { filter: WatchlistFilter }): ReactElement => {
  const { core } = useServices();
  const { phase, progress, error, start, cancel } = useLongWork<Progress>();
  const { toasts } = core.notifications;
  useEffect(() => {
    if (error === undefined) return;
    toasts.addDanger({ title: t('vishing.numbers.exportFailedTitle'), text: error });
  }, [error, toasts]);

  const run = (): Promise<Outcome> =>
    start(async ({ signal, tell }) => {
      const parts = [CSV_HEADER];
      let read = 0;
      let after: string | undefined;
      do {
        const query = { ...filter, ...(after === undefined ? {} : { after }) };
        const answer = await callApi(core.http, exportWatchlist, { query, signal });
        parts.push(toCsvLines(answer.entries));
        read += answer.entries.length;
        tell({ read, total: answer.total });
        after = answer.next;
      } while (after !== undefined);
      saveAsFile(parts, 'watchlist.csv', 'text/csv');
    });

  const isRunning = phase === 'running';
  return (
    <EuiButtonEmpty
      size="s"
      iconType={isRunning ? 'cross' : 'download'}
      onClick={() => (isRunning ? cancel() : void run())}
      data-test-subj="exportButton"
    >
      {isRunning
        ? t('vishing.numbers.exportingButtonLabel', {
            read: progress?.read ?? 0,
            total: progress?.total ?? 0,
          })
        : t('vishing.numbers.exportButtonLabel')}
    </EuiButtonEmpty>
  );
};

import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiCallOut,
  EuiProgress,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RefusedRow } from '../../../common/watchlist/import_rows';
import { t } from '../translations';
import type { FileImport, FileProgress } from './use_import';

const SHOWN = 50;

const Running = ({ work }: { work: FileImport }): ReactElement => {
  const { progress, cancel } = work;
  const label = t('vishing.numbers.importingLabel', { sent: progress?.sent ?? 0 });
  return (
    <div data-test-subj="importProgress">
      <EuiProgress
        value={progress?.bytes ?? 0}
        max={Math.max(1, progress?.totalBytes ?? 1)}
        size="m"
        label={label}
        aria-label={label}
        valueText
      />
      <EuiSpacer size="s" />
      <EuiButtonEmpty
        size="s"
        color="danger"
        iconType="cross"
        onClick={cancel}
        data-test-subj="cancelImportButton"
      >
        {t('vishing.numbers.cancelButtonLabel')}
      </EuiButtonEmpty>
      {progress?.waiting ? (
        <EuiCallOut
          announceOnMount
          size="s"
          color="warning"
          iconType="offline"
          title={t('vishing.numbers.waitingTitle', { seconds: progress.waiting.seconds })}
          data-test-subj="importWaiting"
        >
          <p>{progress.waiting.reason}</p>
        </EuiCallOut>
      ) : null}
    </div>
  );
};

const lookOf = ({ phase, error, progress }: FileImport) => {
  if (phase === 'failed')
    return {
      color: 'danger' as const,
      iconType: 'warning',
      title: t('vishing.numbers.importFailedTitle', { message: error ?? '' }),
    };
  if (phase === 'cancelled')
    return {
      color: 'warning' as const,
      iconType: 'cross',
      title: t('vishing.numbers.importCancelledTitle'),
    };
  return (progress?.refusedCount ?? 0) > 0
    ? {
        color: 'warning' as const,
        iconType: 'warning',
        title: t('vishing.numbers.importPartlyTitle'),
      }
    : { color: 'success' as const, iconType: 'check', title: t('vishing.numbers.importDoneTitle') };
};

const Refused = ({ refused, refusedCount }: FileProgress): ReactElement => (
  <>
    <EuiSpacer size="m" />
    <EuiBasicTable<RefusedRow>
      compressed
      tableCaption={t('vishing.numbers.refusedCaption')}
      items={refused.slice(0, SHOWN)}
      columns={[
        { field: 'line', name: t('vishing.numbers.lineColumnTitle'), width: '80px' },
        { field: 'text', name: t('vishing.numbers.rowColumnTitle'), width: '35%' },
        { field: 'reason', name: t('vishing.numbers.whyColumnTitle') },
      ]}
      data-test-subj="refusedRows"
    />
    {refusedCount > SHOWN ? (
      <EuiText size="xs" color="subdued">
        <p>{t('vishing.numbers.moreRefusedLabel', { shown: SHOWN, refused: refusedCount })}</p>
      </EuiText>
    ) : null}
  </>
);

/** How far an import is, or what became of its rows. */
export const ImportOutcome = ({ work }: { work: FileImport }): ReactElement | null => {
  const { phase, progress } = work;
  if (phase === 'idle') return null;
  if (phase === 'running') return <Running work={work} />;
  return (
    <>
      <EuiCallOut announceOnMount size="s" {...lookOf(work)} data-test-subj="importResult">
        {progress ? (
          <p>
            {t('vishing.numbers.importResultDescription', {
              sent: progress.sent,
              created: progress.created,
              updated: progress.updated,
              unchanged: progress.unchanged,
              merged: progress.merged,
              refused: progress.refusedCount,
              ignored: progress.ignored,
            })}
          </p>
        ) : (
          <p>{t('vishing.numbers.importNothingDescription')}</p>
        )}
      </EuiCallOut>
      {progress && progress.refusedCount > 0 ? <Refused {...progress} /> : null}
    </>
  );
};

import { EuiBadge, EuiBasicTable, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { t } from '../translations';
import type { UploadFailure, UploadProgress } from './upload_records';
import type { Upload } from './use_upload';

interface Look {
  readonly color: 'success' | 'warning' | 'danger';
  readonly iconType: string;
  readonly title: string;
}

const lookOf = ({ phase, error }: Upload, { failed }: UploadProgress): Look | undefined => {
  if (phase === 'sending' || phase === 'idle') return undefined;
  if (phase === 'cancelled')
    return { color: 'warning', iconType: 'cross', title: t('vishing.sources.cancelledTitle') };
  if (phase === 'stopped') {
    const title = t('vishing.sources.stoppedTitle', { message: error ?? '' });
    return { color: 'danger', iconType: 'warning', title };
  }
  return failed > 0
    ? { color: 'warning', iconType: 'warning', title: t('vishing.sources.doneFailedTitle') }
    : { color: 'success', iconType: 'check', title: t('vishing.sources.doneTitle') };
};

const Failures = ({ progress }: { progress: UploadProgress }): ReactElement => (
  <>
    <EuiSpacer size="m" />
    <EuiBasicTable<UploadFailure>
      compressed
      tableCaption={t('vishing.sources.failuresCaption')}
      items={progress.failures.slice(0, 50)}
      itemId={({ file, line }) => `${file}:${line}`}
      data-test-subj="uploadFailures"
      columns={[
        { field: 'file', name: t('vishing.sources.fileColumnTitle'), width: '20%' },
        { field: 'line', name: t('vishing.sources.lineColumnTitle'), width: '80px' },
        {
          name: t('vishing.sources.failureColumnTitle'),
          render: ({ reason, stored }: UploadFailure) => (
            <span>
              {stored ? null : (
                <>
                  <EuiBadge color="danger">{t('vishing.sources.notStoredLabel')}</EuiBadge>{' '}
                </>
              )}
              {reason}
            </span>
          ),
        },
      ]}
    />
    {progress.failed > Math.min(50, progress.failures.length) ? (
      <EuiText size="xs" color="subdued">
        <p>
          {t('vishing.sources.moreFailuresLabel', {
            shown: Math.min(50, progress.failures.length),
            failed: progress.failed,
          })}
        </p>
      </EuiText>
    ) : null}
  </>
);

/** What became of the records: stored, known, failed, and why. */
export const UploadResult = ({
  upload,
  progress,
}: {
  upload: Upload;
  progress: UploadProgress;
}): ReactElement => {
  const { sent, stored, known, failed, dropped } = progress;
  const look = lookOf(upload, progress);
  return (
    <>
      {look ? (
        <EuiCallOut announceOnMount size="s" {...look} data-test-subj="uploadResult">
          <p>{t('vishing.sources.resultDescription', { sent, stored, known, failed, dropped })}</p>
          {upload.phase === 'cancelled' ? <p>{t('vishing.sources.cancelledDescription')}</p> : null}
          {failed > 0 ? <p>{t('vishing.sources.failedNote')}</p> : null}
        </EuiCallOut>
      ) : null}
      {progress.failures.length > 0 ? <Failures progress={progress} /> : null}
    </>
  );
};

import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { t } from '../translations';
import { UploadResult } from './upload_result';
import type { Upload } from './use_upload';

const Sending = ({ upload }: { upload: Upload }): ReactElement | null => {
  const { progress, rate, phase, cancel } = upload;
  if (!progress || phase !== 'sending') return null;
  const { file, bytes, totalBytes, sent, waiting } = progress;
  const label = t('vishing.sources.sendingLabel', { file });
  return (
    <div data-test-subj="uploadProgress">
      <EuiProgress
        value={bytes}
        max={Math.max(1, totalBytes)}
        size="m"
        label={label}
        aria-label={label}
        valueText
      />
      <EuiSpacer size="s" />
      <EuiFlexGroup alignItems="center" gutterSize="m" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiText size="s">{t('vishing.sources.sentLabel', { sent })}</EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s" color="subdued">
            {t('vishing.sources.rateLabel', { rate })}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            color="danger"
            iconType="cross"
            onClick={cancel}
            data-test-subj="cancelUploadButton"
          >
            {t('vishing.sources.cancelButtonLabel')}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      {waiting ? (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            announceOnMount
            size="s"
            color="warning"
            iconType="offline"
            title={t('vishing.sources.waitingTitle', { seconds: waiting.seconds })}
            data-test-subj="uploadWaiting"
          >
            <p>{t('vishing.sources.waitingDescription', { reason: waiting.reason })}</p>
          </EuiCallOut>
        </>
      ) : null}
    </div>
  );
};

/** Sends the files, and says what became of their records. */
export const SendStep = ({
  upload,
  fileCount,
  isReady,
  onStart,
  onAgain,
}: {
  upload: Upload;
  fileCount: number;
  isReady: boolean;
  onStart: () => void;
  onAgain: () => void;
}): ReactElement => {
  const { phase, progress } = upload;
  const isSending = phase === 'sending';
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{t('vishing.sources.sendTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {phase === 'done' ? (
        <EuiButton iconType="plus" onClick={onAgain} data-test-subj="sendAgainButton">
          {t('vishing.sources.againButtonLabel')}
        </EuiButton>
      ) : (
        <EuiButton
          fill
          iconType="importAction"
          isLoading={isSending}
          isDisabled={!isReady}
          onClick={onStart}
          data-test-subj="sendButton"
        >
          {t('vishing.sources.sendButtonLabel', { count: fileCount })}
        </EuiButton>
      )}
      <EuiSpacer size="m" />
      <Sending upload={upload} />
      {progress && !isSending ? <UploadResult upload={upload} progress={progress} /> : null}
      {isSending && progress && progress.failures.length > 0 ? (
        <UploadResult upload={upload} progress={progress} />
      ) : null}
    </EuiPanel>
  );
};

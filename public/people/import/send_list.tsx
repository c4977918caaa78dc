import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { t } from '../translations';
import { RefusedRows } from './refused_rows';
import type { ImportProgress } from './send_rows';
import type { Import } from './use_import';

interface SendListProps {
  readonly sending: Import;
  readonly rows: number;
  readonly isReady: boolean;
  onStart(): void;
  onAgain(): void;
}

const lookOf = ({ phase, error }: Import, { refused }: ImportProgress) => {
  if (phase === 'cancelled')
    return {
      color: 'warning',
      iconType: 'cross',
      title: t('vishing.people.cancelledTitle'),
    } as const;
  if (phase === 'stopped') {
    const title = t('vishing.people.stoppedTitle', { message: error ?? '' });
    return { color: 'danger', iconType: 'warning', title } as const;
  }
  return refused > 0
    ? ({
        color: 'warning',
        iconType: 'warning',
        title: t('vishing.people.doneRefusedTitle'),
      } as const)
    : ({ color: 'success', iconType: 'check', title: t('vishing.people.doneTitle') } as const);
};

const Result = ({
  sending,
  progress,
}: {
  sending: Import;
  progress: ImportProgress;
}): ReactElement => {
  const { created, updated, unchanged, refused, reasons } = progress;
  return (
    <>
      <EuiCallOut
        announceOnMount
        size="s"
        {...lookOf(sending, progress)}
        data-test-subj="importResult"
      >
        <p>{t('vishing.people.resultDescription', { created, updated, unchanged, refused })}</p>
        {sending.phase === 'cancelled' ? <p>{t('vishing.people.cancelledDescription')}</p> : null}
      </EuiCallOut>
      <RefusedRows rows={reasons} total={refused} />
    </>
  );
};

const Sending = ({
  sending,
  progress,
}: {
  sending: Import;
  progress: ImportProgress;
}): ReactElement => (
  <div data-test-subj="importProgress">
    <EuiProgress
      value={progress.sent}
      max={Math.max(1, progress.rows)}
      size="m"
      valueText
      label={t('vishing.people.sendingLabel')}
      aria-label={t('vishing.people.sendingLabel')}
    />
    <EuiSpacer size="s" />
    <EuiButtonEmpty
      size="s"
      color="danger"
      iconType="cross"
      onClick={sending.cancel}
      data-test-subj="cancelImportButton"
    >
      {t('vishing.people.cancelButtonLabel')}
    </EuiButtonEmpty>
  </div>
);

/** Sends the list, and says what became of its rows. */
export const SendList = ({
  sending,
  rows,
  isReady,
  onStart,
  onAgain,
}: SendListProps): ReactElement => {
  const { phase, progress } = sending;
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{t('vishing.people.sendTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {phase === 'done' ? (
        <EuiButton iconType="plus" onClick={onAgain} data-test-subj="importAgainButton">
          {t('vishing.people.againButtonLabel')}
        </EuiButton>
      ) : (
        <EuiButton
          fill
          iconType="importAction"
          isLoading={phase === 'sending'}
          isDisabled={!isReady}
          onClick={onStart}
          data-test-subj="importButton"
        >
          {t('vishing.people.sendButtonLabel', { count: rows })}
        </EuiButton>
      )}
      <EuiSpacer size="m" />
      {progress && phase === 'sending' ? <Sending sending={sending} progress={progress} /> : null}
      {progress && phase !== 'sending' ? <Result sending={sending} progress={progress} /> : null}
    </EuiPanel>
  );
};

import {
  EuiButton,
  EuiCallOut,
  EuiConfirmModal,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { RetentionPreview, RetentionStatus } from '../../common/api/retention';
import { formatCount } from '../shared/format/number';
import { Instant } from '../shared/instant';
import { useServices } from '../shared/services';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import {
  isValidDays,
  RETENTION_FIELDS,
  toSettings,
  toTexts,
  type RetentionField,
  type RetentionTexts,
} from './retention_fields';
import { t } from './retention_translations';
import { useRetention, useRetentionChange } from './use_retention';

const LABELS: Readonly<Record<RetentionField, { label: string; help: string }>> = {
  records: { label: t('vishing.retention.recordsLabel'), help: t('vishing.retention.recordsHelp') },
  calls: { label: t('vishing.retention.callsLabel'), help: t('vishing.retention.callsHelp') },
  people: { label: t('vishing.retention.peopleLabel'), help: t('vishing.retention.peopleHelp') },
};

const DaysFields = ({
  texts,
  isDisabled,
  onChange,
}: {
  texts: RetentionTexts;
  isDisabled: boolean;
  onChange: (texts: RetentionTexts) => void;
}): ReactElement => (
  <EuiFlexGroup gutterSize="m" wrap>
    {RETENTION_FIELDS.map((field) => {
      const isInvalid = !isValidDays(texts[field]);
      return (
        <EuiFlexItem key={field}>
          <EuiFormRow
            label={LABELS[field].label}
            helpText={LABELS[field].help}
            isInvalid={isInvalid}
            error={isInvalid ? t('vishing.retention.daysError') : undefined}
          >
            <EuiFieldText
              compressed
              inputMode="numeric"
              placeholder={t('vishing.retention.keepPlaceholder')}
              append={t('vishing.retention.daysLabel')}
              value={texts[field]}
              isInvalid={isInvalid}
              disabled={isDisabled}
              onChange={({ target }) => onChange({ ...texts, [field]: target.value })}
              data-test-subj={`retention-${field}`}
            />
          </EuiFormRow>
        </EuiFlexItem>
      );
    })}
  </EuiFlexGroup>
);

const ConfirmModal = ({
  preview: { expired, total },
  onCancel,
  onConfirm,
}: {
  preview: RetentionPreview;
  onCancel: () => void;
  onConfirm: () => void;
}): ReactElement => {
  const titleId = useGeneratedHtmlId();
  const sum = expired.records + expired.calls + expired.people;
  return (
    <EuiConfirmModal
      aria-labelledby={titleId}
      titleProps={{ id: titleId }}
      title={t('vishing.retention.confirmTitle')}
      onCancel={onCancel}
      onConfirm={onConfirm}
      buttonColor={sum > 0 ? 'danger' : 'primary'}
      cancelButtonText={t('vishing.retention.cancelButtonLabel')}
      confirmButtonText={t('vishing.retention.confirmButtonLabel')}
      data-test-subj="retentionModal"
    >
      {sum === 0 ? (
        <p>{t('vishing.retention.nothingDescription')}</p>
      ) : (
        <>
          <p>{t('vishing.retention.expiredDescription')}</p>
          <ul data-test-subj="retentionPreview">
            {RETENTION_FIELDS.map((field) => (
              <li key={field}>
                {t(`vishing.retention.${field}Count`, {
                  count: formatCount(expired[field]),
                  total: formatCount(total[field]),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </EuiConfirmModal>
  );
};

const LastRun = ({ status }: { status: RetentionStatus }): ReactElement | null => {
  const { last_error: error, last_run: lastRun, removed, running_since: runningSince } = status;
  const counts = removed && {
    records: formatCount(removed.records),
    calls: formatCount(removed.calls),
    people: formatCount(removed.people),
  };
  if (error !== undefined) {
    return (
      <EuiCallOut
        announceOnMount
        size="s"
        color="danger"
        iconType="warning"
        title={t('vishing.retention.failedTitle')}
        data-test-subj="retentionError"
      >
        <p>{error}</p>
      </EuiCallOut>
    );
  }
  if (!counts || (lastRun === undefined && runningSince === undefined)) return null;
  return (
    <EuiText size="s" color="subdued" aria-live="polite" data-test-subj="retentionLastRun">
      {runningSince === undefined ? (
        <>
          {t('vishing.retention.lastRunLabel')} <Instant value={lastRun ?? ''} format="full" />
          :{' '}
        </>
      ) : (
        <>{t('vishing.retention.runningLabel')} </>
      )}
      {t('vishing.retention.removedLabel', counts)}
    </EuiText>
  );
};

const Form = ({
  status,
  onSaved,
}: {
  status: RetentionStatus;
  onSaved: () => void;
}): ReactElement => {
  const { canManage } = useServices();
  const [texts, setTexts] = useState(() => toTexts(status.settings));
  const change = useRetentionChange(onSaved);
  const settings = toSettings(texts);
  const isChanged = JSON.stringify(texts) !== JSON.stringify(toTexts(status.settings));
  return (
    <>
      <DaysFields texts={texts} isDisabled={!canManage || change.isBusy} onChange={setTexts} />
      <EuiSpacer size="m" />
      {change.error === undefined ? null : (
        <>
          <EuiCallOut
            announceOnMount
            size="s"
            color="danger"
            iconType="warning"
            title={t('vishing.retention.notSavedTitle')}
            data-test-subj="retentionNotSaved"
          >
            <p>{change.error}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </>
      )}
      <EuiButton
        size="s"
        isLoading={change.isBusy}
        isDisabled={!canManage || !isChanged || settings === undefined}
        onClick={() => void (settings && change.ask(settings))}
        data-test-subj="retentionSaveButton"
      >
        {t('vishing.retention.saveButtonLabel')}
      </EuiButton>
      {change.preview && settings ? (
        <ConfirmModal
          preview={change.preview}
          onCancel={change.cancel}
          onConfirm={() => void change.save(settings)}
        />
      ) : null}
    </>
  );
};

/** How long data is kept; nothing is deleted before somebody sets it. */
export const RetentionPanel = (): ReactElement => {
  const { data, error, reload } = useRetention();
  const what = t('vishing.retention.theRetentionLabel');
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="retentionPanel">
      <EuiTitle size="xs">
        <h2>{t('vishing.retention.title')}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        {t('vishing.retention.description')}
      </EuiText>
      <EuiSpacer size="m" />
      {error ? (
        <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
      ) : null}
      {data ? (
        <>
          <LastRun status={data} />
          <EuiSpacer size="s" />
          <Form key={data.changed_at ?? 'never'} status={data} onSaved={reload} />
        </>
      ) : null}
      {!data && !error ? <SkeletonRows what={what} rows={2} heightPx={44} /> : null}
    </EuiPanel>
  );
};

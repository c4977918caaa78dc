import {
  EuiConfirmModal,
  EuiRadioGroup,
  EuiSpacer,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { t } from './translations';

/** Reasons that the Detection Engine takes when an alert is closed. */
const REASONS = [
  { id: 'true_positive', label: t('vishing.alertActions.truePositiveLabel') },
  { id: 'benign_positive', label: t('vishing.alertActions.benignPositiveLabel') },
  { id: 'false_positive', label: t('vishing.alertActions.falsePositiveLabel') },
  { id: 'duplicate', label: t('vishing.alertActions.duplicateLabel') },
  { id: 'other', label: t('vishing.alertActions.otherLabel') },
] as const;

interface CloseModalProps {
  /** How many calls are going to be closed. */
  readonly count: number;
  onCancel(): void;
  onConfirm(reason: string): void;
}

/** Asks why the calls are closed. */
export const CloseModal = ({ count, onCancel, onConfirm }: CloseModalProps): ReactElement => {
  const titleId = useGeneratedHtmlId();
  const [reason, setReason] = useState<string>(REASONS[0].id);
  return (
    <EuiConfirmModal
      aria-labelledby={titleId}
      titleProps={{ id: titleId }}
      title={t('vishing.alertActions.closeTitle', { count })}
      onCancel={onCancel}
      onConfirm={() => onConfirm(reason)}
      cancelButtonText={t('vishing.alertActions.cancelButtonLabel')}
      confirmButtonText={t('vishing.alertActions.confirmButtonLabel')}
      data-test-subj="closeModal"
    >
      <EuiText size="s">
        <p>{t('vishing.alertActions.closeDescription', { count })}</p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiRadioGroup
        name="reason"
        options={[...REASONS]}
        idSelected={reason}
        onChange={setReason}
        legend={{ children: t('vishing.alertActions.reasonLegend') }}
        data-test-subj="closeReasons"
      />
    </EuiConfirmModal>
  );
};

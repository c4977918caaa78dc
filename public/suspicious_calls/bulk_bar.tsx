import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import { CloseModal } from '../shared/alert_actions/close_modal';
import { t as actionText } from '../shared/alert_actions/translations';
import type { AlertStatusActions } from '../shared/alert_actions/use_alert_status';
import { t } from './translations';

interface BulkBarProps {
  readonly selected: readonly SuspiciousCall[];
  readonly actions: AlertStatusActions;
}

/** What can be done with the selected calls at once. */
export const BulkBar = ({ selected, actions }: BulkBarProps): ReactElement => {
  const [isClosing, setClosing] = useState(false);
  const { isBusy, setStatus } = actions;
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} data-test-subj="bulkBar">
      <EuiFlexItem grow={false}>
        <EuiText size="s" aria-live="polite">
          {t('vishing.suspiciousCalls.selectedLabel', { count: selected.length })}
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="eye"
          isDisabled={isBusy}
          onClick={() => void setStatus(selected, 'acknowledged')}
          data-test-subj="bulkAcknowledgeButton"
        >
          {actionText('vishing.alertActions.acknowledgeButtonLabel')}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="check"
          isDisabled={isBusy}
          onClick={() => setClosing(true)}
          data-test-subj="bulkCloseButton"
        >
          {actionText('vishing.alertActions.closeButtonLabel')}
        </EuiButtonEmpty>
      </EuiFlexItem>
      {isClosing ? (
        <CloseModal
          count={selected.length}
          onCancel={() => setClosing(false)}
          onConfirm={(reason) => {
            setClosing(false);
            void setStatus(selected, 'closed', reason);
          }}
        />
      ) : null}
    </EuiFlexGroup>
  );
};

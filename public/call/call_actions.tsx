import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { CallResponse } from '../../common/api/call';
import { CloseModal } from '../shared/alert_actions/close_modal';
import { t as actionText } from '../shared/alert_actions/translations';
import { useAlertStatus } from '../shared/alert_actions/use_alert_status';
import { t } from './translations';

interface CallActionsProps {
  readonly suspicion: CallResponse['suspicion'];
  /** One more action, where there is one. */
  readonly children?: ReactNode;
  onChanged(): void;
}

type Suspicion = NonNullable<CallResponse['suspicion']>;

const StatusActions = ({
  suspicion,
  onChanged,
}: {
  suspicion: Suspicion;
  onChanged: () => void;
}): ReactElement => {
  const [isClosing, setClosing] = useState(false);
  const { isBusy, setStatus } = useAlertStatus(onChanged);
  const { status } = suspicion;
  return (
    <>
      {status === 'open' ? (
        <EuiFlexItem grow={false}>
          <EuiButton
            fill
            size="s"
            iconType="eye"
            isDisabled={isBusy}
            onClick={() => void setStatus([suspicion], 'acknowledged')}
            data-test-subj="acknowledgeButton"
          >
            {actionText('vishing.alertActions.acknowledgeButtonLabel')}
          </EuiButton>
        </EuiFlexItem>
      ) : null}
      {status === 'closed' ? null : (
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            iconType="check"
            isDisabled={isBusy}
            onClick={() => setClosing(true)}
            data-test-subj="closeButton"
          >
            {actionText('vishing.alertActions.closeButtonLabel')}
          </EuiButton>
        </EuiFlexItem>
      )}
      {status === 'open' ? null : (
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            iconType="refresh"
            isDisabled={isBusy}
            onClick={() => void setStatus([suspicion], 'open')}
            data-test-subj="reopenButton"
          >
            {actionText('vishing.alertActions.reopenButtonLabel')}
          </EuiButton>
        </EuiFlexItem>
      )}
      {isClosing ? (
        <CloseModal
          count={1}
          onCancel={() => setClosing(false)}
          onConfirm={(reason) => {
            setClosing(false);
            void setStatus([suspicion], 'closed', reason);
          }}
        />
      ) : null}
    </>
  );
};

/** Acknowledge, close with a reason, reopen. */
export const CallActions = ({ suspicion, onChanged, children }: CallActionsProps): ReactElement => (
  <EuiFlexGroup gutterSize="s" wrap responsive={false} data-test-subj="callActions">
    {suspicion ? <StatusActions suspicion={suspicion} onChanged={onChanged} /> : null}
    {children ? <EuiFlexItem grow={false}>{children}</EuiFlexItem> : null}
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty
        size="s"
        iconType="refresh"
        onClick={onChanged}
        data-test-subj="refreshButton"
      >
        {t('vishing.call.refreshButtonLabel')}
      </EuiButtonEmpty>
    </EuiFlexItem>
  </EuiFlexGroup>
);

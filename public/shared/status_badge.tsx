import { EuiBadge } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { WorkflowStatus } from '../../common/model/alert';
import { defineTexts } from './i18n';

const t = defineTexts({
  'vishing.status.openLabel': 'Open',
  'vishing.status.acknowledgedLabel': 'Acknowledged',
  'vishing.status.closedLabel': 'Closed',
});

export const statusLabel = (status: WorkflowStatus): string => t(`vishing.status.${status}Label`);

const LOOKS = {
  open: { color: 'warning', iconType: 'dot' },
  acknowledged: { color: 'primary', iconType: 'eye' },
  closed: { color: 'default', iconType: 'check' },
} as const;

/** Where the work on a call stands. */
export const StatusBadge = ({ status }: { status: WorkflowStatus }): ReactElement => (
  <EuiBadge {...LOOKS[status]} data-test-subj="statusBadge">
    {statusLabel(status)}
  </EuiBadge>
);

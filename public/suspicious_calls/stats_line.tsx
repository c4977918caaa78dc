import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SuspiciousCallsResponse } from '../../common/api/suspicious_calls';
import { formatAgo } from '../shared/format/duration';
import { formatBound } from '../shared/format/number';
import { t } from './translations';

const Count = ({ value, label }: { value: string; label: string }): ReactElement => (
  <EuiFlexItem grow={false}>
    <EuiText size="s">
      <strong>{value}</strong> {label}
    </EuiText>
  </EuiFlexItem>
);

/** What makes the zero on this page believable: how much was looked at, and how fresh it is. */
const checkedParts = ({ checked }: SuspiciousCallsResponse, nowMs: number): string[] => {
  const ago = (instant: string): string => formatAgo(Date.parse(instant), nowMs);
  return [
    t('vishing.suspiciousCalls.checkedStat', { count: checked.calls }),
    ...(checked.last_call_record === undefined
      ? []
      : [t('vishing.suspiciousCalls.lastRecordStat', { ago: ago(checked.last_call_record) })]),
    ...(checked.last_resolved === undefined
      ? []
      : [t('vishing.suspiciousCalls.lastResolvedStat', { ago: ago(checked.last_resolved) })]),
    ...(checked.last_alert === undefined
      ? []
      : [t('vishing.suspiciousCalls.lastAlertStat', { ago: ago(checked.last_alert) })]),
  ];
};

/** One line above the table: how many calls wait, and what was checked. */
export const StatsLine = ({
  data,
  nowMs,
}: {
  data: SuspiciousCallsResponse;
  nowMs: number;
}): ReactElement => {
  const { counts, truncated } = data;
  const count = (value: number): string => formatBound(value, truncated);
  return (
    <EuiFlexGroup
      gutterSize="l"
      wrap
      responsive={false}
      alignItems="baseline"
      data-test-subj="statsLine"
    >
      <Count value={count(counts.open)} label={t('vishing.suspiciousCalls.openStat')} />
      <Count
        value={count(counts.acknowledged)}
        label={t('vishing.suspiciousCalls.acknowledgedStat')}
      />
      <Count value={count(counts.closed)} label={t('vishing.suspiciousCalls.closedStat')} />
      <Count value={count(counts.last_hour)} label={t('vishing.suspiciousCalls.lastHourStat')} />
      <EuiFlexItem>
        <EuiText size="s" color="subdued" textAlign="right">
          {checkedParts(data, nowMs).join(', ')}
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

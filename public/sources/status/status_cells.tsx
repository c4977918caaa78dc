import { EuiBadge, EuiText, EuiToolTip } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SourceStatus } from '../../../common/api/sources';
import { formatAgo, formatDuration } from '../../shared/format/duration';
import { formatCount, formatShare } from '../../shared/format/number';
import { Instant } from '../../shared/instant';
import { t } from '../translations';
import { failedShare, stateOf } from './source_state';

const LOOKS = {
  fresh: { color: 'success', iconType: 'check', label: t('vishing.sources.freshStateLabel') },
  failing: { color: 'danger', iconType: 'warning', label: t('vishing.sources.failingStateLabel') },
  silent: { color: 'warning', iconType: 'bellSlash', label: t('vishing.sources.silentStateLabel') },
} as const;

const describeState = (status: SourceStatus): string => {
  const state = stateOf(status);
  if (state === 'silent' && status.silent) {
    const { hours, longest_before: longest } = status.silent;
    return t('vishing.sources.silentDescription', { hours, longest });
  }
  return state === 'failing'
    ? t('vishing.sources.failingDescription', { share: formatShare(failedShare(status)) })
    : t('vishing.sources.freshDescription');
};

/** Receiving, failing or silent, and why. */
export const StateCell = ({ status }: { status: SourceStatus }): ReactElement => {
  const { label, ...look } = LOOKS[stateOf(status)];
  return (
    <div>
      <EuiBadge {...look}>{label}</EuiBadge>
      {stateOf(status) === 'fresh' ? null : (
        <EuiText size="xs" color="subdued">
          {describeState(status)}
        </EuiText>
      )}
    </div>
  );
};

/** When the last record came. */
export const LastRecordCell = ({
  status,
  nowMs,
}: {
  status: SourceStatus;
  nowMs: number;
}): ReactElement => (
  <div>
    <Instant value={status.last_record} nowMs={nowMs} />
    <EuiText size="xs" color="subdued">
      {formatAgo(Date.parse(status.last_record), nowMs)}
    </EuiText>
  </div>
);

/** How long after a call its record comes: the middle one, and all but the slowest five percent. */
export const DelayCell = ({ status: { delay } }: { status: SourceStatus }): ReactElement => (
  <EuiToolTip content={t('vishing.sources.delayTooltip')}>
    <EuiText size="s" tabIndex={0}>
      {delay === undefined
        ? t('vishing.sources.delayUnknownLabel')
        : formatDuration(delay.p50 * 1000)}
      {delay === undefined ? null : (
        <EuiText size="xs" color="subdued">
          {t('vishing.sources.slowDelayLabel', { p95: formatDuration(delay.p95 * 1000) })}
        </EuiText>
      )}
    </EuiText>
  </EuiToolTip>
);

/** Of the calls, how many have a person of the directory. */
export const PeopleCell = ({
  status: { calls, calls_with_person: known },
}: {
  status: SourceStatus;
}): ReactElement =>
  calls === 0 ? (
    <EuiText size="s" color="subdued">
      {t('vishing.sources.noCallsLabel')}
    </EuiText>
  ) : (
    <EuiToolTip content={t('vishing.sources.peopleTooltip', { known, calls })}>
      <EuiText size="s" tabIndex={0}>
        {formatShare(known / calls)}
      </EuiText>
    </EuiToolTip>
  );

/** How many records could not be read. */
export const FailedCell = ({ status }: { status: SourceStatus }): ReactElement => (
  <EuiText size="s" color={status.failed > 0 ? 'danger' : 'subdued'}>
    {status.failed === 0
      ? formatCount(0)
      : `${formatCount(status.failed)} (${formatShare(failedShare(status))})`}
  </EuiText>
);

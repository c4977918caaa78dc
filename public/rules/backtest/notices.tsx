import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { BacktestGround } from '../../../common/api/backtest';
import { formatDuration } from '../../../common/format/duration';
import { formatInstant } from '../../shared/format/instant';
import { useServices } from '../../shared/services';
import type { AbsoluteRange } from '../../shared/url/time_range';
import { t } from './translations';
import type { Backtest } from './use_backtest';

const reasonsOf = (ground: BacktestGround, { from }: AbsoluteRange, zone: string): string[] => {
  const { oldest_call: oldest, missing_data: missing, silent, late } = ground;
  return [
    ...(oldest === undefined ? [t('vishing.backtest.noCallsLabel')] : []),
    ...(oldest !== undefined && oldest > from
      ? [t('vishing.backtest.oldestLabel', { when: formatInstant(oldest, zone, 'full') })]
      : []),
    ...missing.map((name) => t('vishing.backtest.missingLabel', { name })),
    ...silent.map((item) => t('vishing.backtest.silentLabel', item)),
    ...late.map(({ seconds, ...item }) =>
      t('vishing.backtest.lateLabel', { ...item, delay: formatDuration(seconds) })
    ),
  ];
};

/** What would make the numbers untrue. */
export const Notices = ({ backtest }: { backtest: Backtest }): ReactElement => {
  const { zone } = useServices();
  const { ground, groundReason, range, truncated, status, reason = '' } = backtest;
  const reasons = [
    ...(truncated ? [t('vishing.backtest.truncatedLabel')] : []),
    ...(ground ? reasonsOf(ground, range, zone) : []),
  ];
  return (
    <>
      {status === 'failed' ? (
        <EuiCallOut
          announceOnMount
          size="s"
          color="danger"
          iconType="error"
          title={t('vishing.backtest.failedTitle')}
          data-test-subj="backtestFailed"
        >
          <p>{t('vishing.backtest.failedDescription', { message: reason })}</p>
        </EuiCallOut>
      ) : null}
      {groundReason === undefined ? null : (
        <EuiCallOut
          announceOnMount
          size="s"
          color="warning"
          iconType="warning"
          title={t('vishing.backtest.groundFailedTitle')}
          data-test-subj="groundFailed"
        >
          <p>{groundReason}</p>
        </EuiCallOut>
      )}
      {reasons.length === 0 ? null : (
        <EuiCallOut
          announceOnMount
          size="s"
          color="warning"
          iconType="warning"
          title={t('vishing.backtest.incompleteTitle')}
          data-test-subj="backtestIncomplete"
        >
          <ul>
            {reasons.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </EuiCallOut>
      )}
      <EuiSpacer size="m" />
    </>
  );
};

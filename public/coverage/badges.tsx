import { EuiBadge, EuiToolTip } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Presence } from '../../common/api/coverage';
import type { Grade } from './grade';
import { t } from './translations';
import type { Standing } from '../../common/coverage/world';

const GRADES = {
  covered: { color: 'success', iconType: 'check' },
  partly: { color: 'warning', iconType: 'minusInCircle' },
  blind: { color: 'danger', iconType: 'eyeClosed' },
} as const;

/** How well something is covered; the tooltip says what that means. */
export const GradeBadge = ({ grade }: { grade: Grade }): ReactElement => (
  <EuiToolTip content={t(`vishing.coverage.${grade}Description`)}>
    <EuiBadge {...GRADES[grade]} tabIndex={0} data-test-subj={`grade-${grade}`}>
      {t(`vishing.coverage.${grade}Label`)}
    </EuiBadge>
  </EuiToolTip>
);

const STANDINGS: Readonly<Record<Standing, string>> = {
  runs: 'success',
  no_data: 'danger',
  unknown: 'hollow',
  missing: 'warning',
  disabled: 'warning',
  feeder_off: 'warning',
};

export const StandingBadge = ({ standing }: { standing: Standing }): ReactElement => (
  <EuiBadge color={STANDINGS[standing]} data-test-subj={`standing-${standing}`}>
    {t(`vishing.coverage.${standing}Label`)}
  </EuiBadge>
);

const PRESENCES = {
  present: { color: 'success', iconType: 'check' },
  missing: { color: 'default', iconType: 'cross' },
  unknown: { color: 'warning', iconType: 'question' },
} as const;

/** Whether a data set has records. */
export const DataBadge = ({ presence }: { presence: Presence }): ReactElement => (
  <EuiBadge {...PRESENCES[presence]} data-test-subj={`data-${presence}`}>
    {t(`vishing.coverage.${presence}_dataLabel`)}
  </EuiBadge>
);

/** Whether the timeline of a call shows the events of a signal. */
export const SignalBadge = ({ presence }: { presence: Presence }): ReactElement => (
  <EuiBadge {...PRESENCES[presence]} data-test-subj={`signal-${presence}`}>
    {t(`vishing.coverage.signal_${presence}Label`)}
  </EuiBadge>
);

import { EuiBadge } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Verdict } from '../../../common/model/call';
import { t } from './translations';

const LOOKS = {
  bad: { color: 'danger', label: t('vishing.subject.badVerdictLabel') },
  trusted: { color: 'success', label: t('vishing.subject.trustedVerdictLabel') },
  own: { color: 'hollow', label: t('vishing.subject.ownVerdictLabel') },
} as const;

/** What the watchlist says of a number; nothing for one that is not on it. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict }): ReactElement | null =>
  verdict === 'none' ? null : (
    <EuiBadge color={LOOKS[verdict].color} data-test-subj={`verdict-${verdict}`}>
      {LOOKS[verdict].label}
    </EuiBadge>
  );

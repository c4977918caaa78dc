import { EuiSkeletonRectangle, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import { t } from './translations';

/** Grey bars of the final height while rows are loading. @param heightPx of one row */
export const SkeletonRows = ({
  what,
  rows,
  heightPx,
}: {
  what: string;
  rows: number;
  heightPx: number;
}): ReactElement => (
  <div
    role="status"
    aria-label={t('vishing.states.loadingLabel', { what })}
    data-test-subj="loading"
  >
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} aria-hidden="true">
        <EuiSkeletonRectangle width="100%" height={heightPx} borderRadius="s" isLoading />
        <EuiSpacer size="s" />
      </div>
    ))}
  </div>
);

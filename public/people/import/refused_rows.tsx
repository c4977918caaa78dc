import { EuiBasicTable, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RefusedRow } from '../../../common/api/people';
import { t } from '../translations';

const SHOWN = 50;

/** Which rows were refused, and why. @param total all of them, of which only the first are known here */
export const RefusedRows = ({
  rows,
  total,
}: {
  rows: readonly RefusedRow[];
  total: number;
}): ReactElement | null =>
  total === 0 ? null : (
    <>
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>{t('vishing.people.refusedTitle', { count: total })}</h3>
      </EuiTitle>
      <EuiBasicTable<RefusedRow>
        compressed
        tableCaption={t('vishing.people.refusedCaption')}
        items={rows.slice(0, SHOWN)}
        itemId="line"
        columns={[
          { field: 'line', name: t('vishing.people.lineColumnTitle'), width: '80px' },
          { field: 'reason', name: t('vishing.people.reasonColumnTitle') },
        ]}
        data-test-subj="refusedRows"
      />
      {total > SHOWN ? (
        <EuiText size="xs" color="subdued">
          <p>{t('vishing.people.moreRefusedLabel', { shown: SHOWN, refused: total })}</p>
        </EuiText>
      ) : null}
    </>
  );

import {
  EuiBadge,
  EuiBadgeGroup,
  EuiInMemoryTable,
  EuiSpacer,
  EuiText,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Attestation, NumberResponse } from '../../common/api/number';
import { Section } from '../shared/subject/section';
import { t } from './translations';

type Row = NumberResponse['attestation']['periods'][number];

const KINDS: readonly Attestation[] = ['A', 'B', 'C', 'failed', 'none'];
const COLORS = {
  A: 'success',
  B: 'hollow',
  C: 'hollow',
  failed: 'danger',
  none: 'default',
} as const;

const nameOf = (kind: Attestation): string => t(`vishing.number.${kind}Attestation`);

const COLUMNS: Array<EuiBasicTableColumn<Row>> = [
  { field: 'day', name: t('vishing.number.dayColumnTitle'), width: '140px' },
  ...KINDS.map((kind): EuiBasicTableColumn<Row> => ({
    name: nameOf(kind),
    align: 'right',
    render: ({ counts }: Row) => counts[kind],
  })),
];

/** How the network attested the caller id, over time; newest first. */
export const AttestationSection = ({
  attestation: { total, periods },
}: {
  attestation: NumberResponse['attestation'];
}): ReactElement => (
  <Section
    id="attestation"
    title={t('vishing.number.attestationTitle')}
    description={t('vishing.number.attestationDescription')}
  >
    {periods.length === 0 ? (
      <EuiText size="s" data-test-subj="noAttestation">
        {t('vishing.number.noAttestationLabel')}
      </EuiText>
    ) : (
      <>
        <EuiBadgeGroup data-test-subj="attestationTotals">
          {KINDS.filter((kind) => total[kind] > 0).map((kind) => (
            <EuiBadge key={kind} color={COLORS[kind]}>
              {t('vishing.number.attestationTotalLabel', {
                name: nameOf(kind),
                count: total[kind],
              })}
            </EuiBadge>
          ))}
        </EuiBadgeGroup>
        <EuiSpacer size="s" />
        <EuiInMemoryTable<Row>
          compressed
          tableCaption={t('vishing.number.attestationCaption')}
          items={[...periods].reverse()}
          itemId="day"
          columns={COLUMNS}
          pagination={periods.length > 10 ? { pageSize: 10, showPerPageOptions: false } : false}
          data-test-subj="attestationTable"
        />
      </>
    )}
  </Section>
);

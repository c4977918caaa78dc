import { EuiBasicTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { PersonResponse } from '../../common/api/person';
import { formatShare } from '../shared/format/number';
import { Section } from '../shared/subject/section';
import { t } from './translations';

type Join = PersonResponse['joins'][number];

export const methodName = (method: Join['method']): string => t(`vishing.person.${method}Method`);

const COLUMNS: Array<EuiBasicTableColumn<Join>> = [
  {
    name: t('vishing.person.methodColumnTitle'),
    render: ({ method }: Join) => methodName(method),
  },
  {
    name: t('vishing.person.confidenceColumnTitle'),
    align: 'right',
    render: ({ confidence }: Join) => formatShare(confidence),
  },
  { field: 'calls', name: t('vishing.person.callsColumnTitle'), align: 'right' },
];

/** What led from phone records to this person, and how sure that is. */
export const JoinsSection = ({ joins }: { joins: PersonResponse['joins'] }): ReactElement => (
  <Section
    id="joins"
    title={t('vishing.person.joinsTitle')}
    description={t('vishing.person.joinsDescription')}
  >
    {joins.length === 0 ? (
      <EuiText size="s" data-test-subj="noJoins">
        {t('vishing.person.noJoinsLabel')}
      </EuiText>
    ) : (
      <EuiBasicTable<Join>
        compressed
        tableCaption={t('vishing.person.joinsCaption')}
        items={joins}
        columns={COLUMNS}
        data-test-subj="joinsTable"
      />
    )}
  </Section>
);

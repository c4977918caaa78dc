import { EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Neighbour, NumberNeighboursResponse } from '../../common/api/number';
import type { QueryState } from '../api/use_query';
import { Instant } from '../shared/instant';
import { NumberLink } from '../shared/subject/links';
import { PagedTable } from '../shared/subject/paged_table';
import { Loaded, Section } from '../shared/subject/section';
import { VerdictBadge } from '../shared/subject/verdict_badge';
import { t } from './translations';

export const NEIGHBOURS_PER_PAGE = 10;

const COLUMNS: Array<EuiBasicTableColumn<Neighbour>> = [
  {
    name: t('vishing.number.numberColumnTitle'),
    render: ({ number, display }: Neighbour) => <NumberLink number={number} text={display} />,
  },
  {
    name: t('vishing.number.verdictColumnTitle'),
    render: ({ verdict }: Neighbour) => <VerdictBadge verdict={verdict} />,
  },
  { field: 'calls', name: t('vishing.number.callsColumnTitle'), align: 'right', width: '90px' },
  { field: 'people', name: t('vishing.number.peopleColumnTitle'), align: 'right', width: '90px' },
  {
    name: t('vishing.number.lastSeenColumnTitle'),
    width: '160px',
    align: 'right',
    render: ({ last_seen }: Neighbour) => <Instant value={last_seen} />,
  },
];

interface NeighboursSectionProps {
  readonly block: string;
  readonly query: QueryState<NumberNeighboursResponse>;
  readonly page: number;
  onPage(page: number): void;
}

/** Other numbers of the same block. */
export const NeighboursSection = (props: NeighboursSectionProps): ReactElement => {
  const { block, query, page, onPage } = props;
  return (
    <Section
      id="neighbours"
      title={t('vishing.number.neighboursTitle')}
      description={t('vishing.number.neighboursDescription', { block })}
    >
      <Loaded query={query} what={t('vishing.number.theNeighboursLabel')}>
        {({ neighbours, total, reachable }) =>
          total === 0 ? (
            <EuiText size="s" data-test-subj="noNeighbours">
              {t('vishing.number.noNeighboursLabel')}
            </EuiText>
          ) : (
            <PagedTable<Neighbour>
              items={neighbours}
              columns={COLUMNS}
              caption={t('vishing.number.neighboursCaption')}
              paging={{ page, perPage: NEIGHBOURS_PER_PAGE, total, reachable }}
              isLoading={query.isLoading}
              onChange={({ page: next }) => onPage(next?.index ?? page)}
              data-test-subj="neighboursTable"
            />
          )
        }
      </Loaded>
    </Section>
  );
};

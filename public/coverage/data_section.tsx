import { EuiBasicTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CoveredDataSet } from '../../common/api/coverage';
import { Instant } from '../shared/instant';
import { Section } from '../shared/subject/section';
import { DataBadge } from './badges';
import { t } from './translations';
import type { CoverageView } from './view';

const newestOf = ({ feeds }: CoveredDataSet): string | undefined =>
  feeds
    .flatMap(({ last }) => (last === undefined ? [] : [last]))
    .sort()
    .at(-1);

const readers = (id: string, items: CoverageView['coverage']['rules' | 'signals']): number =>
  items.filter(({ needs }) => needs.some((need) => need.data_sets.includes(id))).length;

const columnsOf = ({ coverage, world }: CoverageView): EuiBasicTableColumn<CoveredDataSet>[] => [
  {
    name: t('vishing.coverage.dataSetColumnTitle'),
    render: ({ name, feeds }: CoveredDataSet) => (
      <div>
        {name}
        <EuiText size="xs" color="subdued">
          {feeds.map(({ index }) => index).join(', ')}
        </EuiText>
      </div>
    ),
  },
  {
    name: t('vishing.coverage.integrationColumnTitle'),
    width: '22%',
    render: ({ integration }: CoveredDataSet) =>
      coverage.integrations.find(({ id }) => id === integration)?.name ?? integration,
  },
  {
    name: t('vishing.coverage.presenceColumnTitle'),
    width: '120px',
    render: ({ id }: CoveredDataSet) => <DataBadge presence={world.dataSetPresence(id)} />,
  },
  {
    name: t('vishing.coverage.lastColumnTitle'),
    width: '160px',
    render: (dataSet: CoveredDataSet) => {
      const newest = newestOf(dataSet);
      return newest === undefined ? (
        <EuiText size="xs" color="subdued">
          {t('vishing.coverage.noLastLabel')}
        </EuiText>
      ) : (
        <Instant value={newest} />
      );
    },
  },
  {
    name: t('vishing.coverage.usedByColumnTitle'),
    width: '150px',
    render: ({ id }: CoveredDataSet) => (
      <EuiText size="xs">
        {t('vishing.coverage.usedByLabel', {
          rules: readers(id, coverage.rules),
          signals: readers(id, coverage.signals),
        })}
      </EuiText>
    ),
  },
];

/** Where rules and signals look, and whether anything is there. @param range the chosen time in words */
export const DataSection = ({
  view,
  range,
}: {
  view: CoverageView;
  range: string;
}): ReactElement => (
  <Section
    id="data"
    title={t('vishing.coverage.dataTitle')}
    description={t('vishing.coverage.dataDescription', { range })}
  >
    <EuiBasicTable<CoveredDataSet>
      tableCaption={t('vishing.coverage.dataCaption')}
      items={[...view.dataSets]}
      itemId="id"
      columns={columnsOf(view)}
      rowProps={({ id }) => ({ 'data-test-subj': `dataSet-${id}` })}
      data-test-subj="dataSetsTable"
    />
  </Section>
);

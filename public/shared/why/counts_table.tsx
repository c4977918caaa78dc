import { EuiBasicTable, EuiTitle, type EuiBasicTableColumn } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CountCheck } from '../../../common/api/why';
import { AppLink } from '../app_link';
import { formatDuration } from '../format/duration';
import { ParameterLinks } from './conditions_table';
import { t } from './translations';

const countedText = (check: CountCheck): string => {
  if (check.of_anybody === 0) return t('vishing.why.countBlindText');
  const window = formatDuration(check.window_seconds * 1000);
  const different = check.different
    ? [
        t('vishing.why.differentCountText', {
          count: check.different.counted,
          field: check.different.field,
        }),
      ]
    : [];
  return [
    t(check.truncated ? 'vishing.why.countedAtLeastText' : 'vishing.why.countedText', {
      count: check.counted,
      window,
    }),
    ...different,
  ].join(', ');
};

const neededText = ({ needed, different }: CountCheck): string =>
  [
    t('vishing.why.atLeastText', { value: needed }),
    ...(different
      ? [
          t('vishing.why.differentCountText', {
            count: different.needed,
            field: different.field,
          }),
        ]
      : []),
  ].join(', ');

const COLUMNS: Array<EuiBasicTableColumn<CountCheck>> = [
  {
    name: t('vishing.why.countRuleColumnTitle'),
    render: ({ rule_id: id, rule_name: name }: CountCheck) => (
      <AppLink to={{ pathname: `/rules/${id}` }}>{name}</AppLink>
    ),
  },
  { name: t('vishing.why.countedColumnTitle'), render: countedText },
  {
    name: t('vishing.why.countNeededColumnTitle'),
    render: (check: CountCheck) => (
      <span>
        {neededText(check)}
        <ParameterLinks ruleId={check.rule_id} ids={check.parameters} />
      </span>
    ),
  },
];

/** Rules that count what this one needs, and how far they got around the call. */
export const CountsTable = ({ counts }: { counts: readonly CountCheck[] }): ReactElement => (
  <>
    <EuiTitle size="xxs">
      <h3>{t('vishing.why.countsTitle')}</h3>
    </EuiTitle>
    <EuiBasicTable<CountCheck>
      compressed
      tableCaption={t('vishing.why.countsCaption')}
      items={[...counts]}
      columns={COLUMNS}
      data-test-subj="whyCounts"
    />
  </>
);

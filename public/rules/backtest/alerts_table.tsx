import {
  EuiBadge,
  EuiButtonGroup,
  EuiInMemoryTable,
  EuiSpacer,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { formatOffset } from '../../../common/format/duration';
import { AppLink } from '../../shared/app_link';
import { Instant } from '../../shared/instant';
import { NumberLink, PersonLink } from '../../shared/subject/links';
import { Section } from '../../shared/subject/section';
import { countChanges, type Change, type ComparedAlert } from './compare';
import { t } from './translations';

const CHANGES = ['comes', 'goes', 'stays'] as const;
const COLORS: Readonly<Record<Change, string>> = {
  comes: 'warning',
  goes: 'success',
  stays: 'hollow',
};

const changeColumn: EuiBasicTableColumn<ComparedAlert> = {
  name: t('vishing.backtest.changeColumnTitle'),
  width: '90px',
  render: ({ change }: ComparedAlert) => (
    <EuiBadge color={COLORS[change]}>{t(`vishing.backtest.${change}Label`)}</EuiBadge>
  ),
};

const columnsOf = (isCompared: boolean): EuiBasicTableColumn<ComparedAlert>[] => [
  {
    name: t('vishing.backtest.whenColumnTitle'),
    width: '130px',
    render: ({ original_time: time }: ComparedAlert) => <Instant value={time} />,
  },
  ...(isCompared ? [changeColumn] : []),
  {
    name: t('vishing.backtest.personColumnTitle'),
    render: ({ person, address = '' }: ComparedAlert) => (
      <PersonLink id={person?.id} text={person?.full_name ?? person?.id ?? address} />
    ),
  },
  {
    name: t('vishing.backtest.numberColumnTitle'),
    render: ({ number }: ComparedAlert) => <NumberLink number={number} text={number ?? ''} />,
  },
  { field: 'host', name: t('vishing.backtest.hostColumnTitle') },
  {
    name: t('vishing.backtest.gapColumnTitle'),
    render: ({ gap_seconds: gap, count }: ComparedAlert) => {
      if (gap !== undefined) return formatOffset(gap * 1000);
      return count === undefined ? '' : t('vishing.backtest.countLabel', { count });
    },
  },
  {
    name: t('vishing.backtest.callColumnTitle'),
    width: '110px',
    render: ({ call_id: id, original_time: time }: ComparedAlert) =>
      id === undefined ? null : (
        <AppLink
          to={{ pathname: `/calls/${encodeURIComponent(id)}` }}
          aria-label={`${t('vishing.backtest.callLink')} ${time}`}
          data-test-subj="backtestCallLink"
        >
          {t('vishing.backtest.callLink')}
        </AppLink>
      ),
  },
];

/** The alerts themselves; with other values than those in force, which come, go and stay. */
export const AlertsTable = ({
  alerts,
  isCompared,
}: {
  alerts: readonly ComparedAlert[];
  isCompared: boolean;
}): ReactElement => {
  const [shown, setShown] = useState<Change | 'all'>('all');
  const counts = { all: alerts.length, ...countChanges(alerts) };
  const items = alerts.filter(({ change }) => !isCompared || shown === 'all' || change === shown);
  return (
    <Section id="backtestAlerts" title={t('vishing.backtest.alertsTitle')}>
      {isCompared ? (
        <>
          <EuiButtonGroup
            legend={t('vishing.backtest.filterLegend')}
            buttonSize="compressed"
            idSelected={shown}
            onChange={(id) => setShown(id as Change | 'all')}
            options={(['all', ...CHANGES] as const).map((id) => ({
              id,
              label: t(`vishing.backtest.${id}FilterLabel`, { count: counts[id] }),
              'data-test-subj': `backtestFilter-${id}`,
            }))}
          />
          <EuiSpacer size="s" />
        </>
      ) : null}
      <EuiInMemoryTable<ComparedAlert>
        compressed
        tableCaption={t('vishing.backtest.tableCaption')}
        items={items}
        columns={columnsOf(isCompared)}
        pagination={items.length > 20 ? { pageSize: 20, showPerPageOptions: false } : false}
        noItemsMessage={t('vishing.backtest.emptyLabel')}
        data-test-subj="backtestTable"
      />
    </Section>
  );
};

import { EuiInMemoryTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import type { ReactElement } from 'react';
import { ScoreBadge } from '../../shared/severity';
import { t } from '../translations';
import {
  AlertsCell,
  FalsePositivesCell,
  LacksBadge,
  LastRunCell,
  NameCell,
  StateCell,
} from './rule_cells';
import type { RuleRow } from './rule_rows';

const techniquesOf = ({ entry }: RuleRow): string =>
  [...new Set(entry.attack.flatMap(({ techniques }) => techniques.map(({ id }) => id)))].join(', ');

const COLUMNS: EuiBasicTableColumn<RuleRow>[] = [
  {
    name: t('vishing.rules.nameColumnTitle'),
    width: '28%',
    render: (row: RuleRow) => <NameCell row={row} />,
  },
  {
    name: t('vishing.rules.stateColumnTitle'),
    width: '130px',
    render: ({ state, lacks }: RuleRow) => (
      <div>
        <StateCell state={state} /> <LacksBadge lacks={lacks} />
      </div>
    ),
  },
  {
    name: t('vishing.rules.severityColumnTitle'),
    width: '110px',
    render: ({ entry: { compiled, risk_score: score, severity } }: RuleRow) => (
      <ScoreBadge
        score={typeof compiled.risk_score === 'number' ? compiled.risk_score : score}
        severity={(compiled.severity as typeof severity | undefined) ?? severity}
        withWord
      />
    ),
  },
  {
    name: t('vishing.rules.attackColumnTitle'),
    render: (row: RuleRow) => <EuiText size="xs">{techniquesOf(row)}</EuiText>,
  },
  {
    name: t('vishing.rules.lastRunColumnTitle'),
    render: (row: RuleRow) => <LastRunCell row={row} />,
  },
  {
    name: t('vishing.rules.alertsColumnTitle'),
    width: '120px',
    render: (row: RuleRow) => <AlertsCell row={row} />,
  },
  {
    name: t('vishing.rules.falsePositivesColumnTitle'),
    width: '110px',
    render: (row: RuleRow) => <FalsePositivesCell row={row} />,
  },
];

interface RulesTableProps {
  readonly rows: readonly RuleRow[];
  readonly isLoading: boolean;
  readonly canSelect: boolean;
  readonly selected: readonly RuleRow[];
  onSelect(rows: RuleRow[]): void;
}

/** All shipped rules on one page. */
export const RulesTable = (props: RulesTableProps): ReactElement => (
  <EuiInMemoryTable<RuleRow>
    tableCaption={t('vishing.rules.tableCaption')}
    items={[...props.rows]}
    itemId={({ entry }) => entry.rule_id}
    columns={COLUMNS}
    loading={props.isLoading}
    pagination={false}
    {...(props.canSelect
      ? {
          selection: {
            selected: [...props.selected],
            onSelectionChange: props.onSelect,
          },
        }
      : {})}
    data-test-subj="rulesTable"
  />
);

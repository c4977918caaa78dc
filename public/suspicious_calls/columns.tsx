import {
  EuiButtonIcon,
  EuiScreenReaderOnly,
  EuiToolTip,
  RIGHT_ALIGNMENT,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import type { AppPath } from '../shared/app_link';
import { ScoreBadge } from '../shared/severity';
import { StatusBadge } from '../shared/status_badge';
import { NumberCell, PersonCell, personName, ReasonsCell, WhenCell } from './cells';
import { t } from './translations';

interface ColumnOptions {
  readonly nowMs: number;
  readonly expanded: readonly string[];
  pathTo(call: SuspiciousCall): AppPath;
  onToggle(call: SuspiciousCall): void;
}

const expander = ({ expanded, onToggle }: ColumnOptions): EuiBasicTableColumn<SuspiciousCall> => ({
  align: RIGHT_ALIGNMENT,
  width: '40px',
  isExpander: true,
  name: (
    <EuiScreenReaderOnly>
      <span>{t('vishing.suspiciousCalls.detailsColumnTitle')}</span>
    </EuiScreenReaderOnly>
  ),
  render: (call: SuspiciousCall) => {
    const isOpen = expanded.includes(call.call_id);
    const person = personName(call);
    const label = isOpen
      ? t('vishing.suspiciousCalls.collapseAriaLabel', { person })
      : t('vishing.suspiciousCalls.expandAriaLabel', { person });
    return (
      <EuiToolTip content={label} disableScreenReaderOutput>
        <EuiButtonIcon
          iconType={isOpen ? 'menuDown' : 'menuRight'}
          aria-expanded={isOpen}
          aria-label={label}
          onClick={() => onToggle(call)}
          data-test-subj={`expandButton-${call.call_id}`}
        />
      </EuiToolTip>
    );
  },
});

/** Columns of the table; the `field`s are the server's sort fields. */
export const columnsOf = (options: ColumnOptions): Array<EuiBasicTableColumn<SuspiciousCall>> => [
  expander(options),
  {
    field: 'score',
    name: t('vishing.suspiciousCalls.scoreColumnTitle'),
    sortable: true,
    width: '80px',
    render: (_score: number, { score, severity }: SuspiciousCall) => (
      <ScoreBadge score={score} severity={severity} />
    ),
  },
  {
    field: 'started',
    name: t('vishing.suspiciousCalls.whenColumnTitle'),
    sortable: true,
    width: '120px',
    render: (_started: string, call: SuspiciousCall) => (
      <WhenCell call={call} nowMs={options.nowMs} />
    ),
  },
  {
    field: 'person',
    name: t('vishing.suspiciousCalls.personColumnTitle'),
    sortable: true,
    width: '15%',
    render: (_person: unknown, call: SuspiciousCall) => <PersonCell call={call} />,
  },
  {
    field: 'number',
    name: t('vishing.suspiciousCalls.numberColumnTitle'),
    sortable: true,
    width: '21%',
    render: (_number: unknown, call: SuspiciousCall) => <NumberCell call={call} />,
  },
  {
    name: t('vishing.suspiciousCalls.reasonsColumnTitle'),
    render: (call: SuspiciousCall) => <ReasonsCell call={call} to={options.pathTo(call)} />,
  },
  {
    field: 'status',
    name: t('vishing.suspiciousCalls.statusColumnTitle'),
    sortable: true,
    width: '140px',
    render: (_status: string, { status }: SuspiciousCall) => <StatusBadge status={status} />,
  },
];

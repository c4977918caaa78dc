import {
  EuiBasicTable,
  EuiButtonIcon,
  EuiText,
  EuiToolTip,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import type { SourceEntry, SourceStatus } from '../../../common/api/sources';
import { t } from '../translations';
import { titleOf } from '../use_catalogue';
import { DayBarsCell } from './day_bars';
import { FailurePanel } from './failure_panel';
import { byUrgency, rowId } from './source_state';
import { DelayCell, FailedCell, LastRecordCell, PeopleCell, StateCell } from './status_cells';

interface StatusTableProps {
  readonly statuses: readonly SourceStatus[];
  readonly sources: readonly SourceEntry[] | undefined;
  readonly nowMs: number;
  /** `source/site` of the row whose failures are shown. */
  readonly open: string;
  onOpen(id: string): void;
  onChanged(): void;
}

const columnsOf = ({
  sources,
  nowMs,
  open,
  onOpen,
}: StatusTableProps): EuiBasicTableColumn<SourceStatus>[] => [
  {
    name: t('vishing.sources.sourceColumnTitle'),
    width: '22%',
    render: ({ source, site }: SourceStatus) => (
      <div>
        <strong>{titleOf(sources, source)}</strong>
        <EuiText size="xs" color="subdued">
          {t('vishing.sources.siteLabel', { site })}
        </EuiText>
      </div>
    ),
  },
  {
    name: t('vishing.sources.stateColumnTitle'),
    width: '15%',
    render: (status: SourceStatus) => <StateCell status={status} />,
  },
  {
    name: t('vishing.sources.lastRecordColumnTitle'),
    width: '110px',
    render: (status: SourceStatus) => <LastRecordCell status={status} nowMs={nowMs} />,
  },
  {
    name: t('vishing.sources.daysColumnTitle'),
    width: '180px',
    render: (status: SourceStatus) => <DayBarsCell status={status} />,
  },
  {
    name: t('vishing.sources.delayColumnTitle'),
    render: (status: SourceStatus) => <DelayCell status={status} />,
  },
  {
    name: t('vishing.sources.peopleColumnTitle'),
    width: '90px',
    render: (status: SourceStatus) => <PeopleCell status={status} />,
  },
  {
    name: t('vishing.sources.failedColumnTitle'),
    width: '90px',
    render: (status: SourceStatus) => <FailedCell status={status} />,
  },
  {
    name: t('vishing.sources.expandColumnLabel'),
    width: '80px',
    align: 'right',
    render: (status: SourceStatus) => {
      const id = rowId(status);
      const source = `${titleOf(sources, status.source)}, ${status.site}`;
      const label =
        open === id
          ? t('vishing.sources.collapseAriaLabel', { source })
          : t('vishing.sources.expandAriaLabel', { source });
      return (
        <EuiToolTip content={label} disableScreenReaderOutput>
          <EuiButtonIcon
            iconType={open === id ? 'arrowDown' : 'arrowRight'}
            aria-expanded={open === id}
            aria-label={label}
            onClick={() => onOpen(open === id ? '' : id)}
            data-test-subj={`expand-${id}`}
          />
        </EuiToolTip>
      );
    },
  },
];

/** One row for each source at each site; what needs a look comes first. */
export const StatusTable = (props: StatusTableProps): ReactElement => {
  const { statuses, sources, open, onChanged } = props;
  const rows = useMemo(() => [...statuses].sort(byUrgency), [statuses]);
  const opened = rows.find((status) => rowId(status) === open);
  return (
    <EuiBasicTable<SourceStatus>
      tableCaption={t('vishing.sources.tableCaption')}
      items={rows}
      itemId={rowId}
      columns={columnsOf(props)}
      itemIdToExpandedRowMap={
        opened
          ? {
              [open]: (
                <FailurePanel
                  status={opened}
                  title={titleOf(sources, opened.source)}
                  onChanged={onChanged}
                />
              ),
            }
          : {}
      }
      data-test-subj="sourceTable"
    />
  );
};

import { EuiBasicTable, useEuiTheme, type Criteria } from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import { sortFieldSchema, type SuspiciousCall } from '../../common/api/suspicious_calls';
import type { AppPath } from '../shared/app_link';
import type { SetUrlState } from '../shared/url/use_url_state';
import { columnsOf } from './columns';
import { personName } from './cells';
import { toList, type ListState } from './list_state';
import { RowDetails } from './row_details';
import { t } from './translations';

interface CallsTableProps {
  readonly calls: readonly SuspiciousCall[];
  readonly total: number;
  readonly state: ListState;
  readonly nowMs: number;
  readonly isLoading: boolean;
  readonly selected: readonly SuspiciousCall[];
  setState: SetUrlState<ListState>;
  pathTo(call: SuspiciousCall): AppPath;
  onSelect(calls: SuspiciousCall[]): void;
}

const SIZES = [10, 25, 50, 100];

const toggled = (list: readonly string[], id: string): string =>
  (list.includes(id) ? list.filter((other) => other !== id) : [...list, id]).join(',');

/** What the table's own controls change in the address. */
const changesOf = (
  { page, sort }: Criteria<SuspiciousCall>,
  state: ListState
): Partial<ListState> => {
  const field = sortFieldSchema.safeParse(sort?.field);
  const size = page ? String(page.size) : state.size;
  const isReordered =
    field.success && (field.data !== state.sort || sort?.direction !== state.order);
  return {
    size: size as ListState['size'],
    page: isReordered || size !== state.size ? 0 : (page?.index ?? state.page),
    ...(field.success && sort ? { sort: field.data, order: sort.direction } : {}),
  };
};

/** The calls, one row each; a row opens into its small timeline. */
export const CallsTable = (props: CallsTableProps): ReactElement => {
  const { calls, total, state, nowMs, isLoading, selected, setState, pathTo, onSelect } = props;
  const { euiTheme } = useEuiTheme();
  const expanded = useMemo(() => toList(state.expanded), [state.expanded]);
  const columns = columnsOf({
    nowMs,
    expanded,
    pathTo,
    onToggle: ({ call_id }) =>
      setState({ expanded: toggled(expanded, call_id) }, { replace: true }),
  });
  return (
    <EuiBasicTable<SuspiciousCall>
      tableCaption={t('vishing.suspiciousCalls.tableCaption')}
      items={[...calls]}
      itemId="call_id"
      columns={columns}
      loading={isLoading}
      tableLayout="fixed"
      sorting={{ sort: { field: state.sort as keyof SuspiciousCall, direction: state.order } }}
      pagination={{
        pageIndex: state.page,
        pageSize: Number(state.size),
        totalItemCount: total,
        pageSizeOptions: SIZES,
      }}
      selection={{
        selected: [...selected],
        onSelectionChange: onSelect,
        selectableMessage: (_selectable, call) => personName(call),
      }}
      itemIdToExpandedRowMap={Object.fromEntries(
        calls
          .filter(({ call_id }) => expanded.includes(call_id))
          .map((call) => [
            call.call_id,
            <RowDetails key={call.call_id} call={call} to={pathTo(call)} />,
          ])
      )}
      rowProps={(call) => ({
        'data-test-subj': `callRow-${call.call_id}`,
        'aria-current': call.call_id === state.row ? 'true' : undefined,
        style:
          call.call_id === state.row
            ? { boxShadow: `inset 3px 0 0 ${euiTheme.colors.primary}` }
            : undefined,
      })}
      onChange={(criteria: Criteria<SuspiciousCall>) => setState(changesOf(criteria, state))}
      data-test-subj="callsTable"
    />
  );
};

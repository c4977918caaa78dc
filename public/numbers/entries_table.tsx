import {
  EuiBadge,
  EuiBasicTable,
  EuiButtonIcon,
  EuiText,
  EuiToolTip,
  type Criteria,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import {
  PAGED_ROWS,
  watchlistSortSchema,
  type ListedEntry,
  type WatchlistResponse,
} from '../../common/api/watchlist';
import { AppLink } from '../shared/app_link';
import { formatCount } from '../shared/format/number';
import { Instant } from '../shared/instant';
import type { SetUrlState } from '../shared/url/use_url_state';
import { CONFIDENCES, entryId, VERDICTS } from './entry_labels';
import type { ListState } from './list_state';
import { t } from './translations';

interface EntriesTableProps {
  readonly data: WatchlistResponse;
  readonly state: ListState;
  readonly isLoading: boolean;
  readonly canManage: boolean;
  readonly selected: readonly ListedEntry[];
  setState: SetUrlState<ListState>;
  onSelect(entries: ListedEntry[]): void;
}

const SIZES = [10, 25, 50, 100];

const NumberCell = ({ entry }: { entry: ListedEntry }): ReactElement =>
  entry.kind !== 'number' ? (
    <span>
      {entry.kind === 'prefix' ? entryId(entry) : entry.display}{' '}
      <EuiText component="span" size="xs" color="subdued">
        {t('vishing.numbers.rangeLabel')}
      </EuiText>
    </span>
  ) : (
    <AppLink to={{ pathname: `/numbers/${encodeURIComponent(entry.number)}` }}>
      {entry.display}
    </AppLink>
  );

const ReasonCell = ({ reason, notes, confidence, reports }: ListedEntry): ReactElement => (
  <div>
    {reason ?? (
      <EuiText size="s" color="subdued">
        {t('vishing.numbers.noReasonLabel')}
      </EuiText>
    )}
    {[
      notes,
      confidence && CONFIDENCES[confidence],
      reports === undefined ? undefined : t('vishing.numbers.reportsLabel', { reports }),
    ]
      .filter((text) => text !== undefined)
      .map((text) => (
        <EuiText key={text} size="xs" color="subdued">
          {text}
        </EuiText>
      ))}
  </div>
);

const ExpiryCell = ({ expires }: ListedEntry): ReactElement => {
  if (expires === undefined) return <>{t('vishing.numbers.neverLabel')}</>;
  const isOver = Date.parse(expires) <= Date.now();
  return (
    <div>
      <Instant value={expires} />
      {isOver ? <EuiBadge>{t('vishing.numbers.expiredStateLabel')}</EuiBadge> : null}
    </div>
  );
};

const columnsOf = ({
  canManage,
  setState,
}: EntriesTableProps): EuiBasicTableColumn<ListedEntry>[] => [
  {
    field: 'number',
    name: t('vishing.numbers.numberColumnTitle'),
    sortable: true,
    width: '19%',
    render: (_number: string, entry: ListedEntry) => <NumberCell entry={entry} />,
  },
  {
    name: t('vishing.numbers.verdictColumnTitle'),
    width: '110px',
    render: ({ verdict }: ListedEntry) => (
      <EuiBadge color={VERDICTS[verdict].color} iconType={VERDICTS[verdict].icon}>
        {VERDICTS[verdict].label}
      </EuiBadge>
    ),
  },
  {
    name: t('vishing.numbers.reasonColumnTitle'),
    render: (entry: ListedEntry) => <ReasonCell {...entry} />,
  },
  {
    field: 'source',
    name: t('vishing.numbers.sourceColumnTitle'),
    sortable: true,
    width: '14%',
    render: (source: string, { added_by }: ListedEntry) => (
      <div>
        {source}
        {added_by === undefined ? null : (
          <EuiText size="xs" color="subdued">
            {t('vishing.numbers.addedByLabel', { user: added_by })}
          </EuiText>
        )}
      </div>
    ),
  },
  {
    field: 'added_at',
    name: t('vishing.numbers.addedColumnTitle'),
    sortable: true,
    width: '120px',
    render: (added: string | undefined) => (added === undefined ? '' : <Instant value={added} />),
  },
  {
    field: 'expires',
    name: t('vishing.numbers.expiresColumnTitle'),
    sortable: true,
    width: '120px',
    render: (_expires: string | undefined, entry: ListedEntry) => <ExpiryCell {...entry} />,
  },
  ...(canManage
    ? [
        {
          name: t('vishing.numbers.changeColumnTitle'),
          width: '70px',
          align: 'right' as const,
          render: (entry: ListedEntry) => {
            const label = t('vishing.numbers.changeAriaLabel', { number: entryId(entry) });
            return (
              <EuiToolTip content={label} disableScreenReaderOutput>
                <EuiButtonIcon
                  iconType="pencil"
                  aria-label={label}
                  onClick={() => setState({ edit: entryId(entry) })}
                  data-test-subj={`edit-${entryId(entry)}`}
                />
              </EuiToolTip>
            );
          },
        },
      ]
    : []),
];

const changesOf = ({ page, sort }: Criteria<ListedEntry>, state: ListState): Partial<ListState> => {
  const field = watchlistSortSchema.safeParse(sort?.field);
  const isReordered =
    field.success && (field.data !== state.sort || sort?.direction !== state.order);
  const size = (page ? String(page.size) : state.size) as ListState['size'];
  return {
    size,
    page: isReordered || size !== state.size ? 0 : (page?.index ?? state.page),
    ...(field.success && sort ? { sort: field.data, order: sort.direction } : {}),
  };
};

/** The entries, one row each; the server sorts and pages. */
export const EntriesTable = (props: EntriesTableProps): ReactElement => {
  const { data, state, isLoading, canManage, selected, setState, onSelect } = props;
  return (
    <>
      <EuiBasicTable<ListedEntry>
        tableCaption={t('vishing.numbers.tableCaption')}
        items={data.entries}
        itemId={entryId}
        columns={columnsOf(props)}
        loading={isLoading}
        sorting={{ sort: { field: state.sort as keyof ListedEntry, direction: state.order } }}
        pagination={{
          pageIndex: state.page,
          pageSize: Number(state.size),
          totalItemCount: Math.min(data.total, PAGED_ROWS),
          pageSizeOptions: SIZES,
        }}
        {...(canManage
          ? {
              selection: {
                selected: [...selected],
                onSelectionChange: onSelect,
                selectableMessage: (_selectable: boolean, entry: ListedEntry) => entryId(entry),
              },
            }
          : {})}
        rowProps={(entry) => ({ 'data-test-subj': `entryRow-${entryId(entry)}` })}
        onChange={(criteria: Criteria<ListedEntry>) => setState(changesOf(criteria, state))}
        data-test-subj="entriesTable"
      />
      {data.total > PAGED_ROWS ? (
        <EuiText size="xs" color="subdued" data-test-subj="pagedPart">
          <p>
            {t('vishing.numbers.pagedPartLabel', {
              shown: formatCount(PAGED_ROWS),
              total: formatCount(data.total),
            })}
          </p>
        </EuiText>
      ) : null}
    </>
  );
};

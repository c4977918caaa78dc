import {
  EuiButton,
  EuiButtonEmpty,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useMemo, useState, type ReactElement } from 'react';
import type { ListedEntry, WatchlistResponse } from '../../common/api/watchlist';
import type { QueryState } from '../api/use_query';
import { useServices } from '../shared/services';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import type { SetUrlState } from '../shared/url/use_url_state';
import { EntriesTable } from './entries_table';
import { EntryFlyout } from './entry/entry_flyout';
import { entryId } from './entry_labels';
import { ExportButton } from './export_button';
import { IndicatorLine } from './indicator_line';
import { FilterBar } from './filter_bar';
import { hasFilters, NO_FILTER, toFilter, type ListState } from './list_state';
import { PullButton } from './pull_button';
import { RemoveModal, type Removal } from './remove_modal';
import { t } from './translations';
import { useWatchlist } from './use_watchlist';

interface SectionProps {
  readonly state: ListState;
  setState: SetUrlState<ListState>;
}

const CountsLine = ({ counts }: WatchlistResponse): ReactElement => (
  <EuiText size="s" data-test-subj="countsLine">
    <p>{t('vishing.numbers.countsLabel', { ...counts })}</p>
  </EuiText>
);

const Nothing = ({ state, setState }: SectionProps): ReactElement => {
  const { canManage } = useServices();
  const isFiltered = hasFilters(state);
  const action = isFiltered ? (
    <EuiButtonEmpty onClick={() => setState({ ...NO_FILTER, page: 0 })}>
      {t('vishing.numbers.clearFiltersButtonLabel')}
    </EuiButtonEmpty>
  ) : (
    <EuiButton
      fill
      iconType="importAction"
      onClick={() => setState({ tab: 'import' })}
      data-test-subj="emptyImportButton"
    >
      {t('vishing.numbers.importTabLabel')}
    </EuiButton>
  );
  return (
    <EuiEmptyPrompt
      iconType={isFiltered ? 'search' : 'list'}
      title={
        <h2>{isFiltered ? t('vishing.numbers.noMatchTitle') : t('vishing.numbers.emptyTitle')}</h2>
      }
      body={isFiltered ? undefined : <p>{t('vishing.numbers.emptyDescription')}</p>}
      actions={isFiltered || canManage ? action : undefined}
      data-test-subj={isFiltered ? 'noMatch' : 'emptyWatchlist'}
    />
  );
};

const Toolbar = ({
  state,
  data,
  selected,
  onRemove,
  onChanged,
}: {
  state: ListState;
  data: WatchlistResponse;
  selected: readonly ListedEntry[];
  onRemove: (removal: Removal) => void;
  onChanged: () => void;
}): ReactElement => {
  const { canManage } = useServices();
  const filter = toFilter(state);
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
      <EuiFlexItem>
        <CountsLine {...data} />
      </EuiFlexItem>
      {canManage && selected.length > 0 ? (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            color="danger"
            iconType="trash"
            onClick={() => onRemove({ entries: selected })}
            data-test-subj="removeSelectedButton"
          >
            {t('vishing.numbers.removeButtonLabel', { count: selected.length })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ) : null}
      {canManage && hasFilters(state) && data.total > 0 ? (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            color="danger"
            iconType="trash"
            onClick={() => onRemove({ filter, total: data.total })}
            data-test-subj="removeMatchingButton"
          >
            {t('vishing.numbers.removeMatchingButtonLabel', { count: data.total })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ) : null}
      {canManage ? (
        <EuiFlexItem grow={false}>
          <PullButton onPulled={onChanged} />
        </EuiFlexItem>
      ) : null}
      <EuiFlexItem grow={false}>
        <ExportButton filter={filter} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const Loaded = ({
  query,
  data,
  state,
  setState,
}: SectionProps & {
  query: QueryState<WatchlistResponse>;
  data: WatchlistResponse;
}): ReactElement => {
  const { canManage } = useServices();
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const [removal, setRemoval] = useState<Removal>();
  const [pulls, setPulls] = useState(0);
  const selected = useMemo(
    () => data.entries.filter((entry) => selectedIds.includes(entryId(entry))),
    [data.entries, selectedIds]
  );
  return (
    <>
      <Toolbar
        {...{ state, data, selected }}
        onRemove={setRemoval}
        onChanged={() => {
          setPulls(pulls + 1);
          query.reload();
        }}
      />
      <IndicatorLine key={pulls} />
      <EuiSpacer size="s" />
      {data.total === 0 ? (
        <Nothing state={state} setState={setState} />
      ) : (
        <EntriesTable
          {...{ data, state, setState, canManage, selected }}
          isLoading={query.isLoading}
          onSelect={(entries) => setSelectedIds(entries.map(entryId))}
        />
      )}
      {removal ? (
        <RemoveModal
          removal={removal}
          onClose={() => setRemoval(undefined)}
          onRemoved={() => {
            setSelectedIds([]);
            setRemoval(undefined);
            query.reload();
          }}
        />
      ) : null}
    </>
  );
};

/** The flyout that the address asks for. */
const Editor = ({
  data,
  state,
  setState,
  onSaved,
}: SectionProps & { data: WatchlistResponse | undefined; onSaved: () => void }) => {
  const { canManage } = useServices();
  const entry = data?.entries.find((one) => entryId(one) === state.edit);
  if (!canManage || (state.edit !== 'new' && !entry)) return null;
  const close = (): void => setState({ edit: '' });
  return (
    <EntryFlyout
      key={state.edit}
      entry={entry}
      onClose={close}
      onSaved={() => {
        close();
        onSaved();
      }}
    />
  );
};

/** Which numbers are listed, as what, and why. */
export const ListSection = ({ state, setState }: SectionProps): ReactElement => {
  const query = useWatchlist(state);
  const { data, error, reload } = query;
  const what = t('vishing.numbers.theListLabel');
  return (
    <>
      <FilterBar {...{ state, data, setState }} />
      <EuiSpacer size="m" />
      {error ? (
        <>
          <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
          <EuiSpacer size="m" />
        </>
      ) : null}
      {data && error?.status !== 403 ? <Loaded {...{ query, data, state, setState }} /> : null}
      {!data && !error ? <SkeletonRows what={what} rows={8} heightPx={44} /> : null}
      {state.edit === '' ? null : <Editor {...{ data, state, setState }} onSaved={reload} />}
    </>
  );
};

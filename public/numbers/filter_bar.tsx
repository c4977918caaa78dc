import { EuiButtonEmpty, EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { WatchlistResponse } from '../../common/api/watchlist';
import { listedVerdictSchema } from '../../common/model/watchlist';
import { ListFilter } from '../shared/list_filter';
import { SearchField } from '../shared/search_field';
import type { SetUrlState } from '../shared/url/use_url_state';
import { VERDICTS } from './entry_labels';
import { hasFilters, NO_FILTER, toList, type ListState } from './list_state';
import { t } from './translations';

interface FilterBarProps {
  readonly state: ListState;
  /** Absent until the first answer. */
  readonly data: WatchlistResponse | undefined;
  setState: SetUrlState<ListState>;
}

/** Where only one of two values can be chosen, choosing another one takes its place. */
const singleOf = (chosen: readonly string[], before: string): string =>
  chosen.find((value) => value !== before) ?? '';

const Filters = ({ state, data, setState }: FilterBarProps): ReactElement => {
  const { counts } = data ?? {};
  return (
    <EuiFilterGroup>
      <ListFilter
        id="verdict"
        label={t('vishing.numbers.verdictFilterLabel')}
        options={listedVerdictSchema.options.map((value) => ({
          value,
          label: VERDICTS[value].label,
          count: counts?.[value],
        }))}
        chosen={toList(state.verdict)}
        onChange={(chosen) => setState({ verdict: chosen.join(','), page: 0 })}
      />
      <ListFilter
        id="kind"
        label={t('vishing.numbers.kindFilterLabel')}
        options={[
          { value: 'number', label: t('vishing.numbers.numberKindLabel') },
          { value: 'prefix', label: t('vishing.numbers.rangeKindLabel'), count: counts?.ranges },
        ]}
        chosen={toList(state.kind)}
        onChange={(chosen) =>
          setState({ kind: singleOf(chosen, state.kind) as ListState['kind'], page: 0 })
        }
      />
      <ListFilter
        id="state"
        label={t('vishing.numbers.stateFilterLabel')}
        options={[
          { value: 'active', label: t('vishing.numbers.activeStateLabel') },
          {
            value: 'expired',
            label: t('vishing.numbers.expiredStateLabel'),
            count: counts?.expired,
          },
        ]}
        chosen={toList(state.state)}
        onChange={(chosen) =>
          setState({ state: singleOf(chosen, state.state) as ListState['state'], page: 0 })
        }
      />
      <ListFilter
        id="source"
        label={t('vishing.numbers.sourceFilterLabel')}
        isSearchable
        options={(data?.sources ?? [])
          .filter(({ source }) => !source.includes(','))
          .map(({ source, entries }) => ({ value: source, label: source, count: entries }))}
        chosen={toList(state.source)}
        onChange={(chosen) => setState({ source: chosen.join(','), page: 0 })}
      />
    </EuiFilterGroup>
  );
};

/** Search and filters; every choice goes into the address. */
export const FilterBar = (props: FilterBarProps): ReactElement => {
  const { state, setState } = props;
  return (
    <EuiFlexGroup gutterSize="s" wrap alignItems="center">
      <EuiFlexItem style={{ minWidth: 220 }}>
        <SearchField
          value={state.q}
          label={t('vishing.numbers.searchPlaceholder')}
          onChange={(q) => setState({ q, page: 0 }, { replace: true })}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <Filters {...props} />
      </EuiFlexItem>
      {hasFilters(state) ? (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="cross"
            onClick={() => setState({ ...NO_FILTER, page: 0 })}
            data-test-subj="clearFiltersButton"
          >
            {t('vishing.numbers.clearFiltersButtonLabel')}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ) : null}
    </EuiFlexGroup>
  );
};

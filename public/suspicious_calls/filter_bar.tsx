import {
  EuiButtonEmpty,
  EuiFilterGroup,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSuperDatePicker,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SuspiciousCallsResponse } from '../../common/api/suspicious_calls';
import { severitySchema, workflowStatusSchema } from '../../common/model/alert';
import { SearchField } from '../shared/search_field';
import { severityLabel } from '../shared/severity';
import { statusLabel } from '../shared/status_badge';
import type { SetUrlState } from '../shared/url/use_url_state';
import { ListFilter } from '../shared/list_filter';
import { ALL, DEFAULT_LIST_STATE, hasFilters, toList, type ListState } from './list_state';
import { t } from './translations';

interface FilterBarProps {
  readonly state: ListState;
  readonly rules: SuspiciousCallsResponse['rules'];
  readonly isLoading: boolean;
  setState: SetUrlState<ListState>;
  onRefresh(): void;
}

const Filters = ({ state, rules, setState }: FilterBarProps): ReactElement => (
  <EuiFilterGroup>
    <ListFilter
      id="status"
      label={t('vishing.suspiciousCalls.statusFilterLabel')}
      options={workflowStatusSchema.options.map((value) => ({ value, label: statusLabel(value) }))}
      chosen={toList(state.status)}
      onChange={(chosen) => setState({ status: chosen.join(',') || ALL, page: 0 })}
    />
    <ListFilter
      id="severity"
      label={t('vishing.suspiciousCalls.severityFilterLabel')}
      options={severitySchema.options.map((value) => ({ value, label: severityLabel(value) }))}
      chosen={toList(state.severity)}
      onChange={(chosen) => setState({ severity: chosen.join(','), page: 0 })}
    />
    <ListFilter
      id="rule"
      label={t('vishing.suspiciousCalls.ruleFilterLabel')}
      isSearchable
      options={rules.map(({ id, name, calls }) => ({ value: id, label: name, count: calls }))}
      chosen={toList(state.rule)}
      onChange={(chosen) => setState({ rule: chosen.join(','), page: 0 })}
    />
  </EuiFilterGroup>
);

/** Search, filters and time range; every choice goes into the address. */
export const FilterBar = (props: FilterBarProps): ReactElement => {
  const { state, isLoading, setState, onRefresh } = props;
  return (
    <EuiFlexGroup gutterSize="s" wrap alignItems="center">
      <EuiFlexItem style={{ minWidth: 220 }}>
        <SearchField
          value={state.q}
          label={t('vishing.suspiciousCalls.searchPlaceholder')}
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
            data-test-subj="clearFiltersButton"
            onClick={() => {
              const { q, status, severity, rule } = DEFAULT_LIST_STATE;
              setState({ q, status, severity, rule, page: 0 });
            }}
          >
            {t('vishing.suspiciousCalls.clearFiltersButtonLabel')}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ) : null}
      <EuiFlexItem grow={false}>
        <EuiSuperDatePicker
          width="auto"
          start={state.from}
          end={state.to}
          isLoading={isLoading}
          isPaused={state.refresh === 0}
          refreshInterval={state.refresh || 60_000}
          onTimeChange={({ start, end }) => {
            if (start === state.from && end === state.to) onRefresh();
            else setState({ from: start, to: end, page: 0 });
          }}
          onRefresh={onRefresh}
          onRefreshChange={({ isPaused, refreshInterval }) =>
            setState({ refresh: isPaused ? 0 : refreshInterval }, { replace: true })
          }
          data-test-subj="datePicker"
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

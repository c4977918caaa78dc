import {
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPageTemplate,
  EuiSpacer,
} from '@elastic/eui';
import { useMemo, useState, type ReactElement } from 'react';
import type { SuspiciousCall, SuspiciousCallsResponse } from '../../common/api/suspicious_calls';
import type { QueryState } from '../api/use_query';
import { saveAsFile } from '../shared/csv';
import { useAlertStatus } from '../shared/alert_actions/use_alert_status';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { usePageTitle } from '../shared/use_page_title';
import { useUrlState, type SetUrlState } from '../shared/url/use_url_state';
import { BulkBar } from './bulk_bar';
import { CallsTable } from './calls_table';
import { EmptyState } from './empty_state';
import { FilterBar } from './filter_bar';
import { listStateSchema, type ListState } from './list_state';
import { ReadyNotice } from './ready_notice';
import { ShortcutsModal } from './shortcuts_modal';
import { StatsLine } from './stats_line';
import { toCsv } from './to_csv';
import { t } from './translations';
import { useCallPath, useListShortcuts } from './use_list_shortcuts';
import { useSuspiciousCalls } from './use_suspicious_calls';

const CRUMBS = [{ text: t('vishing.suspiciousCalls.pageTitle') }];

interface ResultsProps {
  readonly query: QueryState<SuspiciousCallsResponse>;
  readonly data: SuspiciousCallsResponse;
  readonly state: ListState;
  readonly nowMs: number;
  setState: SetUrlState<ListState>;
}

const Results = ({ query, data, state, nowMs, setState }: ResultsProps): ReactElement => {
  const pathTo = useCallPath();
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const actions = useAlertStatus(query.reload);
  const selected = useMemo(
    () => data.calls.filter(({ call_id }) => selectedIds.includes(call_id)),
    [data.calls, selectedIds]
  );
  useListShortcuts({
    calls: data.calls,
    setState,
    actions,
    onHelp: () => setHelpOpen(true),
  });
  const onSelect = (calls: SuspiciousCall[]): void =>
    setSelectedIds(calls.map(({ call_id }) => call_id));

  return (
    <>
      <StatsLine data={data} nowMs={nowMs} />
      <EuiSpacer size="s" />
      {data.truncated ? (
        <EuiCallOut
          announceOnMount
          size="s"
          iconType="info"
          title={t('vishing.suspiciousCalls.truncatedTitle')}
          data-test-subj="truncated"
        >
          <p>{t('vishing.suspiciousCalls.truncatedDescription')}</p>
        </EuiCallOut>
      ) : null}
      {data.total === 0 ? (
        <EmptyState data={data} state={state} nowMs={nowMs} setState={setState} />
      ) : (
        <>
          <Toolbar data={data} onHelp={() => setHelpOpen(true)}>
            {selected.length > 0 ? <BulkBar selected={selected} actions={actions} /> : null}
          </Toolbar>
          <CallsTable
            calls={data.calls}
            total={data.total}
            isLoading={query.isLoading}
            {...{ state, nowMs, selected, setState, pathTo, onSelect }}
          />
        </>
      )}
      {isHelpOpen ? <ShortcutsModal onClose={() => setHelpOpen(false)} /> : null}
    </>
  );
};

const Toolbar = ({
  data,
  onHelp,
  children,
}: {
  data: SuspiciousCallsResponse;
  onHelp: () => void;
  children: ReactElement | null;
}): ReactElement => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} style={{ minHeight: 40 }}>
    <EuiFlexItem>{children}</EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty
        size="xs"
        iconType="keyboard"
        onClick={onHelp}
        data-test-subj="shortcutsButton"
      >
        {t('vishing.suspiciousCalls.shortcutsButtonLabel')}
      </EuiButtonEmpty>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty
        size="xs"
        iconType="download"
        onClick={() => saveAsFile(toCsv(data.calls), 'suspicious_calls.csv', 'text/csv')}
        data-test-subj="exportButton"
      >
        {t('vishing.suspiciousCalls.exportButtonLabel')}
      </EuiButtonEmpty>
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** What needs me now? One row for each suspicious call. */
export const SuspiciousCallsPage = (): ReactElement => {
  const [state, setState] = useUrlState(listStateSchema);
  const { nowMs, ...query } = useSuspiciousCalls(state);
  const { data, error } = query;
  usePageTitle(CRUMBS);
  const what = t('vishing.suspiciousCalls.theCallsLabel');

  return (
    <>
      <EuiPageTemplate.Header pageTitle={t('vishing.suspiciousCalls.pageTitle')} paddingSize="m" />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj="suspiciousCallsPage">
        <ReadyNotice />
        <FilterBar
          rules={data?.rules ?? []}
          isLoading={query.isLoading}
          onRefresh={query.reload}
          {...{ state, setState }}
        />
        <EuiSpacer size="m" />
        {error ? (
          <>
            <LoadError
              error={error}
              what={what}
              isStale={data !== undefined}
              onRetry={query.reload}
            />
            <EuiSpacer size="m" />
          </>
        ) : null}
        {data && error?.status !== 403 ? (
          <Results query={query} data={data} {...{ state, nowMs, setState }} />
        ) : null}
        {!data && !error ? <SkeletonRows what={what} rows={8} heightPx={56} /> : null}
      </EuiPageTemplate.Section>
    </>
  );
};

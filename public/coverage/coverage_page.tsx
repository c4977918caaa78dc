import { EuiFlexGroup, EuiFlexItem, EuiPageTemplate, EuiSpacer } from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { RangePicker } from '../shared/subject/range_picker';
import { useRange } from '../shared/subject/use_range';
import { describeRange } from '../shared/url/time_range';
import { useUrlState, type SetUrlState } from '../shared/url/use_url_state';
import { usePageTitle } from '../shared/use_page_title';
import { AnalyticsSection } from './analytics_section';
import { coverageStateSchema, type CoverageState } from './coverage_state';
import { DataSection } from './data_section';
import { ExportButton } from './export_button';
import { NextSection } from './next_section';
import { Notices, Summary } from './summary';
import { TechniquesSection } from './techniques_section';
import { t } from './translations';
import { useCoverage, type CoverageAndRuns } from './use_coverage';
import { toView, type CoverageView } from './view';

const PAGE = t('vishing.coverage.pageTitle');
const CRUMBS = [{ text: PAGE }];

interface PartsProps extends Pick<CoverageAndRuns, 'engineError'> {
  readonly view: CoverageView;
  readonly state: CoverageState;
  setState: SetUrlState<CoverageState>;
}

const Parts = ({ view, engineError, state, setState }: PartsProps): ReactElement => {
  const range = describeRange(state);
  return (
    <>
      <Notices view={view} range={range} engineError={engineError} />
      <EuiSpacer size="m" />
      <Summary view={view} />
      <EuiSpacer size="m" />
      <NextSection view={view} range={range} />
      <EuiSpacer size="m" />
      <AnalyticsSection view={view} />
      <EuiSpacer size="m" />
      <TechniquesSection {...{ view, state, setState }} />
      <EuiSpacer size="m" />
      <DataSection view={view} range={range} />
    </>
  );
};

/** What are we blind to, and what would help? */
export const CoveragePage = (): ReactElement => {
  usePageTitle(CRUMBS);
  const [state, setState] = useUrlState(coverageStateSchema);
  const { range, refresh } = useRange(state);
  const { data, error, isLoading } = useCoverage(range);
  const view = useMemo(() => data && toView(data.coverage, data.runs), [data]);
  const what = t('vishing.coverage.coverageSubject');
  const isUsable = error?.status !== 403;
  return (
    <>
      <EuiPageTemplate.Header
        pageTitle={PAGE}
        description={t('vishing.coverage.pageDescription')}
        paddingSize="m"
      />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj="coveragePage">
        <EuiFlexGroup gutterSize="s" justifyContent="flexEnd" responsive={false} wrap>
          {view && isUsable ? (
            <EuiFlexItem grow={false}>
              <ExportButton techniques={view.techniques} range={describeRange(state)} />
            </EuiFlexItem>
          ) : null}
          <EuiFlexItem grow={false}>
            <RangePicker
              from={state.from}
              to={state.to}
              isLoading={isLoading}
              onPick={(picked) => setState(picked)}
              onRefresh={refresh}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiSpacer size="m" />
        {error ? (
          <LoadError error={error} what={what} isStale={view !== undefined} onRetry={refresh} />
        ) : null}
        {view && isUsable ? (
          <Parts {...{ view, state, setState }} engineError={data?.engineError} />
        ) : null}
        {!view && !error ? <SkeletonRows what={what} rows={10} heightPx={44} /> : null}
      </EuiPageTemplate.Section>
    </>
  );
};

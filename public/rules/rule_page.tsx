import { EuiPageTemplate } from '@elastic/eui';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { z } from 'zod';
import type { RuleDetails } from '../../common/api/rules';
import { useAppLink } from '../shared/app_link';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { writeSearch } from '../shared/url/search_params';
import { useUrlState } from '../shared/url/use_url_state';
import { usePageTitle } from '../shared/use_page_title';
import { BacktestPanel } from './backtest/backtest_panel';
import { EndsSoon } from './exceptions/ends_soon';
import { ExceptionsTab } from './exceptions/exceptions_tab';
import { AboutTab } from './rule/about_tab';
import { draftOf, isValid, toTuning, type Draft } from './rule/draft';
import { RuleStanding } from './rule/edited/rule_standing';
import { HistoryTab } from './rule/history_tab';
import { ParametersTab } from './rule/parameters_tab';
import { QueryTab } from './rule/query_tab';
import { useRule } from './rule/use_rule';
import { t } from './translations';
import { WhyPanel } from './why/why_panel';

const TABS = ['parameters', 'backtest', 'query', 'why', 'exceptions', 'guide', 'history'] as const;
type RuleTab = (typeof TABS)[number];
const tabUrlSchema = z.object({ tab: z.enum(TABS).catch('parameters').default('parameters') });

const Tabs = ({
  rule,
  tab,
  onSaved,
  showForm,
}: {
  rule: RuleDetails;
  tab: RuleTab;
  onSaved: () => void;
  showForm: () => void;
}): ReactElement => {
  const [draft, setDraft] = useState<Draft>(() => draftOf(rule.parameters, rule.tuning));
  // What was saved meanwhile, by whomever, is what the form goes on from.
  useEffect(() => setDraft(draftOf(rule.parameters, rule.tuning)), [rule]);
  switch (tab) {
    case 'parameters':
      return <ParametersTab rule={rule} draft={draft} setDraft={setDraft} onSaved={onSaved} />;
    case 'backtest':
      return (
        <BacktestPanel
          ruleId={rule.rule_id}
          parameters={rule.parameters}
          values={isValid(rule.parameters, draft) ? toTuning(rule, draft).values : undefined}
          current={rule.tuning.values}
        />
      );
    case 'query':
      return <QueryTab rule={rule} draft={draft} setDraft={setDraft} />;
    case 'why':
      return (
        <WhyPanel
          ruleId={rule.rule_id}
          type={rule.type}
          values={isValid(rule.parameters, draft) ? toTuning(rule, draft).values : undefined}
        />
      );
    case 'exceptions':
      return <ExceptionsTab rule={rule} onChanged={onSaved} />;
    case 'guide':
      return <AboutTab rule={rule} />;
    case 'history':
      return (
        <HistoryTab
          rule={rule}
          onRevert={({ after }) => {
            setDraft(draftOf(rule.parameters, after));
            showForm();
          }}
        />
      );
  }
};

/** What would change if I turned this knob? */
export const RulePage = ({ ruleId }: { ruleId: string }): ReactElement => {
  const { data, error, reload } = useRule(ruleId);
  const [{ tab }, setUrl] = useUrlState(tabUrlSchema);
  const { search } = useLocation();
  const link = useAppLink();
  const what = t('vishing.rules.ruleSubject');
  const name = data?.name ?? what;
  const crumbs = useMemo(
    () => [{ text: t('vishing.rules.pageTitle'), pathname: '/rules' }, { text: name }],
    [name]
  );
  usePageTitle(crumbs);
  const showForm = useCallback(() => setUrl({ tab: 'parameters' }), [setUrl]);
  return (
    <>
      <EuiPageTemplate.Header
        pageTitle={name}
        description={data?.description}
        paddingSize="m"
        tabsProps={{ 'aria-label': t('vishing.rules.tabsAriaLabel') }}
        tabs={TABS.map((id) => ({
          label: t(`vishing.rules.${id}TabLabel`),
          isSelected: id === tab,
          'data-test-subj': `ruleTab-${id}`,
          ...link({
            pathname: `/rules/${ruleId}`,
            search: writeSearch(search, { tab: id }, { tab: 'parameters' }),
          }),
        }))}
      />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj="rulePage">
        {error ? (
          <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
        ) : null}
        {data ? <RuleStanding rule={data} onChanged={reload} /> : null}
        {data ? <EndsSoon rule={data} /> : null}
        {data ? <Tabs rule={data} tab={tab} onSaved={reload} showForm={showForm} /> : null}
        {!data && !error ? <SkeletonRows what={what} rows={6} heightPx={60} /> : null}
      </EuiPageTemplate.Section>
    </>
  );
};

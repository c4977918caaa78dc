import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPageTemplate,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useMemo, useState, type ReactElement } from 'react';
import { toRulesFile } from '../../common/detection_engine/rules_file';
import { saveAsFile } from '../shared/csv';
import { useServices } from '../shared/services';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { usePageTitle } from '../shared/use_page_title';
import { ExceptionNews } from './exceptions/exception_news';
import { ReadyRules } from './list/ready_rules';
import { byCatalogue, isReady, toRows, type RuleRow } from './list/rule_rows';
import { RulesTable } from './list/rules_table';
import { useRuleActions, type RuleActions } from './list/use_rule_actions';
import { t } from './translations';
import { useRules, type Rules } from './use_rules';

const PAGE = t('vishing.rules.pageTitle');
const CRUMBS = [{ text: PAGE }];

const BulkBar = ({
  selected,
  actions: { isRunning, install, setEnabled },
}: {
  selected: readonly RuleRow[];
  actions: RuleActions;
}): ReactElement => {
  const shared = { size: 's' as const, isDisabled: selected.length === 0 || isRunning };
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiText size="s" aria-live="polite">
          {t('vishing.rules.selectedLabel', { count: selected.length })}
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton
          {...shared}
          onClick={() => void setEnabled(selected, true)}
          data-test-subj="enableButton"
        >
          {t('vishing.rules.enableButtonLabel')}
        </EuiButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton
          {...shared}
          onClick={() => void setEnabled(selected, false)}
          data-test-subj="disableButton"
        >
          {t('vishing.rules.disableButtonLabel')}
        </EuiButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton
          {...shared}
          isLoading={isRunning}
          onClick={() => void install(selected)}
          data-test-subj="installRulesButton"
        >
          {t('vishing.rules.installButtonLabel')}
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const PartErrors = ({ engineError, activityError, coverageError }: Rules): ReactElement => (
  <>
    {[
      { error: engineError, title: t('vishing.rules.enginesFailedTitle'), id: 'engineError' },
      { error: activityError, title: t('vishing.rules.activityFailedTitle'), id: 'activityError' },
      { error: coverageError, title: t('vishing.rules.coverageFailedTitle'), id: 'coverageError' },
    ].map(({ error, title, id }) =>
      error ? (
        <div key={id}>
          <EuiCallOut
            announceOnMount
            size="s"
            color="warning"
            iconType="warning"
            title={title}
            data-test-subj={id}
          >
            <p>{error.message}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </div>
      ) : null
    )}
  </>
);

const List = ({
  rules,
  isLoading,
  onChanged,
}: {
  rules: Rules;
  isLoading: boolean;
  onChanged: () => void;
}): ReactElement => {
  const { canManage } = useServices();
  const [chosen, setChosen] = useState<readonly RuleRow[]>([]);
  const actions = useRuleActions(onChanged);
  const { entries, installed, activity, lacking, waiting } = rules;
  const rows = useMemo(
    () => toRows(entries, installed, activity, { lacking, waiting }).sort(byCatalogue),
    [entries, installed, activity, lacking, waiting]
  );
  const selected = rows.filter(({ entry }) =>
    chosen.some((row) => row.entry.rule_id === entry.rule_id)
  );
  if (rows.length === 0) {
    return <EuiEmptyPrompt title={<h2>{t('vishing.rules.emptyTitle')}</h2>} />;
  }
  return (
    <>
      <PartErrors {...rules} />
      <ExceptionNews entries={entries} />
      <ReadyRules rows={rows.filter(isReady)} actions={actions} />
      {canManage ? (
        <BulkBar selected={selected} actions={actions} />
      ) : (
        <EuiText size="s" color="subdued" data-test-subj="rulesReadOnly">
          {t('vishing.rules.readOnlyDescription')}
        </EuiText>
      )}
      <EuiSpacer size="s" />
      <RulesTable
        rows={rows}
        isLoading={isLoading}
        canSelect={canManage}
        selected={selected}
        onSelect={setChosen}
      />
    </>
  );
};

/** All rules with this space's values, as the file that Kibana imports. */
const ExportButton = ({ entries }: Rules): ReactElement => (
  <EuiButtonEmpty
    size="s"
    iconType="download"
    onClick={() =>
      saveAsFile(
        [toRulesFile(entries.map(({ compiled }) => compiled))],
        'vishing-rules.ndjson',
        'application/x-ndjson'
      )
    }
    data-test-subj="exportRulesButton"
  >
    {t('vishing.rules.exportButtonLabel')}
  </EuiButtonEmpty>
);

/** What do our rules find, and how do they stand? */
export const RulesPage = (): ReactElement => {
  usePageTitle(CRUMBS);
  const { data, error, isLoading, reload } = useRules();
  const what = t('vishing.rules.rulesSubject');
  return (
    <>
      <EuiPageTemplate.Header
        pageTitle={PAGE}
        description={t('vishing.rules.pageDescription')}
        paddingSize="m"
        rightSideItems={
          data && data.entries.length > 0 ? [<ExportButton key="export" {...data} />] : []
        }
      />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj="rulesPage">
        {error ? (
          <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
        ) : null}
        {data ? <List rules={data} isLoading={isLoading} onChanged={reload} /> : null}
        {!data && !error ? <SkeletonRows what={what} rows={12} heightPx={44} /> : null}
      </EuiPageTemplate.Section>
    </>
  );
};

import {
  EuiButton,
  EuiCodeBlock,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useCallback, type ReactElement } from 'react';
import { compileRule } from '../../../common/api/rules';
import { callApi } from '../../api/call_api';
import { useQuery } from '../../api/use_query';
import { queryUrl } from '../../shared/discover_url';
import { useServices } from '../../shared/services';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { useDebounced } from '../../shared/use_debounced';
import { t } from '../translations';
import { isValid, toTuning } from './draft';
import type { TabProps } from './parameters_tab';

const WAIT_MS = 300;

/** The compiled query with the values on the page; read-only. */
export const QueryTab = ({ rule, draft }: TabProps): ReactElement => {
  const { core, plugins } = useServices();
  const { toasts } = core.notifications;
  const tuning = isValid(rule.parameters, draft) ? toTuning(rule, draft) : rule.tuning;
  const body = useDebounced(JSON.stringify(tuning), WAIT_MS);
  const load = useCallback(
    (signal: AbortSignal) =>
      callApi(core.http, compileRule, {
        params: { rule_id: rule.rule_id },
        body: JSON.parse(body) as typeof tuning,
        signal,
      }),
    [body, core, rule.rule_id]
  );
  const { data, error, reload } = useQuery(load);
  const what = t('vishing.rules.ruleSubject');
  if (error) return <LoadError error={error} what={what} onRetry={reload} />;
  if (!data) return <SkeletonRows what={what} rows={3} heightPx={90} />;
  const { query, interval, from } = data.compiled as Record<string, unknown>;
  // A counting rule's query is not ES|QL.
  const url =
    rule.type === 'esql'
      ? queryUrl(plugins, String(query), { from: String(from), to: 'now' })
      : undefined;
  const copy = (): void => {
    navigator.clipboard.writeText(String(query)).then(
      () => toasts.addSuccess({ title: t('vishing.rules.queryCopiedTitle') }),
      () => toasts.addWarning({ title: t('vishing.rules.queryNotCopiedTitle') })
    );
  };
  return (
    <>
      <EuiText size="s" data-test-subj="queryDescription">
        {t('vishing.rules.queryPreviewDescription', {
          interval: String(interval),
          from: String(from),
        })}
      </EuiText>
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            iconType="copyClipboard"
            onClick={copy}
            data-test-subj="copyQueryButton"
          >
            {t('vishing.rules.queryCopyButtonLabel')}
          </EuiButton>
        </EuiFlexItem>
        {url === undefined ? null : (
          <EuiFlexItem grow={false}>
            <EuiButton size="s" iconType="discoverApp" href={url} data-test-subj="discoverButton">
              {t('vishing.rules.queryDiscoverButtonLabel')}
            </EuiButton>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <EuiCodeBlock
        language="sql"
        fontSize="s"
        paddingSize="m"
        overflowHeight={600}
        data-test-subj="compiledQuery"
      >
        {String(query)}
      </EuiCodeBlock>
    </>
  );
};

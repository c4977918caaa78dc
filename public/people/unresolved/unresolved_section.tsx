import {
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiSuperDatePicker,
  EuiText,
} from '@elastic/eui';
import { useCallback, type ReactElement } from 'react';
import { z } from 'zod';
import { getUnresolved } from '../../../common/api/people';
import { callApi } from '../../api/call_api';
import { useQuery } from '../../api/use_query';
import { useServices } from '../../shared/services';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { resolveRange } from '../../shared/url/time_range';
import { useUrlState } from '../../shared/url/use_url_state';
import { t } from '../translations';
import { UnresolvedTable } from './unresolved_table';

const urlSchema = z.object({
  from: z.string().catch('now-30d').default('now-30d'),
  to: z.string().catch('now').default('now'),
});

const Nothing = ({ calls }: { calls: number }): ReactElement => (
  <EuiEmptyPrompt
    iconType={calls === 0 ? 'search' : 'check'}
    color="plain"
    title={
      <h2>
        {calls === 0 ? t('vishing.people.noCallsTitle') : t('vishing.people.allResolvedTitle')}
      </h2>
    }
    body={
      <p>
        {calls === 0
          ? t('vishing.people.noCallsDescription')
          : t('vishing.people.allResolvedDescription', { calls })}
      </p>
    }
    data-test-subj="nothingUnresolved"
  />
);

/** The biggest gaps of the directory first. */
export const UnresolvedSection = (): ReactElement => {
  const { core } = useServices();
  const [{ from, to }, setUrl] = useUrlState(urlSchema);
  const load = useCallback(
    (signal: AbortSignal) => {
      const query = resolveRange({ from, to }, new Date());
      return callApi(core.http, getUnresolved, { query, signal });
    },
    [core, from, to]
  );
  const { data, error, isLoading, reload } = useQuery(load);
  const what = t('vishing.people.theUnresolvedLabel');
  return (
    <>
      <EuiFlexGroup justifyContent="spaceBetween" alignItems="center" wrap responsive={false}>
        <EuiFlexItem grow={false}>
          {data && data.calls > 0 ? (
            <EuiText size="s" data-test-subj="unresolvedSummary">
              <p>
                {t('vishing.people.unresolvedSummaryLabel', {
                  without: data.without_person,
                  calls: data.calls,
                })}{' '}
                {data.truncated
                  ? t('vishing.people.unresolvedTruncatedLabel', { count: data.lines.length })
                  : null}
              </p>
            </EuiText>
          ) : null}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSuperDatePicker
            width="auto"
            start={from}
            end={to}
            isLoading={isLoading}
            onTimeChange={({ start, end }) => {
              if (start === from && end === to) reload();
              else setUrl({ from: start, to: end });
            }}
            onRefresh={reload}
            data-test-subj="datePicker"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {error ? (
        <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
      ) : null}
      {!data && !error ? <SkeletonRows what={what} rows={8} heightPx={40} /> : null}
      {data?.lines.length === 0 ? <Nothing calls={data.calls} /> : null}
      {data && data.lines.length > 0 ? <UnresolvedTable lines={data.lines} /> : null}
    </>
  );
};

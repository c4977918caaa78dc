import { EuiFlexGroup, EuiFlexItem, EuiLoadingSpinner, EuiText, EuiTitle } from '@elastic/eui';
import { useCallback, useMemo, type ReactElement } from 'react';
import { getCallTimeline } from '../../common/api/call';
import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import { callApi } from '../api/call_api';
import { useQuery } from '../api/use_query';
import { AppLink, type AppPath } from '../shared/app_link';
import { useServices } from '../shared/services';
import { LoadError } from '../shared/states/load_error';
import { MiniTimeline } from '../timeline/mini_timeline';
import { filterItems, toItems } from '../timeline/model';
import { TitledList } from '../shared/titled_list';
import { t } from './translations';

/** Time before and after the call that the small timeline shows. */
const AROUND_MS = 15 * 60_000;

const SmallTimeline = ({ call }: { call: SuspiciousCall }): ReactElement => {
  const { core } = useServices();
  const startMs = Date.parse(call.started);
  const talkMs = (call.talk_seconds ?? 0) * 1000;
  const range = useMemo(
    () => ({ startMs: startMs - AROUND_MS, endMs: startMs + talkMs + AROUND_MS }),
    [startMs, talkMs]
  );
  const load = useCallback(
    (signal: AbortSignal) =>
      callApi(core.http, getCallTimeline, {
        params: { call_id: call.call_id },
        query: {
          from: new Date(range.startMs).toISOString(),
          to: new Date(range.endMs).toISOString(),
        },
        signal,
      }),
    [core, call.call_id, range]
  );
  const { data, error, reload } = useQuery(load);
  const items = useMemo(
    () => filterItems(toItems(data?.events ?? []), { onlyEvidence: true, facet: '' }),
    [data]
  );
  if (error) {
    return (
      <LoadError
        error={error}
        what={t('vishing.suspiciousCalls.theTimelineLabel')}
        onRetry={reload}
      />
    );
  }
  if (!data) return <EuiLoadingSpinner size="l" />;
  return <MiniTimeline items={items} range={range} callStartMs={startMs} />;
};

/** What a row opens into: the reasons of its score and a small timeline. */
export const RowDetails = ({ call, to }: { call: SuspiciousCall; to: AppPath }): ReactElement => (
  <EuiFlexGroup gutterSize="l" alignItems="flexStart" data-test-subj={`rowDetails-${call.call_id}`}>
    <EuiFlexItem grow={1} style={{ minWidth: 220 }}>
      <TitledList
        size="xxs"
        title={t('vishing.suspiciousCalls.reasonsTitle')}
        items={[...new Set(call.reasons)]}
      />
      <TitledList
        size="xxs"
        title={t('vishing.suspiciousCalls.rulesTitle')}
        items={[...new Set(call.alerts.map(({ rule_name }) => rule_name))]}
      />
      <EuiText size="s">
        <AppLink to={to}>{t('vishing.suspiciousCalls.openCallLinkText')}</AppLink>
      </EuiText>
    </EuiFlexItem>
    <EuiFlexItem grow={3}>
      <EuiTitle size="xxs">
        <h2>{t('vishing.suspiciousCalls.aroundTitle')}</h2>
      </EuiTitle>
      <SmallTimeline call={call} />
    </EuiFlexItem>
  </EuiFlexGroup>
);

import { EuiButton, EuiCallOut, EuiEmptyPrompt, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SuspiciousCallsResponse } from '../../common/api/suspicious_calls';
import { AppLink } from '../shared/app_link';
import { formatAgo } from '../shared/format/duration';
import { describeRange } from '../shared/url/time_range';
import type { SetUrlState } from '../shared/url/use_url_state';
import { ALL, DEFAULT_LIST_STATE, hasFilters, type ListState } from './list_state';
import { t } from './translations';

interface EmptyStateProps {
  readonly data: SuspiciousCallsResponse;
  readonly state: ListState;
  readonly nowMs: number;
  setState: SetUrlState<ListState>;
}

/** The resolver runs every minute; after this long something is wrong. */
const LATE_RESOLVER_MS = 15 * 60_000;

/** What would make "nothing suspicious" untrue, if anything. */
export const doubtOf = (
  { checked }: Pick<SuspiciousCallsResponse, 'checked'>,
  nowMs: number
): string | undefined => {
  if (checked.last_resolved === undefined) {
    return t('vishing.suspiciousCalls.neverResolvedWarning');
  }
  const resolvedMs = Date.parse(checked.last_resolved);
  if (nowMs - resolvedMs > LATE_RESOLVER_MS) {
    return t('vishing.suspiciousCalls.lateResolverWarning', { ago: formatAgo(resolvedMs, nowMs) });
  }
  return checked.calls === 0 ? t('vishing.suspiciousCalls.noCallsWarning') : undefined;
};

const NoMatch = ({ data, state, setState }: EmptyStateProps): ReactElement => {
  const { open, acknowledged, closed } = data.counts;
  const { q, status, severity, rule } = DEFAULT_LIST_STATE;
  return (
    <EuiEmptyPrompt
      iconType="search"
      titleSize="s"
      data-test-subj="noMatch"
      title={<h2>{t('vishing.suspiciousCalls.noMatchTitle')}</h2>}
      body={t('vishing.suspiciousCalls.noMatchDescription', {
        count: open + acknowledged + closed,
        range: describeRange(state),
      })}
      actions={
        <EuiButton onClick={() => setState({ q, status, severity, rule, page: 0 })}>
          {t('vishing.suspiciousCalls.clearFiltersButtonLabel')}
        </EuiButton>
      }
    />
  );
};

const Doubt = ({ text }: { text: string }): ReactElement => (
  <>
    <EuiSpacer size="m" />
    <EuiCallOut size="s" color="warning" iconType="warning" title={text} data-test-subj="doubt">
      <AppLink to={{ pathname: '/setup' }}>{t('vishing.suspiciousCalls.setupLinkText')}</AppLink>
    </EuiCallOut>
  </>
);

/** Says that nothing is suspicious, and how far that can be believed. */
export const EmptyState = (props: EmptyStateProps): ReactElement => {
  const { data, state, nowMs, setState } = props;
  const { open, acknowledged, closed } = data.counts;
  if (hasFilters(state) && open + acknowledged + closed > 0) return <NoMatch {...props} />;
  const doubt = doubtOf(data, nowMs);
  return (
    <EuiEmptyPrompt
      iconType={doubt === undefined ? 'checkCircle' : 'question'}
      iconColor={doubt === undefined ? 'success' : 'subdued'}
      titleSize="s"
      data-test-subj="emptyState"
      title={<h2>{t('vishing.suspiciousCalls.emptyTitle', { range: describeRange(state) })}</h2>}
      body={
        <>
          <p>
            {t('vishing.suspiciousCalls.emptyCheckedDescription', { count: data.checked.calls })}
          </p>
          {closed > 0 ? (
            <p>{t('vishing.suspiciousCalls.emptyClosedDescription', { count: closed })}</p>
          ) : null}
          {doubt === undefined ? null : <Doubt text={doubt} />}
        </>
      }
      actions={
        closed > 0 ? (
          <EuiButton onClick={() => setState({ status: ALL, page: 0 })}>
            {t('vishing.suspiciousCalls.showClosedButtonLabel')}
          </EuiButton>
        ) : undefined
      }
    />
  );
};

import { EuiFlexGroup, EuiFlexItem, EuiText, EuiToolTip } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import { AppLink, type AppPath } from '../shared/app_link';
import { formatAgo, formatDuration } from '../shared/format/duration';
import { countryName, numberTypeName } from '../shared/format/number';
import { Instant } from '../shared/instant';
import { NumberLink, PersonLink } from '../shared/subject/links';
import { VerdictBadge } from '../shared/subject/verdict_badge';
import { t } from './translations';

const Subdued = ({ children }: { children: string }): ReactElement => (
  <EuiText size="xs" color="subdued">
    {children}
  </EuiText>
);

export const WhenCell = ({
  call,
  nowMs,
}: {
  call: SuspiciousCall;
  nowMs: number;
}): ReactElement => (
  <div>
    <EuiText size="s">
      <Instant value={call.started} nowMs={nowMs} />
    </EuiText>
    <Subdued>{formatAgo(Date.parse(call.started), nowMs)}</Subdued>
  </div>
);

export const personName = ({ person }: SuspiciousCall): string =>
  person.name ?? person.email ?? person.id ?? t('vishing.suspiciousCalls.unknownPersonLabel');

export const PersonCell = ({ call }: { call: SuspiciousCall }): ReactElement => {
  const { department, hosts } = call.person;
  const below = [department, hosts.slice(0, 2).join(', ')].filter(Boolean).join(' · ');
  return (
    <div>
      <EuiText size="s">
        <PersonLink id={call.person.id} text={personName(call)} />
      </EuiText>
      {below === '' ? null : <Subdued>{below}</Subdued>}
    </div>
  );
};

const numberFacts = ({ number }: SuspiciousCall): string =>
  [
    [
      number.country ? countryName(number.country) : '',
      number.type ? numberTypeName(number.type) : '',
    ]
      .filter(Boolean)
      .join(' '),
    number.is_first_seen ? t('vishing.suspiciousCalls.firstSeenLabel') : '',
    number.people_30d
      ? t('vishing.suspiciousCalls.reachedLabel', { count: number.people_30d })
      : '',
  ]
    .filter(Boolean)
    .join(' · ');

export const NumberCell = ({ call }: { call: SuspiciousCall }): ReactElement => {
  const { number } = call;
  const facts = numberFacts(call);
  return (
    <div>
      <EuiFlexGroup gutterSize="xs" wrap responsive={false} alignItems="center">
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <NumberLink
              number={number.value}
              text={number.display ?? number.value ?? t('vishing.suspiciousCalls.noNumberLabel')}
            />
          </EuiText>
        </EuiFlexItem>
        {number.verdict === 'none' ? null : (
          <EuiFlexItem grow={false}>
            <VerdictBadge verdict={number.verdict} />
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      {number.name ? <Subdued>{number.name}</Subdued> : null}
      {facts === '' ? null : <Subdued>{facts}</Subdued>}
    </div>
  );
};

/** Length of the call in words, as the first thing that happened. */
const spoken = ({ answered, talk_seconds }: SuspiciousCall): string =>
  answered
    ? talk_seconds === undefined
      ? t('vishing.suspiciousCalls.answeredLabel')
      : t('vishing.suspiciousCalls.spokeLabel', { duration: formatDuration(talk_seconds * 1000) })
    : t('vishing.suspiciousCalls.notAnsweredLabel');

/** What happened, in three lines at most; the link to the call. */
export const ReasonsCell = ({ call, to }: { call: SuspiciousCall; to: AppPath }): ReactElement => {
  const text = call.reasons.join('; ') || t('vishing.suspiciousCalls.noReasonLabel');
  return (
    <div>
      <EuiToolTip content={text} display="block">
        <AppLink
          to={to}
          data-test-subj={`callLink-${call.call_id}`}
          style={{
            display: '-webkit-box',
            WebkitLineClamp: 3,
            WebkitBoxOrient: 'vertical',
            overflow: 'hidden',
          }}
        >
          {text}
        </AppLink>
      </EuiToolTip>
      <Subdued>
        {`${spoken(call)} · ${t('vishing.suspiciousCalls.alertsLabel', { count: call.alerts.length })}`}
      </Subdued>
    </div>
  );
};

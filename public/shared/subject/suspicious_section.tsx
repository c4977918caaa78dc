import { EuiCallOut, EuiSpacer, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SuspiciousPage } from '../../../common/api/activity';
import type { SuspiciousCall } from '../../../common/api/suspicious_calls';
import type { QueryState } from '../../api/use_query';
import { AppLink } from '../app_link';
import { Instant } from '../instant';
import { ScoreBadge } from '../severity';
import { StatusBadge } from '../status_badge';
import { NumberLink, PersonLink } from './links';
import { PagedTable } from './paged_table';
import { Loaded, Section } from './section';
import { t } from './translations';

/** Rows on one page of the table; the server is asked for as many. */
export const SUSPICIOUS_PER_PAGE = 10;

interface SuspiciousSectionProps {
  readonly query: QueryState<SuspiciousPage>;
  readonly page: number;
  /** Who is at the other end: of a number its people, of a person the numbers. */
  readonly other: 'person' | 'number';
  onPage(page: number): void;
}

const OTHER = {
  person: {
    name: t('vishing.subject.personColumnTitle'),
    render: ({ person }: SuspiciousCall) => (
      <PersonLink
        id={person.id}
        text={person.name ?? person.email ?? t('vishing.subject.unknownPersonLabel')}
      />
    ),
  },
  number: {
    name: t('vishing.subject.numberColumnTitle'),
    render: ({ number }: SuspiciousCall) => (
      <NumberLink
        number={number.value}
        text={number.display ?? number.value ?? t('vishing.subject.noNumberLabel')}
      />
    ),
  },
} as const;

const columnsOf = (
  other: SuspiciousSectionProps['other']
): Array<EuiBasicTableColumn<SuspiciousCall>> => [
  {
    name: t('vishing.subject.scoreColumnTitle'),
    width: '80px',
    render: ({ score, severity }: SuspiciousCall) => (
      <ScoreBadge score={score} severity={severity} />
    ),
  },
  {
    name: t('vishing.subject.whenColumnTitle'),
    width: '130px',
    render: ({ started }: SuspiciousCall) => <Instant value={started} />,
  },
  { ...OTHER[other], width: '20%' },
  {
    name: t('vishing.subject.reasonsColumnTitle'),
    render: ({ call_id, reasons }: SuspiciousCall) => (
      <AppLink to={{ pathname: `/calls/${call_id}` }} data-test-subj={`callLink-${call_id}`}>
        {reasons.join('; ') || t('vishing.subject.noReasonLabel')}
      </AppLink>
    ),
  },
  {
    name: t('vishing.subject.statusColumnTitle'),
    width: '140px',
    render: ({ status }: SuspiciousCall) => <StatusBadge status={status} />,
  },
];

/** The calls of a number or person that rules alerted on, each with a link to its page. */
export const SuspiciousSection = (props: SuspiciousSectionProps): ReactElement => {
  const { query, page, other, onPage } = props;
  return (
    <Section id="suspicious" title={t('vishing.subject.suspiciousTitle')}>
      <Loaded query={query} what={t('vishing.subject.theSuspiciousCallsLabel')}>
        {({ calls, total, truncated }) => (
          <>
            {truncated ? (
              <>
                <EuiCallOut
                  announceOnMount
                  size="s"
                  iconType="info"
                  title={t('vishing.subject.truncatedTitle')}
                  data-test-subj="truncated"
                >
                  <p>{t('vishing.subject.truncatedDescription')}</p>
                </EuiCallOut>
                <EuiSpacer size="s" />
              </>
            ) : null}
            {total === 0 ? (
              <EuiText size="s" data-test-subj="noSuspiciousCalls">
                {t('vishing.subject.noSuspiciousLabel')}
              </EuiText>
            ) : (
              <PagedTable<SuspiciousCall>
                items={calls}
                columns={columnsOf(other)}
                caption={t('vishing.subject.suspiciousCaption')}
                paging={{ page, perPage: SUSPICIOUS_PER_PAGE, total }}
                isLoading={query.isLoading}
                onChange={({ page: next }) => onPage(next?.index ?? page)}
                data-test-subj="suspiciousTable"
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
};

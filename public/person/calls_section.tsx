import { EuiFlexGroup, EuiFlexItem, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { PersonCall, PersonCallsResponse } from '../../common/api/person';
import type { QueryState } from '../api/use_query';
import { AppLink } from '../shared/app_link';
import { formatInstant } from '../shared/format/instant';
import { formatShare } from '../shared/format/number';
import { useServices } from '../shared/services';
import { NumberLink } from '../shared/subject/links';
import { outcomeName, talkText } from '../shared/subject/outcome';
import { PagedTable } from '../shared/subject/paged_table';
import { Loaded, Section } from '../shared/subject/section';
import { VerdictBadge } from '../shared/subject/verdict_badge';
import { methodName } from './joins_section';
import { t } from './translations';

export const CALLS_PER_PAGE = 10;

const Other = ({ other }: { other: PersonCall['other'] }): ReactElement => (
  <EuiFlexGroup gutterSize="xs" wrap responsive={false} alignItems="center">
    <EuiFlexItem grow={false}>
      <NumberLink number={other.number} text={other.name || t('vishing.person.withheldLabel')} />
    </EuiFlexItem>
    {other.verdict === 'none' ? null : (
      <EuiFlexItem grow={false}>
        <VerdictBadge verdict={other.verdict} />
      </EuiFlexItem>
    )}
  </EuiFlexGroup>
);

const columnsOf = (zone: string): Array<EuiBasicTableColumn<PersonCall>> => [
  {
    name: t('vishing.person.whenColumnTitle'),
    width: '140px',
    render: ({ call_id, started }: PersonCall) => (
      <AppLink to={{ pathname: `/calls/${call_id}` }} data-test-subj={`callLink-${call_id}`}>
        {formatInstant(started, zone, 'dayAndTime')}
      </AppLink>
    ),
  },
  {
    name: t('vishing.person.directionColumnTitle'),
    width: '110px',
    render: ({ direction }: PersonCall) => t(`vishing.person.${direction}Direction`),
  },
  {
    name: t('vishing.person.otherColumnTitle'),
    render: ({ other }: PersonCall) => <Other other={other} />,
  },
  {
    name: t('vishing.person.outcomeColumnTitle'),
    width: '120px',
    render: ({ action }: PersonCall) => outcomeName(action),
  },
  {
    name: t('vishing.person.talkColumnTitle'),
    width: '140px',
    render: (call: PersonCall) => talkText(call),
  },
  {
    name: t('vishing.person.joinColumnTitle'),
    width: '22%',
    render: ({ join }: PersonCall) =>
      join
        ? t('vishing.person.joinValue', {
            method: methodName(join.method),
            share: formatShare(join.confidence),
          })
        : '',
  },
];

interface CallsSectionProps {
  readonly query: QueryState<PersonCallsResponse>;
  readonly page: number;
  onPage(page: number): void;
}

/** The calls of the person, newest first. */
export const CallsSection = ({ query, page, onPage }: CallsSectionProps): ReactElement => {
  const { zone } = useServices();
  return (
    <Section id="calls" title={t('vishing.person.callsTitle')}>
      <Loaded query={query} what={t('vishing.person.theCallsLabel')}>
        {({ calls, total, reachable }) =>
          total === 0 ? (
            <EuiText size="s" data-test-subj="noCalls">
              {t('vishing.person.noCallsLabel')}
            </EuiText>
          ) : (
            <PagedTable<PersonCall>
              items={calls}
              columns={columnsOf(zone)}
              caption={t('vishing.person.callsCaption')}
              paging={{ page, perPage: CALLS_PER_PAGE, total, reachable }}
              isLoading={query.isLoading}
              onChange={({ page: next }) => onPage(next?.index ?? page)}
              data-test-subj="callsTable"
            />
          )
        }
      </Loaded>
    </Section>
  );
};

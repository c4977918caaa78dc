import { EuiText, type EuiBasicTableColumn, type Criteria } from '@elastic/eui';
import type { ReactElement } from 'react';
import {
  reachedSortSchema,
  type NumberPeopleResponse,
  type ReachedPerson,
} from '../../common/api/number';
import type { QueryState } from '../api/use_query';
import { AppLink } from '../shared/app_link';
import { formatDuration } from '../shared/format/duration';
import { formatInstant } from '../shared/format/instant';
import { useServices } from '../shared/services';
import { PersonLink } from '../shared/subject/links';
import { outcomeName } from '../shared/subject/outcome';
import { PagedTable } from '../shared/subject/paged_table';
import { Loaded, Section } from '../shared/subject/section';
import type { SetUrlState } from '../shared/url/use_url_state';
import type { NumberState } from './number_state';
import { t } from './translations';

export const PEOPLE_PER_PAGE = 10;

const columnsOf = (zone: string): Array<EuiBasicTableColumn<ReachedPerson>> => [
  {
    field: 'name',
    name: t('vishing.number.personColumnTitle'),
    sortable: true,
    render: (name: string, { id, department }: ReachedPerson) => (
      <div>
        <PersonLink id={id} text={name || t('vishing.number.unknownPersonLabel')} />
        {department === undefined ? null : (
          <EuiText size="xs" color="subdued">
            {department}
          </EuiText>
        )}
      </div>
    ),
  },
  {
    field: 'newest',
    name: t('vishing.number.newestColumnTitle'),
    sortable: true,
    render: ({ call_id, started }: ReachedPerson['newest']) => (
      <AppLink to={{ pathname: `/calls/${call_id}` }} data-test-subj={`callLink-${call_id}`}>
        {formatInstant(started, zone, 'dayAndTime')}
      </AppLink>
    ),
  },
  {
    name: t('vishing.number.outcomeColumnTitle'),
    render: ({ newest }: ReachedPerson) => outcomeName(newest.action),
  },
  {
    field: 'calls',
    name: t('vishing.number.callsColumnTitle'),
    sortable: true,
    align: 'right',
    width: '90px',
  },
  {
    name: t('vishing.number.answeredColumnTitle'),
    align: 'right',
    width: '110px',
    render: ({ answered, calls }: ReachedPerson) =>
      t('vishing.number.answeredLabel', { answered, calls }),
  },
  {
    field: 'talk_seconds',
    name: t('vishing.number.talkColumnTitle'),
    sortable: true,
    align: 'right',
    width: '140px',
    render: (seconds: number) => formatDuration(seconds * 1000),
  },
];

/** What the table's own controls change in the address. */
const changesOf = (
  { page, sort }: Criteria<ReachedPerson>,
  state: NumberState
): Partial<NumberState> => {
  const field = reachedSortSchema.safeParse(sort?.field);
  const isReordered =
    sort !== undefined &&
    field.success &&
    (field.data !== state.sort || sort.direction !== state.order);
  return isReordered
    ? { sort: field.data, order: sort.direction, peoplePage: 0 }
    : { peoplePage: page?.index ?? state.peoplePage };
};

interface PeopleSectionProps {
  readonly query: QueryState<NumberPeopleResponse>;
  readonly state: NumberState;
  setState: SetUrlState<NumberState>;
}

/** Everyone whom the number reached, and what came of it. */
export const PeopleSection = ({ query, state, setState }: PeopleSectionProps): ReactElement => {
  const { zone } = useServices();
  return (
    <Section
      id="people"
      title={t('vishing.number.peopleTitle')}
      description={t('vishing.number.peopleDescription')}
    >
      <Loaded query={query} what={t('vishing.number.thePeopleLabel')}>
        {({ people, total, reachable }) =>
          total === 0 ? (
            <EuiText size="s" data-test-subj="noPeople">
              {t('vishing.number.noPeopleLabel')}
            </EuiText>
          ) : (
            <PagedTable<ReachedPerson>
              items={people}
              columns={columnsOf(zone)}
              caption={t('vishing.number.peopleCaption')}
              paging={{ page: state.peoplePage, perPage: PEOPLE_PER_PAGE, total, reachable }}
              isLoading={query.isLoading}
              sort={{ field: state.sort, direction: state.order }}
              onChange={(criteria) => setState(changesOf(criteria, state))}
              data-test-subj="peopleTable"
            />
          )
        }
      </Loaded>
    </Section>
  );
};

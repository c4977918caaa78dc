import {
  EuiBadge,
  EuiBasicTable,
  EuiText,
  type Criteria,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { MAX_LISTED, peopleSortSchema, type ListedPerson } from '../../../common/api/people';
import type { SetUrlState } from '../../shared/url/use_url_state';
import { Lines } from '../lines';
import { PersonLink } from '../person_link';
import { sourceLabel } from '../source_label';
import { t } from '../translations';
import { PAGE_SIZES, type PeopleUrl } from './people_url';

interface PeopleTableProps {
  readonly people: readonly ListedPerson[];
  readonly total: number;
  readonly url: PeopleUrl;
  readonly isLoading: boolean;
  setUrl: SetUrlState<PeopleUrl>;
}

const Name = ({ person }: { person: ListedPerson }): ReactElement => {
  const { id, full_name: name, kind, upn, emails, account_names: accounts } = person;
  const also = upn ?? emails[0] ?? accounts[0];
  return (
    <div>
      <PersonLink id={id} name={name} />{' '}
      {kind === 'person' ? null : (
        <EuiBadge color="hollow">{t(`vishing.people.${kind}KindLabel`)}</EuiBadge>
      )}
      {also === undefined ? null : (
        <EuiText size="xs" color="subdued">
          {also}
        </EuiText>
      )}
    </div>
  );
};

const COLUMNS: EuiBasicTableColumn<ListedPerson>[] = [
  {
    field: 'full_name',
    name: t('vishing.people.nameColumnTitle'),
    sortable: true,
    render: (_: unknown, person: ListedPerson) => <Name person={person} />,
  },
  {
    field: 'department',
    name: t('vishing.people.departmentColumnTitle'),
    sortable: true,
    render: (_: unknown, { department, title }: ListedPerson) => (
      <div>
        {department}
        {title === undefined ? null : (
          <EuiText size="xs" color="subdued">
            {title}
          </EuiText>
        )}
      </div>
    ),
  },
  {
    name: t('vishing.people.linesColumnTitle'),
    render: (person: ListedPerson) => <Lines person={person} />,
  },
  {
    name: t('vishing.people.hostsColumnTitle'),
    render: ({ hosts }: ListedPerson) => hosts.join(', '),
  },
  {
    name: t('vishing.people.rolesColumnTitle'),
    render: ({ roles }: ListedPerson) => (
      <div>
        {roles.map((role) => (
          <EuiBadge key={role} color="hollow">
            {t(`vishing.people.${role}RoleLabel`)}
          </EuiBadge>
        ))}
      </div>
    ),
  },
  {
    name: t('vishing.people.sourcesColumnTitle'),
    width: '120px',
    render: ({ sources }: ListedPerson) => (
      <EuiText size="xs">{sources.map(sourceLabel).join(', ')}</EuiText>
    ),
  },
];

const changesOf = ({ page, sort }: Criteria<ListedPerson>, url: PeopleUrl): Partial<PeopleUrl> => {
  const field = peopleSortSchema.safeParse(sort?.field);
  const size = (page ? String(page.size) : url.size) as PeopleUrl['size'];
  const isReordered = field.success && (field.data !== url.sort || sort?.direction !== url.order);
  return {
    size,
    page: isReordered || size !== url.size ? 0 : (page?.index ?? url.page),
    ...(field.success && sort ? { sort: field.data, order: sort.direction } : {}),
  };
};

/** One page of the directory. */
export const PeopleTable = (props: PeopleTableProps): ReactElement => {
  const { people, total, url, isLoading, setUrl } = props;
  return (
    <EuiBasicTable<ListedPerson>
      tableCaption={t('vishing.people.tableCaption')}
      items={[...people]}
      itemId="id"
      columns={COLUMNS}
      loading={isLoading}
      sorting={{ sort: { field: url.sort, direction: url.order } }}
      pagination={{
        pageIndex: url.page,
        pageSize: Number(url.size),
        totalItemCount: Math.min(total, MAX_LISTED),
        pageSizeOptions: PAGE_SIZES,
      }}
      onChange={(criteria: Criteria<ListedPerson>) => setUrl(changesOf(criteria, url))}
      data-test-subj="peopleTable"
    />
  );
};

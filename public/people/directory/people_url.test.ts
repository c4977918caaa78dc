import { peopleUrlSchema, toPeopleQuery } from './people_url';

const query = (url: object) => toPeopleQuery(peopleUrlSchema.parse(url));

it.each([
  [{}, { sort: 'full_name', order: 'asc', page: 0, per_page: 25 }],
  [
    { q: ' ana ', kind: 'queue', role: 'help_desk', page: '3', size: '50' },
    {
      search: 'ana',
      kind: 'queue',
      role: 'help_desk',
      sort: 'full_name',
      order: 'asc',
      page: 3,
      per_page: 50,
    },
  ],
  [
    { page: '999', size: '100', sort: 'x' },
    { sort: 'full_name', order: 'asc', page: 99, per_page: 100 },
  ],
  [
    { kind: 'robot', page: '-1' },
    { sort: 'full_name', order: 'asc', page: 0, per_page: 25 },
  ],
])('%j asks for %j', (url, expected) => {
  expect(query(url)).toEqual(expected);
});

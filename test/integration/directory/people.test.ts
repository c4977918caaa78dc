import { CALLS_INDEX } from '../../../common/constants';
import type { ImportBody } from '../../../common/api/people';
import { getPeople } from '../../../common/api/people';
import type { ImportRow } from '../../../common/people/import_fields';
import type { PersonInput } from '../../../common/model/person';
import { decideLine, listConflicts } from '../../../server/directory/conflicts';
import { loadDirectory } from '../../../server/directory/directory_store';
import { importRows, previewImport } from '../../../server/directory/import_people';
import { listPeople } from '../../../server/directory/list_people';
import { formatInternational } from '../../../server/numbers/format_number';
import { buildCall } from '../../builders/call';
import { peopleBench } from './people_bench';

const { es, put } = peopleBench();

const body = (rows: ImportRow['values'][], settings: Partial<ImportBody> = {}): ImportBody => ({
  rows: rows.map((values, index) => ({ line: index + 2, values })),
  country: 'US',
  site: 'ptest',
  zone: 'UTC',
  ...settings,
});
const list = (query: object) => listPeople(es, getPeople.query.parse(query), formatInternational);
const ANA = 'ptest.ana@example.com';
const BEN = 'ptest.ben@example.com';
const NUMBER = '+12025550142';

describe('an import', () => {
  const rows = [
    { full_name: ['Ptest Ana'], upn: [ANA], numbers: ['(202) 555-0142'], department: ['Ptest'] },
    { upn: [ANA], extensions: ['1001'], valid_to: ['2031-03-31'] },
    { full_name: ['Ptest Ben'], emails: [BEN], extensions: ['1001'], valid_from: ['2031-04-01'] },
    { full_name: ['Ptest Cem'], numbers: ['12'.repeat(10)] },
  ];

  it('says before what it will do, and stores nothing', async () => {
    const { people, refused } = await previewImport(es, body(rows), formatInternational);
    expect(people.map(({ outcome, lines, person }) => [outcome, lines, person.id])).toEqual([
      ['create', [2, 3], ANA],
      ['create', [4], BEN],
    ]);
    expect(people[0]?.person.numbers).toEqual([{ value: NUMBER, display: '+1 202 555 0142' }]);
    expect(refused).toEqual([
      { line: 5, reason: expect.stringContaining('is not a number that exists in US') },
    ]);
    expect((await list({ search: 'ptest' })).total).toBe(0);
  });

  it('stores people once, however often it is repeated', async () => {
    const first = await importRows(es, body(rows));
    expect(first.result).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    const second = await importRows(es, body(rows));
    expect(second.result).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(second.changed).toEqual([]);
  });

  it('gives an extension that changes hands to two people in turn', async () => {
    await importRows(es, body(rows));
    const directory = await loadDirectory(es);
    const at = (atMs: number) =>
      directory.findPerson({ extension: '1001', siteId: 'ptest', atMs })?.person.id;
    expect(at(Date.parse('2031-03-31T23:59:59Z'))).toBe(ANA);
    expect(at(Date.parse('2031-04-01T00:00:00Z'))).toBe(BEN);
  });

  it('changes only the fields that its columns name', async () => {
    await put({
      id: 'ptest-1',
      full_name: 'Ptest Ana',
      emails: [ANA],
      hosts: ['ws-1'],
      title: 'Clerk',
    });
    const { result } = await importRows(
      es,
      body([{ emails: [ANA.toUpperCase()], title: ['Head'], numbers: [NUMBER] }])
    );
    expect(result).toMatchObject({ created: 0, updated: 1, refused: [] });
    expect((await list({ search: ANA })).people).toMatchObject([
      { id: 'ptest-1', title: 'Head', hosts: ['ws-1'], numbers: [{ value: NUMBER }] },
    ]);
  });

  it('refuses a row that may mean two people', async () => {
    await put(
      { id: 'ptest-1', full_name: 'Ptest Ana', emails: [ANA] },
      { id: 'ptest-2', full_name: 'Ptest Other', emails: [ANA] }
    );
    const { result } = await importRows(es, body([{ emails: [ANA], title: ['Head'] }]));
    expect(result.refused).toEqual([
      { line: 2, reason: expect.stringContaining('ptest-1, ptest-2') },
    ]);
  });
});

describe('the list of people', () => {
  beforeEach(() =>
    put(
      {
        id: 'ptest-1',
        full_name: 'Ptest Ana',
        emails: [ANA],
        numbers: [NUMBER],
        department: 'Ptest B',
      },
      { id: 'ptest-2', full_name: 'Ptest Ben', extensions: ['berlin:4711'], department: 'Ptest A' },
      { id: 'ptest-q', full_name: 'Ptest Queue', kind: 'queue', roles: ['help_desk'] }
    )
  );

  it.each<[object, string[]]>([
    [{ search: 'PTEST an' }, ['ptest-1']],
    [{ search: '555-0142', sort: 'full_name' }, ['ptest-1']],
    [{ search: '4711' }, ['ptest-2']],
    [{ search: 'ptest', sort: 'department' }, ['ptest-2', 'ptest-1', 'ptest-q']],
    [{ search: 'ptest', order: 'desc' }, ['ptest-q', 'ptest-2', 'ptest-1']],
    [{ search: 'ptest', per_page: 1, page: 1 }, ['ptest-2']],
    [{ search: 'ptest', kind: 'queue' }, ['ptest-q']],
    [{ search: 'ptest', role: 'help_desk' }, ['ptest-q']],
    [{ search: 'ptest*' }, []],
  ])('for %j is %j', async (query, ids) => {
    expect((await list(query)).people.map(({ id }) => id)).toEqual(ids);
  });

  it('says that it pages no deeper than the first 10,000', async () => {
    await expect(list({ page: 999, per_page: 100 })).rejects.toMatchObject({ code: 'bad_request' });
  });
});

const conflicts = async () =>
  (await listConflicts(es, formatInternational)).conflicts.filter(({ people }) =>
    people.some(({ id }) => id.startsWith('ptest'))
  );

describe('a number of several people', () => {
  const who = async () =>
    (await loadDirectory(es)).findPerson({ number: '+12025550143', atMs: 0 })?.person.id;
  const people = ['ptest-1', 'ptest-2'].map((id) => ({
    id,
    full_name: id,
    numbers: ['+12025550143'],
  }));
  const decide = (ids: string[], owner?: string) =>
    decideLine(es, {
      value: '+12025550143',
      people: ids,
      owner,
      decidedBy: 'elastic',
      now: new Date(0),
    });

  it('is listed until it is decided, and then names the one it was decided for', async () => {
    await put(...people);
    expect(await conflicts()).toMatchObject([
      { kind: 'number', value: '+12025550143', people: [{ id: 'ptest-1' }, { id: 'ptest-2' }] },
    ]);
    expect(await who()).toBeUndefined();
    expect(await decide(['ptest-1', 'ptest-2'], 'ptest-2')).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
    expect(await who()).toBe('ptest-2');
  });

  it('is decided still when someone replaces the people, and open again when a third one has it', async () => {
    await put(...people);
    await decide(['ptest-1', 'ptest-2'], 'ptest-2');
    await put(...people.map((person) => ({ ...person, title: 'Clerk' })));
    expect(await who()).toBe('ptest-2');
    await put({ id: 'ptest-3', full_name: 'x', numbers: ['+12025550143'] });
    expect(await who()).toBeUndefined();
    expect(await conflicts()).toHaveLength(1);
  });

  it('names nobody, and is listed no more, when it is shared', async () => {
    await put(...people);
    await decide(['ptest-1', 'ptest-2']);
    expect(await conflicts()).toEqual([]);
    expect(await who()).toBeUndefined();
  });

  it('is no conflict when they have it in turn', async () => {
    const [first, second] = ['ptest-1', 'ptest-2'].map((id) => ({
      id,
      full_name: id,
      numbers: ['+12025550143'],
    })) as [PersonInput, PersonInput];
    await put(
      { ...first, lines: [{ value: '+12025550143', valid_to: '2031-03-01T00:00:00Z' }] },
      { ...second, lines: [{ value: '+12025550143', valid_from: '2031-03-01T00:00:00Z' }] }
    );
    expect(await conflicts()).toEqual([]);
  });

  it('is not decided for someone who does not have it', async () => {
    await expect(decide(['ptest-1', 'ptest-2'], 'ptest-9')).rejects.toMatchObject({
      code: 'bad_request',
    });
  });
});

describe('an extension that one has at a site and another at any', () => {
  const storeCall = (site: object) => {
    const { vishing, ...call } = buildCall({
      '@timestamp': new Date().toISOString(),
      vishing: { call: { id: 'ptest-site', direction: 'inbound' } },
    });
    const document = { ...call, vishing: { ...vishing, callee: { extension: '7301' }, ...site } };
    return es.index({ index: CALLS_INDEX, id: 'ptest-site', document, refresh: true });
  };
  beforeEach(() =>
    put(
      { id: 'ptest-1', full_name: 'Ptest Ana', extensions: ['7301'] },
      { id: 'ptest-2', full_name: 'Ptest Ben', extensions: ['berlin:7301'] }
    )
  );
  const who = async (siteId?: string) =>
    (await loadDirectory(es)).findPerson({ extension: '7301', siteId, atMs: 0 })?.person.id;

  it('is no conflict while every call names its site', async () => {
    await storeCall({ site: { id: 'munich' } });
    expect(await conflicts()).toEqual([]);
    expect(await Promise.all([who('berlin'), who('munich')])).toEqual(['ptest-2', 'ptest-1']);
  });

  it.each([{ site: undefined }, { site: { id: 'default' } }])(
    'is one in calls that name no site (%j), until it is decided',
    async (site) => {
      await storeCall(site);
      expect(await conflicts()).toMatchObject([
        {
          kind: 'extension',
          value: '7301',
          people: [{ id: 'ptest-1' }, { id: 'ptest-2', value: 'berlin:7301' }],
        },
      ]);
      expect(await who()).toBeUndefined();
      const people = ['ptest-1', 'ptest-2'];
      await decideLine(es, { value: '7301', people, owner: 'ptest-2', now: new Date(0) });
      expect(await conflicts()).toEqual([]);
      expect(await Promise.all([who(), who('munich')])).toEqual(['ptest-2', 'ptest-1']);
    }
  );
});

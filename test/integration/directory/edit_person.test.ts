import { DIRECTORY_INDEX } from '../../../common/constants';
import type { PersonFields, StoredPerson } from '../../../common/model/person';
import { changePerson } from '../../../server/directory/change_person';
import { loadDirectory } from '../../../server/directory/directory_store';
import { editPerson, type PersonEdit } from '../../../server/directory/edit_person';
import { withSynced } from '../../../server/directory/layers';
import { peopleBench } from './people_bench';

const { es, put } = peopleBench('pedit');

const ID = 'pedit-1';
const APRIL = '2031-04-01T00:00:00.000Z';
const MAY = '2031-05-01T00:00:00.000Z';
const NUMBER = '+12025550171';
const OTHER = '+12025550172';

const edit = (changes: Omit<PersonEdit, 'id'>) => editPerson(es, { id: ID, ...changes });
const read = async () => (await es.get<StoredPerson>({ index: DIRECTORY_INDEX, id: ID }))._source;
const told = (fields: PersonFields) =>
  changePerson(es, ID, (parts) => withSynced(parts, 'entra_id', fields));

beforeEach(() =>
  put({ id: ID, full_name: 'Pedit Ana', numbers: [NUMBER], extensions: ['pedit:1001'] })
);

it('gives a number and an extension to a person for a time', async () => {
  await edit({ numbers: [{ value: '+1 202 555 0171', valid_to: '2031-04-01T02:00:00+02:00' }] });
  await edit({
    extensions: [
      { value: 'pedit:1001', valid_to: APRIL },
      { value: 'pedit:1001', valid_from: MAY },
    ],
  });
  const directory = await loadDirectory(es);
  const at = (instant: string) => {
    const atMs = Date.parse(instant);
    return [
      directory.findPerson({ number: NUMBER, atMs })?.person.id,
      directory.findPerson({ extension: '1001', siteId: 'pedit', atMs })?.person.id,
    ];
  };
  expect(at('2031-03-31T23:59:59Z')).toEqual([ID, ID]);
  expect(at(APRIL)).toEqual([undefined, undefined]);
  expect(at(MAY)).toEqual([undefined, ID]);
});

it('tells who the person was before, so that earlier calls are resolved again', async () => {
  const change = await edit({ numbers: [{ value: OTHER }], roles: ['finance'] });
  expect(change?.previous.numbers).toEqual([NUMBER]);
  expect(change?.document).toMatchObject({ numbers: [OTHER], roles: ['finance'], lines: [] });
  expect(await edit({ numbers: [{ value: OTHER }], roles: ['finance'] })).toBeUndefined();
});

it('is not undone by what a directory says, now or later', async () => {
  await put({ id: ID, full_name: 'Pedit Ana' });
  const line = { value: NUMBER, confidence: 0.8 };
  await told({ numbers: [NUMBER], lines: [line], hosts: ['ws-1'] });
  await edit({ numbers: [{ value: NUMBER, valid_to: APRIL }] });
  await told({ numbers: [NUMBER, OTHER], lines: [line], hosts: ['ws-2'] });
  expect(await read()).toMatchObject({
    numbers: [NUMBER],
    lines: [{ value: NUMBER, valid_to: APRIL }],
    hosts: ['ws-2'],
  });
  await told({ numbers: [NUMBER], lines: [{ value: NUMBER, valid_to: MAY }] });
  await edit({ numbers: [{ value: NUMBER }] });
  expect((await read())?.lines).toEqual([{ value: NUMBER }]);
});

it('keeps how sure a period is that nobody changed, and what nobody edited', async () => {
  await put({ id: ID, full_name: 'Pedit Ana', extensions: ['pedit:1001'] });
  await told({ numbers: [NUMBER], lines: [{ value: NUMBER, confidence: 0.8 }], extensions: ['9'] });
  await edit({ numbers: [{ value: NUMBER }, { value: OTHER, valid_from: MAY }] });
  expect(await read()).toMatchObject({
    numbers: [NUMBER, OTHER],
    extensions: ['pedit:1001'],
    lines: [
      { value: NUMBER, confidence: 0.8 },
      { value: OTHER, valid_from: MAY },
    ],
  });
});

it.each<[string, Omit<PersonEdit, 'id'>]>([
  ['“0142” is no number', { numbers: [{ value: '0142' }] }],
  ['“front desk” is no extension', { extensions: [{ value: 'front desk' }] }],
  ['ends before it begins', { numbers: [{ value: NUMBER, valid_from: MAY, valid_to: APRIL }] }],
  ['overlap', { extensions: [{ value: '1001' }, { value: '1001', valid_from: MAY }] }],
])('says that what was typed is wrong: %s', async (message, changes) => {
  await expect(edit(changes)).rejects.toMatchObject({
    code: 'bad_request',
    message: expect.stringContaining(message),
  });
});

it('does not remove what a directory would bring back', async () => {
  await told({ numbers: [OTHER] });
  await expect(edit({ numbers: [] })).rejects.toMatchObject({
    message: expect.stringContaining(`A directory still names ${OTHER}`),
  });
  expect((await edit({ extensions: [] }))?.document.extensions).toEqual([]);
});

import { personSchema } from '../../../common/model/person';
import {
  fieldsOf,
  newRow,
  rowFaults,
  toRequest,
  type EditFields,
  type LineRow,
} from './edit_fields';

const ZONE = 'Europe/Berlin';
const person = personSchema.parse({
  id: 'ana',
  full_name: 'Ana',
  numbers: ['+12025550142'],
  extensions: ['berlin:1001', '9'],
  lines: [
    { value: 'berlin:1001', valid_to: '2025-03-31T22:00:00.000Z' },
    { value: 'berlin:1001', valid_from: '2025-05-05T08:00:00.000Z' },
  ],
  roles: ['finance'],
});
const before = fieldsOf(person, ZONE);
const change = (index: number, changes: Partial<LineRow>): EditFields => ({
  ...before,
  rows: before.rows.map((row, at) => (at === index ? { ...row, ...changes } : row)),
});

it('shows days, the last one included', () => {
  expect(before.rows.map(({ text, site, from, to }) => [text, site, from, to])).toEqual([
    ['+12025550142', '', '', ''],
    ['1001', 'berlin', '', '2025-03-31'],
    ['1001', 'berlin', '2025-05-05', ''],
    ['9', '', '', ''],
  ]);
});

it('sends only what was changed, and keeps the time of a day that stays', () => {
  expect(toRequest(before, before, ZONE)).toEqual({});
  expect(toRequest(before, { ...before, roles: [] }, ZONE)).toEqual({ roles: [] });
  expect(toRequest(before, change(2, { to: '2025-05-31' }), ZONE)).toEqual({
    extensions: [
      { value: 'berlin:1001', valid_to: '2025-03-31T22:00:00.000Z' },
      {
        value: 'berlin:1001',
        valid_from: '2025-05-05T08:00:00.000Z',
        valid_to: '2025-05-31T22:00:00.000Z',
      },
      { value: '9' },
    ],
  });
});

it.each<[string, EditFields, string | undefined]>([
  ['as stored', before, undefined],
  ['without text', change(0, { text: ' ' }), 'missing'],
  ['without calling code', change(0, { text: '202 555 0142' }), 'number'],
  ['of letters', change(0, { text: '+1 desk' }), 'number'],
  ['that ends first', change(0, { from: '2025-04-02', to: '2025-04-01' }), 'reversed'],
  ['of one day', change(0, { from: '2025-04-01', to: '2025-04-01' }), undefined],
])('a number %s is at fault: %#', (_, fields, fault) => {
  expect(rowFaults(fields, ZONE).get('+12025550142-0')).toBe(fault);
});

it('finds periods of an extension that overlap, by site', () => {
  expect([...rowFaults(change(2, { from: '2025-03-31' }), ZONE).values()]).toEqual([
    'overlaps',
    'overlaps',
  ]);
  const added = [...before.rows, { ...newRow('extension', 'x'), text: '9', site: 'munich' }];
  expect(rowFaults({ ...before, rows: added }, ZONE).size).toBe(0);
  const blank = [...before.rows, newRow('number', 'x')];
  expect(rowFaults({ ...before, rows: blank }, ZONE).size).toBe(0);
  expect(toRequest(before, { ...before, rows: blank }, ZONE)).toEqual({});
  const wrong = [...before.rows, { ...newRow('extension', 'x'), text: 'desk' }];
  expect(rowFaults({ ...before, rows: wrong }, ZONE).get('x')).toBe('extension');
});

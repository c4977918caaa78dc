import type { PersonFields } from '../../common/model/person';
import type { ImportRow } from '../../common/people/import_fields';
import { joinRows, newIdOf, readRow, RefusedRowError } from './import_row';

const US = { country: 'US', site: 'hq', zone: 'UTC' };
const row = (values: ImportRow['values']): ImportRow => ({ line: 1, values });

it.each<[ImportRow['values'], PersonFields]>([
  [{ numbers: ['(202) 555-0142'] }, { numbers: ['+12025550142'] }],
  [{ numbers: ['+44 20 7946 0958; 202-555-0143'] }, { numbers: ['+442079460958', '+12025550143'] }],
  [{ numbers: ['1001'] }, { extensions: ['hq:1001'], numbers: [] }],
  [{ numbers: ['+1 202 555 0100 ext. 12'] }, { extensions: ['hq:12'], numbers: [] }],
  [{ extensions: ['x 1001'], site: ['berlin'] }, { extensions: ['berlin:1001'] }],
  [{ extensions: ['munich:1001'], site: ['berlin'] }, { extensions: ['munich:1001'] }],
  [{ first_name: ['Ana'], last_name: ['Diaz'] }, { full_name: 'Ana Diaz' }],
  [
    { emails: ['SMTP:Ana@Example.com;a.diaz@example.com'] },
    { emails: ['ana@example.com', 'a.diaz@example.com'] },
  ],
  [
    { account_names: ['EXAMPLE\\ADiaz'], hosts: ['WS-114.example.com'] },
    { account_names: ['adiaz'], hosts: ['ws-114'] },
  ],
  [
    { roles: ['Help Desk; executive'], kind: ['Hunt group'], privileged: ['yes'] },
    { roles: ['help_desk', 'executive'], kind: 'queue', privileged: true },
  ],
  [
    { extensions: ['1001'], valid_from: ['2025-03-01'], valid_to: ['31.03.2025'] },
    {
      lines: [
        {
          value: 'hq:1001',
          valid_from: '2025-03-01T00:00:00.000Z',
          valid_to: '2025-04-01T00:00:00.000Z',
        },
      ],
    },
  ],
])('%j is %j', (values, fields) => {
  expect(readRow(row(values), US)).toMatchObject(fields);
});

it.each<[ImportRow['values'], RegExp]>([
  [{ numbers: ['5550142'] }, /“5550142” is not a number that exists in US/],
  [{ emails: ['ana'] }, /“ana” is no e-mail address/],
  [{ extensions: ['reception'] }, /“reception” is no extension/],
  [{ roles: ['boss'] }, /“boss” is no role\. Use one of help_desk/],
  [{ kind: ['robot'] }, /“robot” is no kind/],
  [{ sid: ['1114'] }, /no security identifier/],
  [{ privileged: ['perhaps'] }, /neither yes nor no/],
  [{ valid_from: ['03/04/2025'], numbers: ['+12025550142'] }, /no date that can be read/],
  [{ valid_from: ['2025-03-02'], valid_to: ['2025-03-01'] }, /ends before it begins/],
  [{ department: ['x'.repeat(300)] }, /longer than 256/],
])('%j is refused', (values, reason) => {
  expect(() => readRow(row(values), US)).toThrow(RefusedRowError);
  expect(() => readRow(row(values), US)).toThrow(reason);
});

it('joins the rows of one person', () => {
  const rows = [
    { full_name: 'Ana Diaz', numbers: ['+12025550142'], emails: [] },
    { full_name: 'A. Diaz', numbers: ['+12025550142', '+12025550143'], title: 'Clerk' },
  ];
  expect(joinRows(rows)).toEqual({
    full_name: 'Ana Diaz',
    numbers: ['+12025550142', '+12025550143'],
    title: 'Clerk',
  });
});

it('refuses a person with more numbers than one can have', () => {
  const numbers = Array.from({ length: 101 }, (_, index) => `+120255501${index}`);
  expect(() => joinRows([{ numbers }])).toThrow(/different people/);
});

it.each([
  [{ full_name: 'José Ñandú' }, undefined, 'jose-nandu'],
  [
    { upn: 'jane_contoso.com#ext#@tenant.example.com' },
    undefined,
    'jane_contoso.com-ext-@tenant.example.com',
  ],
  [{ full_name: 'Ana' }, 'E-007', 'e-007'],
])('%j with the id %s gets the id %s', (fields, stated, id) => {
  expect(newIdOf(fields, stated)).toBe(id);
});

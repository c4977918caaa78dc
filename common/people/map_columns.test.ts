import { guessMeanings, groupRows, namesPeople, toBatches, toImportRow } from './map_columns';

describe('the meaning of columns', () => {
  it.each([
    [
      [
        'Display Name',
        'UserPrincipalName',
        'Mail',
        'SamAccountName',
        'objectSid',
        'TelephoneNumber',
        'Mobile',
        'ipPhone',
        'Department',
        'Title',
        'physicalDeliveryOfficeName',
      ],
      [
        'full_name',
        'upn',
        'emails',
        'account_names',
        'sid',
        'numbers',
        'numbers',
        'extensions',
        'department',
        'title',
        'site',
      ],
    ],
    [
      ['Vorname', 'Nachname', 'E-Mail', 'Telefon', 'Nebenstelle', 'Standort', 'Abteilung'],
      ['first_name', 'last_name', 'emails', 'numbers', 'extensions', 'site', 'department'],
    ],
    [
      ['ext', 'name', 'valid from', 'valid to', 'colour'],
      ['extensions', 'full_name', 'valid_from', 'valid_to', undefined],
    ],
    [
      ['1', '2'],
      [undefined, undefined],
    ],
  ])('%j is %j', (columns, meanings) => {
    expect(guessMeanings({ columns })).toEqual(meanings);
  });

  it('is not enough when nothing names a person', () => {
    expect(namesPeople(['numbers', 'department'])).toBe(false);
    expect(namesPeople(['numbers', 'emails'])).toBe(true);
  });
});

describe('rows', () => {
  const meanings = ['full_name', 'emails', 'numbers', 'numbers', undefined] as const;

  it('take each cell by its meaning, and leave empty ones out', () => {
    const record = { text: '"Diaz, Ana",Ana@example.com,+12025550142,,x', line: 7 };
    expect(toImportRow(record, { delimiter: ',' }, meanings)).toEqual({
      line: 7,
      values: { full_name: ['Diaz, Ana'], emails: ['Ana@example.com'], numbers: ['+12025550142'] },
    });
  });

  const row = (line: number, values: object) => ({ line, values });
  const rows = [
    row(1, { emails: ['ana@example.com'] }),
    row(2, { emails: ['ben@example.com'] }),
    row(3, { upn: ['ANA@example.com'] }),
    row(4, { numbers: ['+12025550142'] }),
    row(5, { first_name: ['Cem'], last_name: ['Kaya'] }),
  ];

  it('of one person come together, and one that names nobody stays alone', () => {
    expect(groupRows(rows).map((group) => group.map(({ line }) => line))).toEqual([
      [1, 3],
      [2],
      [4],
      [5],
    ]);
  });

  it('of one person are sent together', () => {
    const batches = toBatches(groupRows(rows), 2);
    expect(batches.map((batch) => batch.map(({ line }) => line))).toEqual([[1, 3], [2, 4], [5]]);
  });
});

import { guessImport } from './guess_import';
import type { ImportLayout, ParsedRows } from './import_rows';
import { parseImport } from './parse_import';

const parse = async (text: string, layout: ImportLayout = guessImport(text)) => {
  const all: ParsedRows[] = [];
  // Cut where it hurts.
  const chunks = text.match(/[\s\S]{1,7}/g) ?? [];
  for await (const part of parseImport(layout, chunks)) all.push(part);
  return {
    rows: all
      .flatMap(({ rows }) => rows)
      .map((row): object => JSON.parse(JSON.stringify(row)) as object),
    refused: all.flatMap(({ refused }) => refused),
    ignored: all.reduce((sum, { ignored }) => sum + ignored, 0),
  };
};

it('reads a plain list with comments, ranges and remarks', async () => {
  const text = `# Scam calls\n+12025550142 # fake bank\r\n\n202-555-0143\n// old\n0162*\n`;
  expect(await parse(text)).toEqual({
    rows: [
      { line: 2, number: '+12025550142', reason: 'fake bank' },
      { line: 4, number: '202-555-0143' },
      { line: 6, number: '0162*' },
    ],
    refused: [],
    ignored: 0,
  });
});

it('reads ranges from number to number, with a header, without one, and as a list', async () => {
  const range = '+12025550100-+12025550149';
  for (const text of [
    `number,reason\n${range},Fraud\n`,
    `${range},Fraud\n+1 202 555 0160 - +1 202 555 0169,Fraud\n`,
    `${range} # Fraud\n`,
  ]) {
    expect((await parse(text)).rows[0]).toMatchObject({ number: range, reason: 'Fraud' });
  }
});

it('reads number;reports;type without a header', async () => {
  const text = '02079460958;17;Ping call\n+442079460999;3;Fraud\n02079460000*;1;Fraud\n';
  expect(guessImport(text)).toMatchObject({
    format: 'csv',
    delimiter: ';',
    hasHeader: false,
    columns: { number: 0, reports: 1, reason: 2 },
  });
  expect((await parse(text)).rows).toEqual([
    { line: 1, number: '02079460958', reports: 17, reason: 'Ping call' },
    { line: 2, number: '+442079460999', reports: 3, reason: 'Fraud' },
    { line: 3, number: '02079460000*', reports: 1, reason: 'Fraud' },
  ]);
});

it('finds the column of the number by its name or by what is in it', () => {
  expect(guessImport('id,"PHONE",votes\n1,"2025550142",3\n').columns).toMatchObject({
    number: 1,
    reports: 2,
  });
  expect(guessImport('when,who\n2025-01-01,2025550142\n').columns).toMatchObject({ number: 1 });
  expect(guessImport('2025-01-01|202-555-0142\n2025-01-02|202-555-0143\n')).toMatchObject({
    delimiter: '|',
    columns: { number: 1 },
  });
});

it('reads back what the watchlist exports', async () => {
  const text =
    'number,verdict,reason,source,confidence,reports,added_at,added_by,expires,notes\r\n\'+1202555*,own,"Main, office",manual,,,2025-01-01T00:00:00.000Z,ana,,\r\n+442079460958,bad,,feed,low,4,,ana,2025-02-01T00:00:00.000Z,Two\r\n';
  expect((await parse(text)).rows).toEqual([
    { line: 2, number: "'+1202555*", verdict: 'own', reason: 'Main, office' },
    {
      line: 3,
      number: '+442079460958',
      verdict: 'bad',
      reports: 4,
      confidence: 'low',
      expires: '2025-02-01T00:00:00.000Z',
      notes: 'Two',
    },
  ]);
});

it('makes one entry of all complaints about a number', async () => {
  const text = `Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject,Recorded_Message_Or_Robocall
2025550142,2025-01-01 00:28:21,2025-01-01 19:12:00,Springfield,Ohio,309,Imposters,Y
2025550142,2025-01-01 01:06:01,2025-01-01 22:00:00,Springfield,Ohio,309,"Reducing your debt (credit cards, loans)",Y
2025550142,2025-01-01 02:00:00,2025-01-01 22:00:00,Springfield,Ohio,309,Imposters,
,2025-01-01 02:00:00,2025-01-01 22:00:00,Springfield,Ohio,309,Other,
not-a-number,2025-01-01 02:00:00,2025-01-01 22:00:00,Springfield,Ohio,309,,
`;
  const { rows, refused } = await parse(text);
  expect(rows).toEqual([
    {
      line: 2,
      number: '2025550142',
      reports: 3,
      reason: '3 complaints to the FTC, most about: Imposters',
      confidence: 'low',
    },
    {
      line: 6,
      number: 'not-a-number',
      reports: 1,
      reason: '1 complaint to the FTC',
      confidence: 'low',
    },
  ]);
  expect(refused).toMatchObject([{ line: 5, reason: 'The row names no number.' }]);
});

describe('MISP', () => {
  it('is read from CSV, where other attributes are left out', async () => {
    const text = `uuid,event_id,category,type,value,comment,to_ids,date
1,7,Person,phone-number,+12025550142,"Fake bank
second line",0,1735689600
2,7,Network activity,ip-src,192.0.2.1,,1,1735689600
3,7,Financial fraud,prtn,+12025550143,,0,1735689600
`;
    expect(await parse(text)).toMatchObject({
      rows: [
        { line: 2, number: '+12025550142', reason: 'Fake bank\nsecond line' },
        { line: 5, number: '+12025550143' },
      ],
      ignored: 1,
    });
  });

  it('is read from events with attributes and objects', async () => {
    const attribute = (type: string, value: string, more: object = {}) => ({
      type,
      value,
      to_ids: false,
      ...more,
    });
    const event = {
      info: 'Help desk calls',
      Attribute: [
        attribute('phone-number', '+12025550142'),
        attribute('phone-number', '2025550143', { comment: 'Second wave' }),
        attribute('phone-number', '+12025550144', { deleted: true }),
        attribute('ip-dst', '192.0.2.1'),
      ],
      Object: [{ name: 'phone', Attribute: [attribute('phone-number', '+12025550145')] }],
    };
    const { rows, refused, ignored } = await parse(
      JSON.stringify({ response: [{ Event: event }] })
    );
    expect(rows).toEqual([
      { line: 1, number: '+12025550142', reason: 'Help desk calls' },
      { line: 2, number: '2025550143', reason: 'Second wave' },
      { line: 5, number: '+12025550145', reason: 'Help desk calls' },
    ]);
    expect(refused).toEqual([
      { line: 3, text: '+12025550144', reason: 'The attribute was deleted in MISP.' },
    ]);
    expect(ignored).toBe(1);
  });
});

describe('STIX', () => {
  it('is read from observables and patterns', async () => {
    const bundle = {
      type: 'bundle',
      objects: [
        { type: 'phone-number', spec_version: '2.1', value: '+12025550142', x_opencti_score: 80 },
        {
          type: 'indicator',
          name: 'Call centre',
          pattern:
            "[phone-number:value = '+12025550143' OR phone-number:value IN ('+12025550144', '+12025550145')] OR [phone-number:value LIKE '+442079460%'] OR [ipv4-addr:value = '192.0.2.1']",
          valid_until: '2025-03-01T00:00:00Z',
          confidence: 20,
        },
        { type: 'indicator', pattern: "[phone-number:value = '+12025550146']", revoked: true },
        { type: 'indicator', pattern: "[ipv4-addr:value = '192.0.2.1']" },
        { type: 'identity', name: 'Example CERT' },
      ],
    };
    const { rows, refused, ignored } = await parse(JSON.stringify(bundle));
    const fromPattern = {
      line: 2,
      reason: 'Call centre',
      confidence: 'low',
      expires: '2025-03-01T00:00:00.000Z',
    };
    expect(rows).toEqual([
      { line: 1, number: '+12025550142', confidence: 'high' },
      { number: '+12025550143', ...fromPattern },
      { number: '+12025550144', ...fromPattern },
      { number: '+12025550145', ...fromPattern },
      { number: '+442079460*', ...fromPattern },
    ]);
    expect(refused).toMatchObject([{ line: 3, reason: 'The indicator was revoked.' }]);
    expect(ignored).toBe(1);
  });

  it('is read from one object a line, and says which line is broken', async () => {
    const text = `{"entity_type":"Phone-Number","observable_value":"+12025550142"}\n{"type":"phone-`;
    expect(await parse(text, { format: 'json' })).toMatchObject({
      rows: [{ line: 1, number: '+12025550142' }],
      refused: [{ line: 2, reason: expect.stringMatching('no JSON') }],
    });
  });
});

it('reads an empty file as nothing', async () => {
  expect(await parse('')).toEqual({ rows: [], refused: [], ignored: 0 });
});

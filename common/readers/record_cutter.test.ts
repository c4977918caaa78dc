import fc from 'fast-check';
import { createRecordCutter, PROVIDER_IDS, isProviderId, type ProviderId } from './record_cutter';

const cut = (provider: ProviderId, ...chunks: string[]) => {
  const cutter = createRecordCutter(provider);
  return [...chunks.flatMap((chunk) => cutter.push(chunk)), ...cutter.end()];
};
const messages = (provider: ProviderId, text: string) =>
  cut(provider, text).map(({ message }) => message);

describe('createRecordCutter for CSV', () => {
  it('cuts one record a line, whatever the line ends, and skips blank lines and a byte order mark', () => {
    expect(messages('asterisk_cdr', '\uFEFF"a",1\r\n\r\n"b",2\n\n"c",3')).toEqual([
      '"a",1',
      '"b",2',
      '"c",3',
    ]);
  });

  it('keeps a line break inside of quotes in its record', () => {
    expect(messages('asterisk_cdr', '"a","two\nlines ""here""",1\n"b"\n')).toEqual([
      '"a","two\nlines ""here""",1',
      '"b"',
    ]);
  });

  it('loses no line behind one whose quote is never closed', () => {
    expect(messages('asterisk_cdr', '"a","open,1\n"b","x"\n2,"c"\n')).toEqual([
      '"a","open,1',
      '"b","x"',
      '2,"c"',
    ]);
    const long = Array.from({ length: 30 }, (_, index) => `${index},x`).join('\n');
    expect(messages('asterisk_cdr', `"a","open,1\n${long}`)).toHaveLength(31);
  });

  it('says where each record begins', () => {
    expect(cut('asterisk_cdr', 'a,b\r\n', 'c,d')).toEqual([
      { message: 'a,b', offset: 0 },
      { message: 'c,d', offset: 5 },
    ]);
  });

  it('gives the header line to every CUCM record and skips the row of types', () => {
    const header = '"cdrRecordType","globalCallID_callId","comment"';
    expect(cut('cisco_cucm', `${header}\nINTEGER,INTEGER,VARCHAR(2048)\n1,7,"a"\n1,8,"b"`)).toEqual(
      [
        { message: '1,7,"a"', header, offset: 78 },
        { message: '1,8,"b"', header, offset: 86 },
      ]
    );
  });

  it('takes a new header line where files were joined', () => {
    const first = 'cdrRecordType,globalCallID_callId';
    const second = '"globalCallID_callId","cdrRecordType"';
    const records = cut('cisco_cucm', `${first}\n1,7\n${second}\nSTRING,STRING\n8,1\n`);
    expect(records.map(({ message, header }) => [message, header])).toEqual([
      ['1,7', first],
      ['8,1', second],
    ]);
  });

  it('recognises the header line of an exported Asterisk table', () => {
    const header = 'calldate,clid,src,dst,disposition';
    expect(cut('asterisk_cdr', `${header}\na,b,c,d,e`)).toEqual([
      { message: 'a,b,c,d,e', header, offset: 34 },
    ]);
  });
});

describe('createRecordCutter for JSON', () => {
  it.each([
    ['one object a line', '{"id":1}\n{"id":2}\n'],
    ['objects one behind the other', '{"id":1}{"id":2}'],
    ['a list', '[{"id":1},\n{"id":2}]'],
    ['an envelope', '{"@odata.count":2,"value":[{"id":1},{"id":2}],"@odata.nextLink":"a]}"}'],
    ['two envelopes', '{"value":[{"id":1}]}\n{"value":[{"id":2}],"a":{"b":[]}}'],
    ['a list behind a byte order mark', '\uFEFF[{"id":1},{"id":2}]'],
  ])('cuts %s', (_, text) => {
    expect(messages('ms_teams', text)).toEqual(['{"id":1}', '{"id":2}']);
  });

  it('cuts indented objects whole', () => {
    const text = JSON.stringify({ id: 1, sessions: [{ caller: { name: 'a"}\\' } }] }, null, 2);
    expect(messages('ms_teams', `${text}\r\n${text}`)).toEqual([text, text]);
  });

  it.each([
    ['an open object', '{"id":1,"a":{\n{"id":2}', ['{"id":1,"a":{', '{"id":2}']],
    ['an open string', '{"id":"1\n{"id":2}', ['{"id":"1', '{"id":2}']],
    ['a bracket too many', '{"id":1}]}\n{"id":2}', ['{"id":1}', ']}', '{"id":2}']],
    ['no JSON at all', '%PDF-1.7\n{"id":2}', ['%PDF-1.7', '{"id":2}']],
    ['an end that is missing', '{"id":1', ['{"id":1']],
  ])('loses nothing behind %s', (_, text, expected) => {
    expect(messages('ms_teams', text)).toEqual(expected);
  });

  it('finds no record in an empty envelope', () => {
    expect(messages('ms_teams', '{"value":[]}')).toEqual([]);
  });
});

describe('createRecordCutter', () => {
  it('knows its sources', () => {
    expect(PROVIDER_IDS).toEqual(['asterisk_cdr', 'cisco_cucm', 'ms_teams']);
    expect(isProviderId('ms_teams')).toBe(true);
    expect(isProviderId('toString')).toBe(false);
  });

  const alphabet = fc.constantFrom(
    ...['"', '""', ',', '\n', '\r\n', '{', '}', '[', ']', ':', '\\', ' ', 'a', '1', '\uFEFF'],
    ...['"value":[', '{"id":1}', '"cdrRecordType","globalCallID_callId"\n', 'INTEGER,INTEGER\n']
  );
  const pieces = fc.array(alphabet, { maxLength: 60 });

  it.each(PROVIDER_IDS)('cuts %s the same wherever chunks end', (provider) => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(200), { maxLength: 8 }), (parts, cuts) => {
        const text = parts.join('');
        const borders = [0, ...cuts.map((at) => at % (text.length + 1)), text.length];
        borders.sort((a, b) => a - b);
        const chunks = borders.slice(1).map((to, index) => text.slice(borders[index], to));
        expect(cut(provider, ...chunks)).toEqual(cut(provider, text));
      }),
      { numRuns: 1000 }
    );
  });

  it.each(PROVIDER_IDS)('cuts %s into texts that stand at their offsets, in order', (provider) => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { message, offset } of cut(provider, text)) {
          expect(text.slice(offset, offset + message.length)).toBe(message);
          expect(offset).toBeGreaterThanOrEqual(last);
          last = offset + message.length;
        }
      })
    );
  });
});

import fc from 'fast-check';
import { recordFormatSchema, type RecordFormat } from '../model/source';
import { createRecordCutter } from './record_cutter';

const FORMATS = {
  asterisk: { type: 'csv', header_names: ['src', 'dst', 'disposition'] },
  cucm: {
    type: 'csv',
    header_names: ['cdrrecordtype', 'globalcallid_callid'],
    skip_columns: '^(INTEGER|STRING|VARCHAR(\\(\\d+\\))?)$',
  },
  semicolons: { type: 'csv', delimiter: ';' },
  graph: { type: 'json', lists: ['value'] },
  zeek: { type: 'lines', header: '^#fields', skip: '^#' },
  xml: { type: 'xml', element: 'cdr' },
  twoElements: { type: 'xml', element: ['cdr', 'log'] },
  blocks: { type: 'blocks' },
  jsonOrCsv: {
    type: 'json_or',
    lists: ['records'],
    other: { type: 'csv', header_names: ['a', 'b'] },
  },
  anything: {
    type: 'json_or',
    other: { type: 'xml_or', element: ['cdr', 'log'], other: { type: 'csv' } },
  },
} as const;
type FormatName = keyof typeof FORMATS;
const NAMES = Object.keys(FORMATS) as FormatName[];
const format = (name: FormatName): RecordFormat => recordFormatSchema.parse(FORMATS[name]);

const cut = (name: FormatName, ...chunks: string[]) => {
  const cutter = createRecordCutter(format(name));
  return [...chunks.flatMap((chunk) => cutter.push(chunk)), ...cutter.end()];
};
const messages = (name: FormatName, text: string) => cut(name, text).map(({ message }) => message);

describe('createRecordCutter for CSV', () => {
  it('cuts one record a line, whatever the line ends, and skips blank lines and a byte order mark', () => {
    expect(messages('asterisk', '\uFEFF"a",1\r\n\r\n"b",2\n\n"c",3')).toEqual([
      '"a",1',
      '"b",2',
      '"c",3',
    ]);
  });

  it('keeps a line break inside of quotes in its record', () => {
    expect(messages('asterisk', '"a","two\nlines ""here""",1\n"b"\n')).toEqual([
      '"a","two\nlines ""here""",1',
      '"b"',
    ]);
  });

  it('loses no line behind one whose quote is never closed', () => {
    expect(messages('asterisk', '"a","open,1\n"b","x"\n2,"c"\n')).toEqual([
      '"a","open,1',
      '"b","x"',
      '2,"c"',
    ]);
    const long = Array.from({ length: 30 }, (_, index) => `${index},x`).join('\n');
    expect(messages('asterisk', `"a","open,1\n${long}`)).toHaveLength(31);
  });

  it('says where each record begins', () => {
    expect(cut('asterisk', 'a,b\r\n', 'c,d')).toEqual([
      { message: 'a,b', offset: 0 },
      { message: 'c,d', offset: 5 },
    ]);
  });

  it('gives the header line to every CUCM record and skips the row of types', () => {
    const header = '"cdrRecordType","globalCallID_callId","comment"';
    expect(cut('cucm', `${header}\nINTEGER,INTEGER,VARCHAR(2048)\n1,7,"a"\n1,8,"b"`)).toEqual([
      { message: '1,7,"a"', header, offset: 78 },
      { message: '1,8,"b"', header, offset: 86 },
    ]);
  });

  it('takes a new header line where files were joined', () => {
    const first = 'cdrRecordType,globalCallID_callId';
    const second = '"globalCallID_callId","cdrRecordType"';
    const records = cut('cucm', `${first}\n1,7\n${second}\nSTRING,STRING\n8,1\n`);
    expect(records.map(({ message, header }) => [message, header])).toEqual([
      ['1,7', first],
      ['8,1', second],
    ]);
  });

  it('recognises the header line of an exported Asterisk table', () => {
    const header = 'calldate,clid,src,dst,disposition';
    expect(cut('asterisk', `${header}\na,b,c,d,e`)).toEqual([
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
    expect(messages('graph', text)).toEqual(['{"id":1}', '{"id":2}']);
  });

  it('cuts indented objects whole', () => {
    const text = JSON.stringify({ id: 1, sessions: [{ caller: { name: 'a"}\\' } }] }, null, 2);
    expect(messages('graph', `${text}\r\n${text}`)).toEqual([text, text]);
  });

  it.each([
    ['an open object', '{"id":1,"a":{\n{"id":2}', ['{"id":1,"a":{', '{"id":2}']],
    ['an open string', '{"id":"1\n{"id":2}', ['{"id":"1', '{"id":2}']],
    ['a bracket too many', '{"id":1}]}\n{"id":2}', ['{"id":1}', ']}', '{"id":2}']],
    ['no JSON at all', '%PDF-1.7\n{"id":2}', ['%PDF-1.7', '{"id":2}']],
    ['an end that is missing', '{"id":1', ['{"id":1']],
  ])('loses nothing behind %s', (_, text, expected) => {
    expect(messages('graph', text)).toEqual(expected);
  });

  it('takes the items of a list in an inner object, and only of that list', () => {
    const text =
      '{"count":1,"_embedded":{"other":[{"x":1}],"calls":[{"calls":[{"y":1}]},{"b":2}]},"z":{}}';
    const cutter = createRecordCutter({ type: 'json', lists: ['_embedded.calls'] });
    const records = [...cutter.push(text), ...cutter.end()];
    expect(records.map(({ message }) => message)).toEqual(['{"calls":[{"y":1}]}', '{"b":2}']);
  });

  it('finds no record in an empty envelope', () => {
    expect(messages('graph', '{"value":[]}')).toEqual([]);
  });
});

describe('createRecordCutter for other texts', () => {
  it('cuts CSV with another delimiter', () => {
    expect(messages('semicolons', '"a;b";1\n"c";"two\nlines"')).toEqual([
      '"a;b";1',
      '"c";"two\nlines"',
    ]);
  });

  it('cuts lines, gives them their header and leaves comments out', () => {
    const text = '#separator \\x09\n#fields\tts\tuid\n1\ta\r\n2\tb\n#close x\n';
    expect(cut('zeek', text).map(({ message, header }) => [message, header])).toEqual([
      ['1\ta', '#fields\tts\tuid'],
      ['2\tb', '#fields\tts\tuid'],
    ]);
  });

  it('cuts XML elements, closed by a tag or in themselves, and leaves out what is around them', () => {
    const text =
      '<?xml version="1.0"?>\n<cdrs count="2"><cdr a="x>y"><b/></cdr>\n <cdr c="1"/></cdrs>';
    expect(messages('xml', text)).toEqual(['<cdr a="x>y"><b/></cdr>', '<cdr c="1"/>']);
  });

  it('cuts XML elements of several names, each up to its own end', () => {
    expect(
      messages('twoElements', '<a><log n="1"/><cdr><log_x/></cdr><logs/><log>2</log></a>')
    ).toEqual(['<log n="1"/>', '<cdr><log_x/></cdr>', '<log>2</log>']);
  });

  it('reads JSON, XML or CSV, whatever the text is', () => {
    expect(messages('anything', '\uFEFF<?xml version="1.0"?>\n<log a="1"/>')).toEqual([
      '<log a="1"/>',
    ]);
    expect(messages('anything', '[{"a":1}]')).toEqual(['{"a":1}']);
    expect(messages('anything', 'a,b\nc,d')).toEqual(['a,b', 'c,d']);
    expect(messages('jsonOrCsv', '<a>,b')).toEqual(['<a>,b']);
  });

  it('loses nothing behind an XML element that is not closed', () => {
    expect(messages('xml', '<cdr><a>1</a>\n<cdr>2</cdr>')).toEqual([
      '<cdr><a>1</a>',
      '<cdr>2</cdr>',
    ]);
  });

  it('cuts blocks at blank lines', () => {
    expect(messages('blocks', '\n\nMon\n\tA = 1\n\n \nTue\n\tB = 2\n')).toEqual([
      'Mon\n\tA = 1',
      'Tue\n\tB = 2',
    ]);
  });

  it('reads JSON or CSV, whatever the text is', () => {
    expect(messages('jsonOrCsv', ' {"records":[{"id":1}]}')).toEqual(['{"id":1}']);
    expect(cut('jsonOrCsv', 'b,a\n1,2')).toEqual([{ message: '1,2', header: 'b,a', offset: 4 }]);
    expect(messages('jsonOrCsv', '')).toEqual([]);
  });

  it.each([
    ['JSON', '{"id":1}{"id":2}', ['{"id":1}', '{"id":2}']],
    ['XML', '<?xml version="1.0"?>\n<cdr>\n<a/>\n</cdr>\n', ['<cdr>\n<a/>\n</cdr>']],
    ['lines', '"a","b"\n"<c>","d"\n', ['"a","b"', '"<c>","d"']],
    ['nothing', '\n', []],
  ])('reads %s where a source writes JSON, XML or lines', (_, text, expected) => {
    expect(messages('anything', text)).toEqual(expected);
  });
});

describe('createRecordCutter', () => {
  const alphabet = fc.constantFrom(
    ...['"', '""', ',', '\n', '\r\n', '{', '}', '[', ']', ':', '\\', ' ', 'a', '1', '\uFEFF'],
    ...[
      '<cdr>',
      '</cdr>',
      '<cdr a=">"/>',
      '<log a="1"/>',
      '#fields a\n',
      '# b\n',
      ';',
      '"records":[',
    ],
    ...['"value":[', '{"id":1}', '"cdrRecordType","globalCallID_callId"\n', 'INTEGER,INTEGER\n']
  );
  const pieces = fc.array(alphabet, { maxLength: 60 });

  it.each(NAMES)('cuts %s the same wherever chunks end', (provider) => {
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

  it.each(NAMES)('cuts %s into texts that stand at their offsets, in order', (provider) => {
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

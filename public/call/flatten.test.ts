import { flattenDocument, searchFields } from './flatten';

const FIELDS = flattenDocument({
  process: { name: 'QuickAssist.exe', args: ['a', 'b'], pid: 7 },
  'host.name': 'ws-114',
  event: { ingested: null, nested: [{ x: 1 }] },
});

describe('documents as a list of fields', () => {
  it('have dotted names in the order of the alphabet', () => {
    expect(FIELDS).toEqual([
      { field: 'event.ingested', value: 'null' },
      { field: 'event.nested', value: '{"x":1}' },
      { field: 'host.name', value: 'ws-114' },
      { field: 'process.args', value: 'a, b' },
      { field: 'process.name', value: 'QuickAssist.exe' },
      { field: 'process.pid', value: '7' },
    ]);
  });

  it('are searched by name and by value', () => {
    const find = (text: string): string[] => searchFields(FIELDS, text).map(({ field }) => field);
    expect(find('quickassist')).toEqual(['process.name']);
    expect(find(' PROCESS. ')).toEqual(['process.args', 'process.name', 'process.pid']);
    expect(find('nothing')).toEqual([]);
  });
});

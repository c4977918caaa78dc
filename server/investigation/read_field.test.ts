import { readField, readNumberField, readText, readTexts } from './read_field';

describe('readField', () => {
  it.each([
    ['nested objects', { vishing: { call: { id: 'c1' } } }],
    ['one dotted key', { 'vishing.call.id': 'c1' }],
    ['a dotted key inside an object', { vishing: { 'call.id': 'c1' } }],
    ['an object below a dotted key', { 'vishing.call': { id: 'c1' } }],
  ])('finds a field written as %s', (_form, source) => {
    expect(readField(source, 'vishing.call.id')).toBe('c1');
  });

  it('is undefined for a field that is not there and for something that is no document', () => {
    expect(readField({ vishing: 'text' }, 'vishing.call.id')).toBeUndefined();
    expect(readField(null, 'vishing')).toBeUndefined();
  });
});

describe('typed reading', () => {
  it('takes the first of several values', () => {
    expect(readText({ host: { name: ['ws-1', 'ws-2'] } }, 'host.name')).toBe('ws-1');
    expect(readTexts({ host: { name: ['ws-1', 'ws-2'] } }, 'host.name')).toEqual(['ws-1', 'ws-2']);
  });

  it('reads numbers from numbers and from text, and nothing from other things', () => {
    expect(readNumberField({ n: '4.5' }, 'n')).toBe(4.5);
    expect(readNumberField({ n: {} }, 'n')).toBeUndefined();
    expect(readNumberField({}, 'n')).toBeUndefined();
  });
});

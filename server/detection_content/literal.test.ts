import { domainPattern, esqlList, kqlAnyOf, memberPattern, quote } from './literal';

describe('literals of queries', () => {
  it.each([
    ['plain', '"plain"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['C:\\Users', '"C:\\\\Users"'],
    ['two\nlines\tand\r', '"two\\nlines\\tand\\r"'],
    ['" OR 1 == 1 | LIMIT 0 //', '"\\" OR 1 == 1 | LIMIT 0 //"'],
  ])('keep %j inside their quotes', (text, literal) => {
    expect(quote(text)).toBe(literal);
  });

  it('write lists for both languages', () => {
    expect(esqlList(['a', 'b"c'])).toBe('("a", "b\\"c")');
    expect(kqlAnyOf('user.name', ['a', 'b'])).toBe('(user.name : "a" or user.name : "b")');
  });

  it('write an empty list as one that matches nothing', () => {
    expect(esqlList([])).toBe('("")');
    expect(kqlAnyOf('f', [])).toBe('(f : "")');
    expect(memberPattern([])).toBe('".*,(\\\\-none\\\\-),.*"');
  });

  it('escape what has a meaning in regular expressions', () => {
    expect(memberPattern(['a.b', 'c'])).toBe('".*,(a\\\\.b|c),.*"');
    expect(domainPattern(['x.example.com'], ['example.net'])).toBe(
      '"(x\\\\.example\\\\.com)|(.*\\\\.)?(example\\\\.net)"'
    );
  });
});

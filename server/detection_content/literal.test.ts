import {
  domainList,
  esqlList,
  kqlAnyOf,
  likeList,
  NO_VALUE,
  memberPattern,
  productFilePattern,
  productPattern,
  quote,
} from './literal';

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

  it('write lists of plain texts for LIKE, and of domains with all below them', () => {
    expect(likeList(['a.exe', 'what?*'])).toBe('("a.exe", "what\\\\?\\\\*")');
    expect(domainList(['x.example.com'], ['example.net'])).toBe(
      '("x.example.com", "example.net", "*.example.net")'
    );
    expect(likeList([])).toBe(`("${NO_VALUE}")`);
  });

  it('write an empty list as one that matches nothing', () => {
    expect(esqlList([])).toBe(`("${NO_VALUE}")`);
    expect(kqlAnyOf('f', [])).toBe(`(f : "${NO_VALUE}")`);
    expect(memberPattern([])).toBe('".*,(\\\\-none\\\\-),.*"');
  });

  it('find a product named as a word, or in the file name of an installer', () => {
    expect(productPattern(['zoho assist'])).toBe('"(.*[^a-z0-9])?(zoho assist)([^a-z].*)?"');
    const file = String(JSON.parse(productFilePattern(['anydesk'])));
    const matches = (name: string): boolean => new RegExp(`^(${file})$`).test(name);
    const found = [
      'anydesk.exe',
      'anydesk-cm.msi',
      'anydesk_6.3.dmg',
      'anydesks.pdf',
      'my anydesk.exe',
    ];
    expect(found.filter(matches)).toEqual(['anydesk.exe', 'anydesk-cm.msi', 'anydesk_6.3.dmg']);
  });

  it('escape what has a meaning in regular expressions', () => {
    expect(memberPattern(['a.b', 'c'])).toBe('".*,(a\\\\.b|c),.*"');
  });
});

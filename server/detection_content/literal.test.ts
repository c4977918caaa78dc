import {
  isOneOfDomains,
  MAX_REGEX_LENGTH,
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

  it('write lists of plain texts for LIKE', () => {
    expect(likeList(['a.exe', 'what?*'])).toBe('("a.exe", "what\\\\?\\\\*")');
    expect(likeList([])).toBe(`("${NO_VALUE}")`);
  });

  it('find a domain and all below it, in as many patterns as an index needs', () => {
    expect(
      isOneOfDomains('TO_LOWER(x)', { exact: ['x.example.com'], suffix: ['example.net'] })
    ).toBe(
      '(TO_LOWER(x) RLIKE "x\\\\.example\\\\.com" OR TO_LOWER(x) RLIKE "(.*\\\\.)?(example\\\\.net)")'
    );
    const many = Array.from({ length: 200 }, (_, n) => `tool-${n}.example.com`);
    const patterns = isOneOfDomains('x', { exact: [], suffix: many }).split(' OR ');
    expect(patterns.length).toBeGreaterThan(4);
    for (const pattern of patterns) expect(pattern.length).toBeLessThan(MAX_REGEX_LENGTH * 1.2);
    for (const name of many)
      expect(patterns.join()).toContain(`${name.slice(5).split('.')[0] ?? ''}`);
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

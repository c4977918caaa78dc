import { defineTexts, fillText } from './i18n';

describe('texts', () => {
  it('fills placeholders and writes numbers with separators', () => {
    expect(fillText('{count} calls of {name}', { count: 12304, name: 'Ana Diaz' })).toBe(
      '12,304 calls of Ana Diaz'
    );
  });

  it.each([
    [0, '0 calls were checked'],
    [1, '1 call was checked'],
    [2841, '2,841 calls were checked'],
  ])('chooses the plural for %i', (count, expected) => {
    const text = '{count, plural, one {# call was} other {# calls were}} checked';
    expect(fillText(text, { count })).toBe(expected);
  });

  it('shows the placeholder when a value is missing', () => {
    expect(fillText('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });

  it('reads no placeholder inside a value', () => {
    expect(fillText('{a}{b}', { a: 'x', b: '{a}' })).toBe('x{a}');
  });

  it('looks a text up by its id', () => {
    const t = defineTexts({ 'vishing.example.pageTitle': 'Example of {what}' });
    expect(t('vishing.example.pageTitle', { what: 'text' })).toBe('Example of text');
  });
});

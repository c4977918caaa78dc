import { countryName, formatBound, formatShare, numberTypeName } from './number';

describe('numbers', () => {
  it('marks a count that is only a lower bound', () => {
    expect([formatBound(12304, false), formatBound(10000, true)]).toEqual([
      '12,304',
      'at least 10,000',
    ]);
  });

  it('writes a share in percent', () => {
    expect(formatShare(0.954)).toBe('95 %');
  });

  it('names countries, and leaves other text as it is', () => {
    expect([countryName('US'), countryName('DE'), countryName('unknown')]).toEqual([
      'United States',
      'Germany',
      'unknown',
    ]);
  });

  it('names types of numbers in words', () => {
    expect([
      numberTypeName('VOIP'),
      numberTypeName('fixed_line'),
      numberTypeName('odd_one'),
    ]).toEqual(['VoIP', 'landline', 'odd one']);
  });
});

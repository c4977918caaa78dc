import { shorten } from './shorten';

describe('a text that may be too long', () => {
  it('stays as it is when it fits', () => {
    expect(shorten('Ana Diaz', 8)).toBe('Ana Diaz');
  });

  it('is cut, without a space before the sign', () => {
    expect(shorten('Ana Diaz called', 9)).toBe('Ana Diaz…');
    expect(shorten('Ana Diaz called', 10)).toBe('Ana Diaz…');
  });
});

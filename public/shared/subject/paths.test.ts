import { decodePart, numberPath, personPath } from './paths';

describe('the pages of numbers and people', () => {
  it('exist for numbers in international form only', () => {
    expect(numberPath('+12025550142')).toEqual({ pathname: '/numbers/+12025550142' });
    for (const text of [undefined, '', '4711', '+1202555xxxx', 'anonymous'])
      expect(numberPath(text)).toBeUndefined();
  });

  it('exist for people with an id, whatever signs it has', () => {
    expect(personPath('ana/diaz@example.com')?.pathname).toBe('/people/ana%2Fdiaz%40example.com');
    expect(personPath(undefined)).toBeUndefined();
  });

  it('are read back from the address', () => {
    expect(decodePart('ana%40example.com')).toBe('ana@example.com');
    expect(decodePart('100%')).toBe('100%');
  });
});

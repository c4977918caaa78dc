import { VishingError } from '../errors';
import { requireNumber } from './require_number';

describe('the number that a page is about', () => {
  it.each(['+12025550142', '+1 202-555-0142', '+1 (202) 555 0142', 'tel:+12025550142'])(
    'is read from %s',
    (text) => {
      expect(requireNumber(text)).toMatchObject({
        e164: '+12025550142',
        block: '+1202555',
        country: 'US',
      });
    }
  );

  it('may be one that no numbering plan knows', () => {
    expect(requireNumber('+999 1234567')).toEqual({ e164: '+9991234567', block: '+999123' });
  });

  it.each([
    ['+1202555xxxx', 'masked'],
    ['4711', 'extension'],
    ['anonymous', 'withheld'],
    ['112', 'short code'],
    ['sip:bob@example.com', 'without a phone number'],
    ['2025550142', 'no country'],
    ['hello', 'no country'],
  ])('is not %s, and the reason is said', (text, reason) => {
    expect(() => requireNumber(text)).toThrow(VishingError);
    expect(() => requireNumber(text)).toThrow(reason);
  });
});

import { maskText } from './mask_text';
import { maskAddress, maskName, maskNumber } from './mask_value';

it.each([
  ['+12025550142', '+1202555****'],
  ['+1 202 555 0142', '+1 202 555 ****'],
  ['(202) 555-0142', '(202) 555-****'],
  ['1001', '****'],
  ['ext. 12', 'ext. ****'],
  ['sip:+12025550142@sbc.example.com', 'sip:+1202555****@sbc.example.com'],
  ['anonymous', 'anonymous'],
  ['+1202555****', '+1202555****'],
])('the number %s becomes %s', (text, masked) => {
  expect(maskNumber(text)).toBe(masked);
});

it.each([
  ['Ana Diaz', 'A. D.'],
  ['Diaz, Ana Maria', 'D. A. M.'],
  ['ana.diaz@example.com', 'a***@example.com'],
  ['+1 202 555 0142', '+1 202 555 ****'],
  ['Émile Zola', 'É. Z.'],
  ['', ''],
])('the name %s becomes %s', (text, masked) => {
  expect(maskName(text)).toBe(masked);
});

it('hides the part of an address that names a person', () => {
  expect(maskAddress('ana.diaz@example.com')).toBe('a***@example.com');
  expect(maskAddress('+12025550142@sip.example.com')).toBe('+1202555****@sip.example.com');
});

it.each([
  ['call +44 20 7946 0114 now', 'call +44 20 7946 **** now'],
  ['from 020 7946 0114', 'from 020 7946 ****'],
  ['at 2025-01-01T14:03:00.000Z from 192.0.2.77', 'at 2025-01-01T14:03:00.000Z from 192.0.2.77'],
  ['2,841 mails in 40 minutes', '2,841 mails in 40 minutes'],
  ['CORP\\adiaz wrote to ana@example.com', 'CORP\\*** wrote to a***@example.com'],
  ['/home/adiaz/x and C:\\Users\\adiaz\\y', '/home/***/x and C:\\Users\\***\\y'],
  ['sid S-1-5-21-1-2-3-1114 used', 'sid S-1-5-21-*** used'],
])('in a sentence: %s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

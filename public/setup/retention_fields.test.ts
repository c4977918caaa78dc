import { isValidDays, toSettings, toTexts } from './retention_fields';

it.each([
  ['', true],
  [' 90 ', true],
  ['0', false],
  ['1.5', false],
  ['-3', false],
  ['ninety', false],
  ['36501', false],
])('"%s" as a number of days: %s', (text, valid) => {
  expect(isValidDays(text)).toBe(valid);
});

it('keeps what has no number of days', () => {
  expect(toSettings({ records: '90', calls: '', people: ' ' })).toEqual({ records: 90 });
  expect(toSettings({ records: 'x', calls: '', people: '' })).toBeUndefined();
  expect(toTexts({ calls: 30 })).toEqual({ records: '', calls: '30', people: '' });
});

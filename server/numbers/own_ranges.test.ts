import { parseOwnRange } from '../../common/model/own_range';
import { readNumber, type NumberSite } from './read_number';

const US: NumberSite = {
  country: 'US',
  extension_lengths: [3, 4],
  own_ranges: ['+12025550100-0199'],
};
const DE: NumberSite = { country: 'DE', extension_lengths: [3], own_ranges: ['+49 30 23125'] };

it.each<[string, NumberSite, string]>([
  ['0142', US, '+12025550142'],
  ['142', US, '+12025550142'],
  ['sip:0142@pbx.example.com', US, '+12025550142'],
  ['Ext. 142', US, '+12025550142'],
  ['123', DE, '+493023125123'],
  ['123', { ...DE, own_ranges: ['+4930231250', '+4930231251'] }, 'none'],
  ['0242', US, 'none'],
  ['142', { ...US, own_ranges: ['+12025550100-0199', '+12025550300-0399'] }, '+12025550142'],
  ['142', { ...US, own_ranges: ['+12025550100-0199', '+13035550100-0199'] }, 'none'],
  ['42', { ...US, extension_lengths: [2], own_ranges: ['+12025550100-0399'] }, 'none'],
  ['91', { country: 'AE', extension_lengths: [2], own_ranges: ['+97180000-999'] }, 'none'],
  ['142', { ...US, own_ranges: ['+1202555'] }, 'none'],
  ['0142', { ...US, own_ranges: ['+1202555'] }, '+12025550142'],
  ['0142', { ...US, extension_lengths: undefined }, 'none'],
  ['0142', { ...US, own_ranges: ['+12025550199-0100', 'anything'] }, 'none'],
  ['911', US, 'none'],
])('the extension %s at %j has the number %s', (raw, site, e164) => {
  expect(readNumber(raw, site).e164 ?? 'none').toBe(e164);
});

it('keeps the extension beside the number that it stands for', () => {
  expect(readNumber('0142', US)).toMatchObject({ quality: 'e164', extension: '0142', own: true });
});

it.each([
  ['+1 202 555 0199', true],
  ['+1 202 555 0200', undefined],
  ['303 555 0142', undefined],
])('%s is one of our own numbers: %s', (raw, own) => {
  expect(readNumber(raw, US).own).toBe(own);
});

it.each([
  ['+12025550100-0199', { from: '12025550100', to: '12025550199' }],
  ['+1 (202) 555 0100-99', { from: '12025550100', to: '12025550199' }],
  ['+4930123450', { from: '4930123450' }],
  ['+12025550199-0100', undefined],
  ['12025550100-0199', undefined],
  ['+123-99999999', undefined],
  ['', undefined],
])('reads the range %s as %j', (text, range) => {
  expect(parseOwnRange(text)).toEqual(range);
});

import { formatInternational } from './format_number';
import { blockOf, readNumber, type NumberRole, type NumberSite } from './read_number';

const US: NumberSite = { country: 'US' };
const US9: NumberSite = { country: 'US', outside_line: '9' };
const GB: NumberSite = { country: 'GB' };
const DE0: NumberSite = { country: 'DE', outside_line: '0' };

it.each<[string, NumberSite, string]>([
  ['+12025550142', {}, '+12025550142'],
  ['+1 (202) 555-0142', GB, '+12025550142'],
  ['2025550142', US, '+12025550142'],
  ['(202) 555-0142', US, '+12025550142'],
  ['12025550142', US, '+12025550142'],
  ['011442079460958', US, '+442079460958'],
  ['0044 20 7946 0958', GB, '+442079460958'],
  ['00442079460958', US, '+442079460958'],
  ['020 7946 0958', GB, '+442079460958'],
  ['+44 (0)20 7946 0958', {}, '+442079460958'],
  ['+49 (0)30 23125 123', {}, '+493023125123'],
  ['442079460958', US, '+442079460958'],
  ['442079460958', {}, '+442079460958'],
  ['+02079460958', GB, '+442079460958'],
  ['tel:+442079460958', {}, '+442079460958'],
  ['tel:79460958;phone-context=+4420', {}, '+442079460958'],
  ['sip:+442079460958@example.com;user=phone', {}, '+442079460958'],
  ['sip:%2B442079460958@example.com', {}, '+442079460958'],
  ['sips:02079460958;cpc=ordinary@example.com', GB, '+442079460958'],
  ['02079460958@example.com', GB, '+442079460958'],
  ['"Help Desk" <02079460958>', GB, '+442079460958'],
  ['Help Desk <sip:+442079460958@example.com>', {}, '+442079460958'],
  ["'+442079460958", {}, '+442079460958'],
  ['="2025550142"', US, '+12025550142'],
  ['2025550142.0', US, '+12025550142'],
  ['1.2025550142E+10', US, '+12025550142'],
  ['\u200e+44\u00a020\u20117946\u20110958', {}, '+442079460958'],
  ['＋４４２０７９４６０９５８', {}, '+442079460958'],
  ['٠٢٠٧٩٤٦٠٩٥٨', GB, '+442079460958'],
  ['92025550142', US9, '+12025550142'],
  ['912025550142', US9, '+12025550142'],
  ['9011442079460958', US9, '+442079460958'],
  ['2025550142', US9, '+12025550142'],
  ['9175550142', US9, '+19175550142'],
  ['003023125123', DE0, '+493023125123'],
  ['000442079460958', DE0, '+442079460958'],
  ['03023125123', DE0, '+493023125123'],
  ['+8821612345678', {}, '+8821612345678'],
  ['33612345678', { country: 'DE' }, '+33612345678'],
  ['4930123456', { country: 'DE' }, '+4930123456'],
  ['15123456789', { country: 'DE' }, '+4915123456789'],
  ['3012345678', { country: 'DE' }, '+493012345678'],
  ['612345678', { country: 'FR' }, '+33612345678'],
  ['+39 (0)6 698 1234', {}, '+39066981234'],
  ['+36 (06) 1 234 5678', {}, '+3612345678'],
  ['44 (0)20 7946 0958', US, '+442079460958'],
  ['+00442079460958', GB, '+442079460958'],
  ['2,025,550,142', US, '+12025550142'],
  ['2,025550142E+9', US, '+12025550142'],
  ['“+442079460958”', {}, '+442079460958'],
  ['०२०७९४६०९५८', GB, '+442079460958'],
  ['+442079460958;npdi;rn=+12025550100', {}, '+442079460958'],
  ['whatsapp:+442079460958', {}, '+442079460958'],
  ['4:+442079460958', {}, '+442079460958'],
  ['020 7946 0958 (Ana Diaz)', GB, '+442079460958'],
  ['Ana Diaz (020 7946 0958)', GB, '+442079460958'],
  ['[Help Desk] +44 20 7946 0958', {}, '+442079460958'],
  ['Ana Diaz +44 20 7946 0958', {}, '+442079460958'],
  ['Tel.: 020 7946 0958', GB, '+442079460958'],
  ['*9 2025550142', { country: 'US', outside_line: '*9' }, '+12025550142'],
  ['9,2025550142', US9, '+12025550142'],
  ['24000', { country: 'FK' }, '+50024000'],
  ['30441', { country: 'SB', extension_lengths: [4] }, '+67730441'],
])('%s at %j is %s', (raw, site, e164) => {
  expect(readNumber(raw, site)).toMatchObject({ e164, quality: 'e164' });
});

it.each<[string, NumberSite, string]>([
  ['1001', US, 'extension'],
  ['1001', {}, 'extension'],
  ['30123', { country: 'DE' }, 'extension'],
  ['641234', { country: 'PL' }, 'extension'],
  ['Ext.960', {}, 'extension'],
  ['1001.0', US, 'extension'],
  ['Ana Diaz (1001)', US, 'extension'],
  ['tel:1001;phone-context=+1', US, 'extension'],
  ['30123', { country: 'DE', extension_lengths: [4] }, 'short_code'],
  ['sip:911@pbx.example.com', US, 'short_code'],
  ['*21*02079460958#', GB, 'short_code'],
  ['sip:1001@pbx.example.com', US, 'extension'],
  ['2025550142', { country: 'US', extension_lengths: [10] }, 'extension'],
  ['911', US, 'short_code'],
  ['9911', US9, 'short_code'],
  ['112', { country: 'DE', extension_lengths: [3] }, 'short_code'],
  ['116117', { country: 'DE', extension_lengths: [3, 4] }, 'short_code'],
  ['*97', US, 'short_code'],
  ['anonymous', US, 'anonymous'],
  ['Restricted', US, 'anonymous'],
  ['"Anonymous" <sip:anonymous@anonymous.invalid>', US, 'anonymous'],
  ['Unavailable', US, 'anonymous'],
  ['-1', US, 'anonymous'],
  ['', US, 'anonymous'],
  ['+266696687', US, 'anonymous'],
  ['n/a', US, 'anonymous'],
  ['Rufnummer unterdrückt', US, 'anonymous'],
  ['sip:no_caller_id@10.0.0.1', US, 'anonymous'],
  ['+12345678***', US, 'masked'],
  ['+1 (***) ***-0142', US, 'masked'],
  ['020 7946…', GB, 'masked'],
  ['020 7946 ----', GB, 'masked'],
  ['****0142', US, 'masked'],
  ['sip:alice@example.com', US, 'sip_uri'],
  ['ana.diaz@example.com', US, 'sip_uri'],
  ['x1234@example.com', US, 'sip_uri'],
  ['sip:192.0.2.17', US, 'sip_uri'],
  ['16654444444444446', US, 'invalid'],
  ['1.20255E+10', US, 'invalid'],
  ['1-800-FLOWERS', US, 'invalid'],
  ['5550142', US, 'invalid'],
  ['s', US, 'invalid'],
  ['Private Bank', US, 'invalid'],
  ['+49 800 TAXI', US, 'invalid'],
  ['4909-9425-9647-9764', GB, 'invalid'],
  ['2025-01-31', { country: 'IE' }, 'invalid'],
  [' 2025-01-31 ', { country: 'IE' }, 'invalid'],
  ['180.197.26.144', US, 'invalid'],
  ['131.0.6778.205', US, 'invalid'],
  ['1672345678.1', US, 'invalid'],
  ['93956.25', { country: 'FM' }, 'invalid'],
  ['1.299', US, 'invalid'],
  ['1920x1080', US, 'invalid'],
  ['1001\n1002', { country: 'DK' }, 'invalid'],
  ['2025550142 / 2025550143', US, 'invalid'],
  ['2025550142', {}, 'invalid'],
  ['13612345678', {}, 'invalid'],
  ['12'.repeat(200), US, 'invalid'],
])('%s at %j is no number but %s', (raw, site, quality) => {
  const read = readNumber(raw, site);
  expect(read.quality).toBe(quality);
  expect(read.e164).toBeUndefined();
});

it.each<[string, NumberRole, string]>([
  ['0017123456789', 'called', '+4917123456789'],
  ['0017123456789', 'caller', '+17123456789'],
])('an outside line makes %s of a party that is %s to %s', (raw, role, e164) => {
  expect(readNumber(raw, DE0, role).e164).toBe(e164);
});

it.each([
  '+442079460958;ext=12',
  '020 7946 0958 ext. 12',
  '02079460958x12',
  '020 7946 0958 (ext. 12)',
  '+44 20 7946 0958 доб. 12',
  '020 7946 0958,,12#',
  'tel:+442079460958;ext=12',
])('%s has the extension 12', (raw) => {
  expect(readNumber(raw, GB)).toMatchObject({ e164: '+442079460958', extension: '12' });
});

it('says country, calling code, type and block of a number', () => {
  expect(readNumber('020 7946 0958', GB)).toEqual({
    e164: '+442079460958',
    quality: 'e164',
    country: 'GB',
    regionCode: '44',
    type: 'fixed_line',
    block: '+44207946',
    extension: undefined,
  });
});

it('keeps the digits of a masked number that can be seen', () => {
  expect(readNumber('+1 202 555****', {}).block).toBe('+1202555');
});

it('shows a number with its groups, and any other text as it is', () => {
  expect(formatInternational('+442079460958')).toBe('+44 20 7946 0958');
  expect(formatInternational('anonymous')).toBe('anonymous');
});

it('takes the number without its last four digits as its block', () => {
  expect(blockOf('+12025550142')).toBe('+1202555');
});

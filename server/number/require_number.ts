import type { NumberQuality } from '../../common/model/call';
import { VishingError } from '../errors';
import { blockOf, readNumber } from '../numbers/read_number';

/** A number that a page can be about. */
export interface KnownNumber {
  readonly e164: string;
  readonly block: string;
  readonly country?: string;
  readonly type?: string;
}

/** What the numbering plans do not know (yet) may be on a watchlist all the same. */
const E164 = /^\+[1-9]\d{6,14}$/;

const REASONS: Readonly<Record<Exclude<NumberQuality, 'e164'>, string>> = {
  anonymous: 'the caller withheld the number',
  extension: 'it is an extension, which means something at one site only',
  short_code: 'it is a short code, which means something in one country or network only',
  sip_uri: 'it is an address without a phone number',
  masked: 'some of its digits are masked',
  invalid: 'no country has such a number',
};

/**
 * Reads a number in international form.
 * @throws VishingError `bad_request` for a text that is no number, with the reason
 */
export const requireNumber = (text: string): KnownNumber => {
  const { e164, quality, country, type, block } = readNumber(text, {});
  if (e164) return { e164, country, type, block: block ?? blockOf(e164) };
  const bare = text.replace(/[\s().-]/g, '');
  if (E164.test(bare)) return { e164: bare, block: blockOf(bare) };
  throw new VishingError(
    'bad_request',
    `“${text}” is not a phone number: ${REASONS[quality === 'e164' ? 'invalid' : quality]}. A number page needs a whole number with country code, such as +12025550142.`
  );
};

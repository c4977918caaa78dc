import { addressPart, type AddressPart } from './address_part';
import { cleanText, withoutQuotes } from './clean_text';
import { readMasked } from './masked_number';
import { hasOtherMeaning } from './other_meaning';
import { isWithheld } from './withheld';

/** A number as a phone system wrote it, taken apart: nothing is interpreted yet. */
export type RawNumber =
  | { readonly kind: 'anonymous' | 'sip_uri' | 'invalid' | 'feature_code' }
  /** `digits` are the visible leading digits; with `plus` they begin with a calling code. */
  | { readonly kind: 'masked'; readonly plus: boolean; readonly digits: string }
  | { readonly kind: 'extension'; readonly digits: string }
  | RawDigits;

export interface RawDigits {
  readonly kind: 'digits';
  readonly plus: boolean;
  readonly digits: string;
  /** The digits without the zero of `+44 (0)20`, which most countries leave out behind the calling code. */
  readonly withoutZero?: string;
  /** True when the digits are written with dots or strokes, as those of an extension never are. */
  readonly divided: boolean;
  /** Leading digits, with plus, that a `tel:` URI says to be missing. */
  readonly context?: string;
  readonly extension?: string;
}

const PUNCTUATION = /[\s\-\u2010-\u2015\u2212.()/~_\u00b7]/g;
const EXTENSION_WORD =
  'extension|extn|ext|x|доб|anexo|ramal|poste|interno|int|durchwahl|dw|klappe|toestel|wew';
const EXTENSION_SUFFIX = new RegExp(
  `(?:;ext=|[,;]?\\s*\\(?(?:${EXTENSION_WORD})[\\s.:#=-]*|\\s#)(\\d{1,8})\\)?$`,
  'i'
);
const ONLY_EXTENSION = /^(?:extension|extn|ext|x)[\s.:#-]*(\d{1,8})$/i;
/** Digits that are sent when the call is answered: the extension, or the number of a conference. */
const SENT_LATER = /,{2,}[\d,]*#?$/;
/** Ends dialling at once; not part of the number. */
const DIAL_END = /(\d)#$/;
const BRACKETED_ZERO = /^(\(?\+?[\d\s]+\)?\s*)\(0+\)/;
/** A spreadsheet's way to write a long number, such as `1.2025550142E+10`. */
const SCIENTIFIC = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i;
/** A data tool's way to write a whole number; a price has two decimals, and no seven digits before them. */
const WHOLE_DECIMAL = /^(\+?\d+)\.0$|^(\+?\d{7,})[.,]0+$/;
/** A spreadsheet's way to write a long number in groups; amounts of that size have no place beside calls. */
const THOUSANDS = /^\d{1,3}(?:,\d{3}){3,}$/;
const PLAIN = /^\+?[\d ()-]+$/;

/** The address in `"Name" <address>`, else the text itself. */
const addressOf = (text: string): string =>
  withoutQuotes(/<([^<>]*)>[^<>]*$/.exec(text)?.[1] ?? text);

const wholeNumber = (text: string): string => {
  const whole = WHOLE_DECIMAL.exec(text);
  if (whole) return whole[1] ?? whole[2] ?? text;
  if (THOUSANDS.test(text)) return text.replace(/,/g, '');
  const [, first = '', rest = '', exponent = ''] = SCIENTIFIC.exec(text) ?? [];
  // Fewer digits than the exponent says are lost: the number cannot be known.
  return rest !== '' && rest.length === Number(exponent) ? first + rest : text;
};

interface Suffixed {
  readonly main: string;
  readonly extension?: string;
}

/** Cuts off what is behind the number. The user part of a URI has its extension in a parameter only. */
const withoutSuffix = (text: string, sip: boolean): Suffixed => {
  const later = SENT_LATER.exec(text)?.[0];
  if (later !== undefined) {
    const extension = /^,+(\d{1,8})#?$/.exec(later)?.[1];
    return { main: text.slice(0, -later.length), extension };
  }
  const extension = sip ? undefined : EXTENSION_SUFFIX.exec(text)?.[1];
  if (extension) return { main: text.replace(EXTENSION_SUFFIX, ''), extension };
  return { main: text.replace(DIAL_END, '$1') };
};

const toDigits = (text: string, sip: boolean): RawNumber => {
  const none = { kind: sip ? 'sip_uri' : 'invalid' } as const;
  if (/^[*#]+[\d*#]*$/.test(text.replace(PUNCTUATION, ''))) return { kind: 'feature_code' };
  const { main, extension } = withoutSuffix(text, sip);
  const compact = main.replace(PUNCTUATION, '');
  if (!/^\+*\d+$/.test(compact) || /[\r\n]/.test(main)) return none;
  const digitsOf = (part: string): string => part.replace(PUNCTUATION, '').replace(/^\++/, '');
  return {
    kind: 'digits',
    plus: compact.startsWith('+'),
    digits: digitsOf(compact),
    divided: /[./]/.test(main),
    withoutZero: BRACKETED_ZERO.test(main)
      ? digitsOf(main.replace(BRACKETED_ZERO, '$1'))
      : undefined,
    extension,
  };
};

const readPart = ({ text, sip, tel }: AddressPart): RawNumber => {
  if (isWithheld(text)) return { kind: 'anonymous' };
  const only = sip ? undefined : ONLY_EXTENSION.exec(text)?.[1];
  if (only) return { kind: 'extension', digits: only };
  if (!tel && hasOtherMeaning(text)) return { kind: sip ? 'sip_uri' : 'invalid' };
  const masked = readMasked(text);
  return masked ? { kind: 'masked', ...masked } : toDigits(text, sip);
};

/**
 * Takes a number apart as a phone system, a directory or a spreadsheet wrote it: `tel:` and `sip:` URIs, a name with the
 * number in brackets, withheld and masked numbers, extensions behind a number, digits of any script.
 */
export const takeApart = (raw: string): RawNumber => {
  // Most numbers of phone systems are digits and the usual signs between them, which need no care.
  if (PLAIN.test(raw)) return readPart({ text: raw.trim(), sip: false, tel: false });
  const part = addressPart(addressOf(cleanText(raw)));
  const read = readPart({ ...part, text: wholeNumber(part.text) });
  if (read.kind !== 'digits') return read;
  return { ...read, context: part.context, extension: part.extension ?? read.extension };
};

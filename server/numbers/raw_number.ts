import { parseDigits } from 'libphonenumber-js/max';

/** A number as a phone system wrote it, taken apart: nothing is interpreted yet. */
export type RawNumber =
  | { readonly kind: 'anonymous' | 'sip_uri' | 'invalid' | 'feature_code' }
  /** `digits` are the visible leading digits; with `plus` they begin with a calling code. */
  | { readonly kind: 'masked'; readonly plus: boolean; readonly digits: string }
  | { readonly kind: 'extension'; readonly digits: string }
  | {
      readonly kind: 'digits';
      readonly plus: boolean;
      readonly digits: string;
      readonly extension?: string;
    };

/** What phone systems write for a caller who withheld the number. */
const WITHHELD =
  /^(?:anonymous|restricted|unavailable|unknown|private|withheld|blocked|not available|no caller ?id|caller id (?:withheld|blocked)|(?:private|blocked|unknown|anonymous) (?:number|caller)|-\d|\(unknown\))$/i;

/** Twilio's telephone-keypad codes for ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE. */
const WITHHELD_CODES = new Set([
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
]);

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0000-\u001f\u007f]/g;
const PUNCTUATION = /[\s\-\u2010-\u2015\u2212.()/~_\u00b7]/g;
const EXTENSION_SUFFIX = /(?:;ext=|[,;]?\s*(?:extension|extn|ext|x)\.?:?\s*|\s#)(\d{1,8})$/i;
const ONLY_EXTENSION = /^(?:extension|extn|ext|x)[.:]?\s*(\d{1,8})$/i;
/** Digits, then at least two signs that hide the rest. */
const MASKED = /^(\+?)([\d\s\-()]*?)[\s-]*[*xX#\u2022\u2026]{2,}[\d\s*xX#\u2022-]*$/;
/** A spreadsheet's way to write a long number, such as `1.2025550142E+10`. */
const SCIENTIFIC = /^(\d)\.(\d+)E\+?(\d{1,2})$/i;

/** The address in `"Name" <address>`, else the text itself, without quotes and invisible characters. */
const addressOf = (raw: string): string => {
  const text = raw.normalize('NFKC').replace(INVISIBLE, '').trim();
  const address = /<([^<>]*)>[^<>]*$/.exec(text)?.[1] ?? text;
  return address
    .replace(/^[='"`\s]+|['"`\s]+$/g, '')
    .replace(/\p{Nd}/gu, (digit) => parseDigits(digit));
};

const decoded = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

interface Addressed {
  readonly text: string;
  /** True when the text was the user part of `user@host`. */
  readonly sip: boolean;
}

/** Takes the telephone part out of `tel:` and `sip:` URIs; keeps `;ext=` and applies a numeric `phone-context`. */
const telephonePart = (address: string): Addressed => {
  const withoutScheme = address.replace(/^(?:tel|sips?|callto|phone):(?:\/\/)?/i, '');
  const at = withoutScheme.indexOf('@');
  const sip = at >= 0 || withoutScheme.length !== address.length;
  const user = decoded(at >= 0 ? withoutScheme.slice(0, at) : withoutScheme);
  const [number = '', ...parameters] = sip ? user.split(';') : [user];
  const parameter = (name: string): string | undefined =>
    parameters.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const context = parameter('phone-context');
  const extension = parameter('ext');
  const global = context?.startsWith('+') && !number.startsWith('+') ? context + number : number;
  return { text: extension ? `${global};ext=${extension}` : global, sip };
};

const wholeNumber = (text: string): string => {
  const scientific = SCIENTIFIC.exec(text);
  if (!scientific) return text.replace(/^(\d{7,15})\.0$/, '$1');
  const [, first = '', rest = '', exponent = ''] = scientific;
  // Fewer digits than the exponent says are lost: the number cannot be known.
  return rest.length === Number(exponent) ? first + rest : text;
};

const toDigits = (text: string, sip: boolean): RawNumber => {
  const only = ONLY_EXTENSION.exec(text)?.[1];
  if (only) return { kind: 'extension', digits: only };
  const extension = EXTENSION_SUFFIX.exec(text)?.[1];
  const main = extension ? text.replace(EXTENSION_SUFFIX, '') : text;
  const international = main.startsWith('+') ? main.replace(/\(0+\)/, '') : main;
  const compact = international.replace(PUNCTUATION, '');
  if (/^[*#]+\d{0,6}[*#]*$/.test(compact)) return { kind: 'feature_code' };
  if (!/^\++\d+$|^\d+$/.test(compact)) return { kind: sip ? 'sip_uri' : 'invalid' };
  return {
    kind: 'digits',
    plus: compact.startsWith('+'),
    digits: compact.replace(/^\++/, ''),
    extension,
  };
};

/**
 * Takes a number apart as a phone system, a directory or a spreadsheet wrote it: `tel:` and `sip:` URIs, a name with the
 * number in brackets, withheld and masked numbers, extensions behind a number, digits of any script.
 */
export const takeApart = (raw: string): RawNumber => {
  const { text: part, sip } = telephonePart(addressOf(raw));
  const text = wholeNumber(part.trim());
  if (text === '' || WITHHELD.test(text) || WITHHELD_CODES.has(text)) return { kind: 'anonymous' };
  const masked = MASKED.exec(text);
  if (masked && !/^[*#]/.test(text)) {
    const [, plus, visible = ''] = masked;
    return { kind: 'masked', plus: plus === '+', digits: visible.replace(PUNCTUATION, '') };
  }
  return toDigits(text, sip);
};

/** The part of a text that may be a number, taken out of what stands around it. */
export interface AddressPart {
  readonly text: string;
  /** True when the text was the user part of a URI or of `user@host`. */
  readonly sip: boolean;
  /** True when a scheme says that the text is a telephone number. */
  readonly tel: boolean;
  /** Leading digits, with plus, that a `tel:` URI says to be missing. */
  readonly context?: string;
  readonly extension?: string;
}

const URI_SCHEME = /^(?:tel|sips?|callto|phone|h323|skype):(?:\/\/)?/i;
/** Cloud systems put the kind of an address before it: `whatsapp:+1...` (Twilio), `4:+1...` (Teams). */
const ANY_SCHEME = /^[a-z0-9]{1,16}:(?=\+\d)/i;
const TEL_SCHEME = /^(?:tel|callto|phone):/i;
const URI_PARAMETER = /;[a-z][a-z-]*(?:[=;]|$)/i;
const LABEL =
  /^(?:tel|telefon|telephone|téléphone|phone|mobile|mobil|mob|cell|office|direct|handy)\b[\s.:]*(?=[+(]|\d{3})/i;

/** Digits and the signs between them, hidden digits included. */
const NUMBER = /^[+(\d][\d\s\-./()*#xX\u2022]*\d[\d\s\-./()*#xX\u2022]*$/;
const NAME = /^[^\d]*\p{L}[^\d]*$/u;
const NUMBER_THEN_NAME = /^([^([]+)[([]([^()[\]]+)[)\]]$/;
const NAME_THEN_NUMBER = /^([^([]+)\(([^[\]]+)\)$/;
const NAME_FIRST = /^[([]([^()[\]]+)[)\]](.+)$/;
/** A name before a number of which the plus shows where it begins. */
const NAME_BEFORE_PLUS = /^[^\d+]*\p{L}[^\d+]*(?=\+[\d\s\-./()]+$)/u;
const ONLY_EXTENSION = /^(?:extension|extn|ext|x)\b/i;

const decoded = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** The number beside a name of which one stands in brackets; the text itself where there is no such pair. */
const besideName = (text: string): string => {
  if (!/\p{L}/u.test(text)) return text;
  const [, number = '', name = ''] = NUMBER_THEN_NAME.exec(text) ?? [];
  if (NUMBER.test(number.trim()) && NAME.test(name) && !ONLY_EXTENSION.test(name)) return number;
  const [, before = '', within = ''] = NAME_THEN_NUMBER.exec(text) ?? [];
  if (NAME.test(before) && NUMBER.test(within)) return within;
  const [, first = '', behind = ''] = NAME_FIRST.exec(text) ?? [];
  if (NAME.test(first) && NUMBER.test(behind.trim())) return behind;
  return text.replace(LABEL, '').replace(NAME_BEFORE_PLUS, '');
};

/**
 * Takes the telephone part out of `tel:` and `sip:` URIs, with or without scheme, and out of a text with a name.
 * Parameters of the URI that change the number, `ext` and a numeric `phone-context`, are kept.
 */
export const addressPart = (address: string): AddressPart => {
  const withoutScheme = address.replace(URI_SCHEME, '').replace(ANY_SCHEME, '');
  const at = withoutScheme.indexOf('@');
  const sip = at >= 0 || URI_SCHEME.test(address);
  const user = decoded(at >= 0 ? withoutScheme.slice(0, at) : withoutScheme);
  const tel = TEL_SCHEME.test(address);
  if (!sip && !URI_PARAMETER.test(user)) return { text: besideName(user).trim(), sip, tel };
  const [number = '', ...parameters] = user.split(';');
  const parameter = (name: string): string | undefined =>
    parameters.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const context = parameter('phone-context');
  return {
    // A user may have a password behind a colon.
    text: (at >= 0 ? number.replace(/:.*$/, '') : number).trim(),
    sip,
    tel,
    context: context?.startsWith('+') && !number.startsWith('+') ? context : undefined,
    extension: parameter('ext'),
  };
};

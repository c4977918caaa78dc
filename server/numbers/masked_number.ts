/** What can be seen of a number whose other digits are hidden. */
export interface MaskedNumber {
  readonly plus: boolean;
  /** The digits before the first hidden one. */
  readonly digits: string;
}

const SEPARATORS = /[\s\-./()~\u00b7\u2010-\u2015\u2212]/g;
/** Signs that stand for a digit each. */
const HIDDEN = '*xX#?_\u00d7\u2022\u2217\u204e\u2588\u25a0\u25aa\u25cb\u25cf';
/** What every masked number has one of; few other texts do. */
const ANY_MARK = new RegExp(`[${HIDDEN}]|\\.\\.|--`);
const HIDDEN_RUN = new RegExp(`[${HIDDEN}]{2,}|[\u2022\u25cf]`);
const MASKED = new RegExp(`^(\\+?)(\\d*)[\\d${HIDDEN}]*$`);
/** The start of a number is left out: `...0958`. */
const CUT_IN = /^\+?\.{2,}\s*\d{2,}$/;
/** The end of a number is left out: `+44 20 7946...`, `+44 20 7946 ----`. */
const CUT_OFF = /^(\+?)([\d\s\-./()]*\d)\s*(?:\.{2,}|-{2,}|_+)$/;
/** One sign at the end hides the last digit. */
const LAST_HIDDEN = /\d{5}[*xX]$/;
/** `*97`, `**1001`, `*#06#`: begins with one or two signs, where a masked number begins with more. */
const SERVICE_CODE = /^[*#]{1,2}\d|^[*#]{1,2}$|^\*#|^#\*/;

/** @returns undefined for a text that is no number, or a number of which all digits can be seen */
export const readMasked = (text: string): MaskedNumber | undefined => {
  if (!ANY_MARK.test(text)) return undefined;
  if (CUT_IN.test(text)) return { plus: false, digits: '' };
  const cut = CUT_OFF.exec(text);
  if (cut) return { plus: cut[1] === '+', digits: (cut[2] ?? '').replace(/\D/g, '') };
  const compact = text.replace(SEPARATORS, '');
  if (SERVICE_CODE.test(compact)) return undefined;
  if (!HIDDEN_RUN.test(compact) && !LAST_HIDDEN.test(compact)) return undefined;
  const masked = MASKED.exec(compact);
  return masked ? { plus: masked[1] === '+', digits: masked[2] ?? '' } : undefined;
};

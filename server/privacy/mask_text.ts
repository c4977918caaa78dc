import { maskAddress, maskNumber } from './mask_value';

const ADDRESS = /[\p{L}\p{N}._%+#-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const SID = /\bS-1-5-21(?:-\d+){3,4}\b/gi;
const USER_FOLDER = /([\\/](?:users|home)[\\/])[^\\/\s"']+/gi;
const DOMAIN_ACCOUNT = /\b([A-Z][A-Z0-9.-]{1,30})\\[\p{L}\p{N}._$-]+/gu;
/** Seven digits or more with the marks that people put between them; dates and addresses of computers are none, nor what is masked. */
const NUMBER =
  /(?<![\p{L}\p{N}_-])\+?\(?\d(?:[\s().\-/]{0,2}\d){6,17}(?![\p{L}\p{N}_]|[\s().\-/]{0,2}\*)/gu;
const NO_NUMBER = /^(?:\d{4}-\d{2}-\d{2}|\d{1,3}(?:\.\d{1,3}){3}$)/;

/** Words of a person that the answer names elsewhere, with what stands for each. */
export type Replacements = ReadonlyMap<string, string>;

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Makes a function that hides the given words wherever they stand; longer ones go first. */
export const replacer = (words: Replacements): ((text: string) => string) => {
  if (words.size === 0) return (text) => text;
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escapeText).join('|')})(?![\\p{L}\\p{N}])`,
    'giu'
  );
  return (text) => text.replace(pattern, (found) => words.get(found.toLowerCase()) ?? '***');
};

/** Hides numbers, addresses and accounts that can be recognised by their form. */
export const maskText = (text: string): string =>
  text
    .replace(ADDRESS, maskAddress)
    .replace(SID, 'S-1-5-21-***')
    .replace(USER_FOLDER, '$1***')
    .replace(DOMAIN_ACCOUNT, '$1\\***')
    .replace(NUMBER, (found) => (NO_NUMBER.test(found) ? found : maskNumber(found)));

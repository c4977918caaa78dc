import { maskText, replacer, type Replacements } from './mask_text';
import { maskAddress, maskName, maskNumber, pseudonymOf } from './mask_value';
import { isPersonObject, kindOf, type FieldKind } from './personal_fields';

/** Shorter words, such as initials, stand in other words too. */
const SHORTEST_WORD = 3;

type Visit = (text: string, kind: FieldKind) => string;

interface Place {
  readonly field: string;
  readonly parent: string;
  readonly inPerson: boolean;
}

const NOWHERE: Place = { field: '', parent: '', inPerson: false };

/** Rebuilds a JSON value with every text replaced. */
const mapTexts = (value: unknown, visit: Visit, place: Place = NOWHERE): unknown => {
  if (typeof value === 'string') {
    return visit(value, kindOf(place.field, place.parent, place.inPerson));
  }
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, visit, place));
  if (typeof value !== 'object' || value === null) return value;
  const inPerson = isPersonObject(place.field, value);
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      mapTexts(inner, visit, { field, parent: place.field, inPerson }),
    ])
  );
};

/** Text as a phone system or a person wrote it: anybody may be named in it. */
const HIDDEN_TEXT = '(hidden)';

const MASKS: Readonly<Partial<Record<FieldKind, (text: string) => string>>> = {
  number: maskNumber,
  name: maskName,
  account: pseudonymOf,
  address: maskAddress,
  raw: () => HIDDEN_TEXT,
};

/** A computer that is named after its user tells the name. */
const maskHost = (host: string, words: Replacements): string => {
  const lower = host.toLowerCase();
  const named = [...words.keys()].some((word) => /\p{L}/u.test(word) && lower.includes(word));
  return named ? `${host.charAt(0)}***` : host;
};

/** Every personal value of some documents, lower case, with what stands for it in sentences. */
const collect = (documents: unknown): Replacements => {
  const words = new Map<string, string>();
  const add = (word: string, mask: string): void => {
    if (word.length >= SHORTEST_WORD && !word.includes('*')) words.set(word.toLowerCase(), mask);
  };
  mapTexts(documents, (text, kind) => {
    const mask = MASKS[kind];
    if (mask && kind !== 'raw') add(text, kind === 'account' ? '***' : mask(text));
    if (kind === 'name' && !/\d/.test(text)) {
      for (const word of text.split(/[\s,]+/)) add(word, maskName(word));
    }
    if (kind === 'address' && text.includes('@')) add(text.slice(0, text.lastIndexOf('@')), '***');
    return text;
  });
  const people = new Map(words);
  mapTexts(documents, (text, kind) => {
    if (kind === 'host' && maskHost(text, people) !== text) add(text, maskHost(text, people));
    return text;
  });
  return words;
};

/**
 * Masks an answer for a person who may not see personal data: the last four digits of numbers, names as initials, and
 * both wherever they stand in sentences. Works on any answer, so that a new route is masked without doing anything.
 * @param known documents whose names stand in the answer's sentences
 */
export const maskAnswer = <T>(answer: T, known?: unknown): T => {
  const words = collect([answer, known]);
  const replaceWords = replacer(words);
  return mapTexts(answer, (text, kind) => {
    if (kind === 'technical') return text;
    if (kind === 'host') return maskHost(text, words);
    if (kind === 'text') return maskText(replaceWords(text));
    return MASKS[kind]?.(text) ?? text;
  }) as T;
};

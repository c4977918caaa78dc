import type { Confidence } from '../model/watchlist';
import { clip, clipNumber, refuse, type ParsedRow, type RefusedRow } from './import_rows';
import { PHONE_TYPES } from './phone_types';

type Json = Readonly<Record<string, unknown>>;

/** Deeper than any export nests its objects. */
const MAX_DEPTH = 24;
/** Comparisons of a STIX pattern that name phone numbers; `LIKE` has `%` for any digits. */
const COMPARISON =
  /phone-number:value\s*(=|IN|LIKE)\s*(\((?:[^()'\\]|'(?:[^'\\]|\\.)*')*\)|'(?:[^'\\]|\\.)*')/gi;
const QUOTED = /'((?:[^'\\]|\\.)*)'/g;
const MEDIUM_SCORE = 30;
const HIGH_SCORE = 70;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** The scale of STIX: 0 to 29 low, 30 to 69 medium, 70 to 100 high. */
const confidenceOf = ({ x_opencti_score, confidence }: Json): Confidence | undefined => {
  const score = typeof x_opencti_score === 'number' ? x_opencti_score : confidence;
  if (typeof score !== 'number') return undefined;
  if (score >= HIGH_SCORE) return 'high';
  return score >= MEDIUM_SCORE ? 'medium' : 'low';
};

/** The numbers that a STIX pattern compares with; ranges end in a star. */
export const numbersOfPattern = (pattern: string): string[] =>
  [...pattern.matchAll(COMPARISON)].flatMap(([, operator = '', values = '']) =>
    [...values.matchAll(QUOTED)].map(([, value = '']) => {
      const plain = value.replace(/\\(.)/g, '$1');
      return operator.toUpperCase() === 'LIKE' ? plain.replace(/%$/, '*') : plain;
    })
  );

const isDeleted = ({ deleted }: Json): boolean =>
  deleted === true || deleted === 1 || deleted === '1';

/** Why an object says nothing any more. */
const voidBecause = (object: Json): string | undefined => {
  if (isDeleted(object)) return 'The attribute was deleted in MISP.';
  return object.revoked === true ? 'The indicator was revoked.' : undefined;
};

const isPhone = ({ type, entity_type }: Json): boolean =>
  (typeof type === 'string' && PHONE_TYPES.has(type)) ||
  (typeof entity_type === 'string' && entity_type.toLowerCase() === 'phone-number');

const numbersOf = (object: Json): string[] => {
  if (isPhone(object)) {
    const value = object.value ?? object.observable_value;
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  }
  const pattern = object.type === 'indicator' ? textOf(object.pattern) : undefined;
  return pattern === undefined ? [] : numbersOfPattern(pattern);
};

/** Objects that are something which could have been a number: other observables, attributes and indicators. */
const isOther = ({ type, value, pattern }: Json): boolean =>
  typeof type === 'string' && (value !== undefined || pattern !== undefined);

const expiresOf = ({ valid_until }: Json): string | undefined => {
  const ms = typeof valid_until === 'string' ? Date.parse(valid_until) : NaN;
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined;
};

/** Collects phone numbers out of the JSON of MISP (attributes, objects, events) and of STIX 2.1 as OpenCTI writes it. */
export const createJsonReader = () => {
  const rows: ParsedRow[] = [];
  const refused: RefusedRow[] = [];
  let ignored = 0;
  let line = 0;

  const readObject = (object: Json, about: string | undefined): void => {
    const numbers = numbersOf(object);
    if (numbers.length === 0) {
      if (isOther(object)) {
        line += 1;
        ignored += 1;
      }
      return;
    }
    line += 1;
    const why = voidBecause(object);
    const stated = ['comment', 'x_opencti_description', 'description', 'name'].map((key) =>
      textOf(object[key])
    );
    const reason = clip(stated.find((text) => text !== undefined) ?? about);
    for (const number of numbers) {
      if (why !== undefined) refused.push(refuse(line, number, why));
      else {
        rows.push({
          line,
          number: clipNumber(number),
          reason,
          confidence: confidenceOf(object),
          expires: expiresOf(object),
        });
      }
    }
  };

  const walk = (value: unknown, about: string | undefined, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) walk(item, about, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    readObject(value, about);
    const info = textOf(value.info) ?? textOf(isObject(value.Event) ? value.Event.info : undefined);
    for (const inner of Object.values(value)) {
      if (typeof inner === 'object') walk(inner, info ?? about, depth + 1);
    }
  };

  return {
    add: (value: unknown): void => walk(value, undefined, 0),
    refuse: (text: string, reason: string): void => {
      line += 1;
      refused.push(refuse(line, text, reason));
    },
    result: () => ({ rows, refused, ignored }),
  };
};

import type { CountryCode } from 'libphonenumber-js/max';
import { DIALLED_FORMS } from './dialled_forms';
import { DISGUISED_FORMS } from './disguised_forms';
import type { Ambiguity, DirtyForm } from './dirty_form';
import { EXTENSION_FORMS } from './extension_forms';
import { INTERNAL_FORMS } from './internal_forms';
import type { Maker, Makers } from './maker';
import { createPool, type PoolNumber } from './number_pool';
import { OTHER_DIGITS } from './other_digits';
import { OTHER_TEXTS } from './other_texts';
import { OWN_RANGE_FORMS } from './own_range_forms';
import { createRandom } from './random';
import { SPREADSHEET_FORMS } from './spreadsheet_forms';
import { URI_FORMS } from './uri_forms';
import { WITHHELD_FORMS } from './withheld_forms';
import { WRITTEN_FORMS } from './written_forms';

/** Every way that a number, or something beside it, is written; a name is a row of the report. */
const MAKERS: Makers = {
  ...WRITTEN_FORMS,
  ...DIALLED_FORMS,
  ...SPREADSHEET_FORMS,
  ...URI_FORMS,
  ...EXTENSION_FORMS,
  ...DISGUISED_FORMS,
  ...INTERNAL_FORMS,
  ...OWN_RANGE_FORMS,
  ...WITHHELD_FORMS,
  ...OTHER_TEXTS,
  ...OTHER_DIGITS,
};
export const KINDS = Object.keys(MAKERS);

export interface DirtyNumbers {
  readonly forms: readonly DirtyForm[];
  /** What was left out, and why. */
  readonly leftOut: Readonly<Partial<Record<Ambiguity, readonly DirtyForm[]>>>;
  /** How many numbers the forms were made of. */
  readonly numbers: number;
  /** Whose numbers they are; undefined stands for networks of no country. */
  readonly countries: ReadonlySet<CountryCode | undefined>;
}

/** Stands for a text that says too little to be written down. */
const NO_TEXT = { raw: '', site: {}, role: 'called' } as const;
const NUMBERS_PER_COUNTRY = 40;
/** Tries for each form that is wanted: many forms exist in some countries only, or are left out. */
const TRIES_PER_FORM = 4;

const groupByCountry = (pool: readonly PoolNumber[]): PoolNumber[][] => {
  const groups = new Map<string | undefined, PoolNumber[]>();
  for (const number of pool) {
    const group = groups.get(number.country);
    if (group) group.push(number);
    else groups.set(number.country, [number]);
  }
  return [...groups.values()];
};

/**
 * Makes texts whose truth is known from how they were made. All kinds and all countries get the same share, as far as
 * they have such forms; no two are alike at one site. Beside what is left out as ambiguous, never made, because nobody
 * could say what they are:
 * - national numbers of another country than the site's, and local numbers without area code;
 * - emergency and service numbers of single countries (15, 110) where extensions have as many digits;
 * - a star code with a number behind it (`*67 202 555 0142`): nothing shows where the code ends;
 * - mail addresses whose user is a number, which look like a SIP user without its scheme;
 * - two extensions with a stroke between them (`1001/1002`), a date without its century, a coordinate with its decimals;
 * - numbers of more than 15 digits, which the library knows and E.164 does not allow.
 */
export const generateDirtyNumbers = (count: number, seed: number): DirtyNumbers => {
  const random = createRandom(seed);
  const perCountry = Math.min(NUMBERS_PER_COUNTRY, Math.ceil(count / 1000));
  const pool = createPool(perCountry, random);
  const countries = groupByCountry(pool);
  const forms: DirtyForm[] = [];
  const seen = new Set<string>();
  const used = new Set<CountryCode | undefined>();
  const leftOut: Partial<Record<Ambiguity, DirtyForm[]>> = {};
  const makers: readonly (readonly [string, Maker])[] = Object.entries(MAKERS);
  for (let turn = 0; turn < count * TRIES_PER_FORM && forms.length < count; turn += 1) {
    const [kind, make] = makers[turn % makers.length] ?? random.pick(makers);
    const number = random.pick(random.pick(countries));
    const made = make(number, random);
    if (made === undefined) continue;
    const truth = { e164: number.e164 };
    if ('ambiguity' in made) {
      (leftOut[made.ambiguity] ??= []).push({ ...NO_TEXT, ...made.form, kind, truth });
      continue;
    }
    const key = JSON.stringify(made);
    if (seen.has(key)) continue;
    seen.add(key);
    if (made.truth === undefined) used.add(number.country);
    forms.push({ kind, truth, ...made });
  }
  return { forms, leftOut, numbers: pool.length, countries: used };
};

import type { NumberQuality } from '../../../common/model/call';
import type { NumberRole, NumberSite } from '../../../server/numbers/read_number';

/** What a text really is, known from how it was made. */
export type Truth =
  | { readonly e164: string; readonly extension?: string }
  | { readonly quality: Exclude<NumberQuality, 'e164'>; readonly extension?: string };

/** A text as it might stand in a call record, a directory or a list, at one site. */
export interface DirtyForm {
  /** How it was made: one row of the report. */
  readonly kind: string;
  readonly raw: string;
  readonly site: NumberSite;
  readonly role: NumberRole;
  readonly truth: Truth;
}

/**
 * Why a text is left out: whoever gets it without being told how it was made cannot know which of two things it is.
 * The first five can be read as two different numbers, the others as a number and as something else.
 */
export const AMBIGUITIES = {
  national_too: 'written without plus, and a number of the site’s own country too',
  without_plus_too: 'a bare number of a line at home, and one of another country without its plus',
  behind_outside_line: 'another number when its first digits are taken for the outside line',
  with_outside_line: 'dialled with the outside line, and a number of the site’s country as it is',
  plus_too_short: 'so short that without its plus it could be a number of many countries',
  zero_lost: 'stored as an integer, so that a zero that belongs to the number is gone',
  zeros_cut: 'in scientific notation, where zeros at the end cannot be told from lost digits',
  as_short_as_extensions: 'a number as short as the extensions of the site, or the other way round',
  other_meaning: 'a number in the form of a date, an IP address, a MAC address or a price',
  id_or_number: 'digits of something else that are a number of the site’s country, or without plus',
} as const;
export type Ambiguity = keyof typeof AMBIGUITIES;

/** A form before its kind is known; without a truth, it stands for the number that it was made of. */
export type MadeForm = Omit<DirtyForm, 'kind' | 'truth'> & { readonly truth?: Truth };

/** Left out: counted apart. */
export interface LeftOut {
  readonly ambiguity: Ambiguity;
  /** Absent where the text says too little to be made. */
  readonly form?: MadeForm;
}

/** What a maker makes of a number; undefined where a number has no such form. */
export type Made = MadeForm | LeftOut | undefined;

import { readNumber, type ReadNumber } from '../../../server/numbers/read_number';
import type { DirtyForm } from './dirty_form';

/**
 * How a form was read: `invented` is a number where there is none, `wrong_number` another number, `missed` no number
 * where there is one, `wrong_quality` the wrong reason why there is none.
 */
export const MISTAKES = [
  'invented',
  'wrong_number',
  'missed',
  'wrong_quality',
  'wrong_extension',
] as const;
export type Mistake = (typeof MISTAKES)[number];

export interface KindResult {
  forms: number;
  right: number;
}

export interface Failure extends DirtyForm {
  readonly mistake: Mistake;
  readonly read: ReadNumber;
}

export interface Measurement {
  readonly forms: number;
  readonly right: number;
  /** 0 to 1. */
  readonly share: number;
  readonly mistakes: Readonly<Record<Mistake, number>>;
  readonly kinds: Readonly<Record<string, KindResult>>;
  readonly failures: readonly Failure[];
}

const judge = ({ truth }: DirtyForm, read: ReadNumber): Mistake | undefined => {
  const wrongExtension = truth.extension !== undefined && read.extension !== truth.extension;
  if ('e164' in truth) {
    if (read.e164 === undefined) return 'missed';
    if (read.e164 !== truth.e164) return 'wrong_number';
    return wrongExtension ? 'wrong_extension' : undefined;
  }
  if (read.e164 !== undefined) return 'invented';
  if (read.quality !== truth.quality) return 'wrong_quality';
  return wrongExtension ? 'wrong_extension' : undefined;
};

/** Reads all forms and compares each with its truth. */
export const measure = (forms: readonly DirtyForm[]): Measurement => {
  const mistakes = {
    invented: 0,
    wrong_number: 0,
    missed: 0,
    wrong_quality: 0,
    wrong_extension: 0,
  };
  const kinds: Record<string, KindResult> = {};
  const failures: Failure[] = [];
  for (const form of forms) {
    const read = readNumber(form.raw, form.site, form.role);
    const mistake = judge(form, read);
    const kind = (kinds[form.kind] ??= { forms: 0, right: 0 });
    kind.forms += 1;
    if (mistake === undefined) kind.right += 1;
    else {
      mistakes[mistake] += 1;
      failures.push({ ...form, mistake, read });
    }
  }
  const right = forms.length - failures.length;
  const share = forms.length === 0 ? 0 : right / forms.length;
  return { forms: forms.length, right, share, mistakes, kinds, failures };
};

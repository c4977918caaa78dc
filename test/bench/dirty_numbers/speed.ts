import { readNumber } from '../../../server/numbers/read_number';
import type { DirtyForm } from './dirty_form';

/** Numbers read in a second of processor time: other programs on the machine do not count. */
export interface Speed {
  /** Of texts that were never read before. */
  readonly uncached: number;
  /** Of texts that were read before, as most numbers of a run of the resolver are. */
  readonly cached: number;
}

const CACHED_TEXTS = 10_000;
const CACHED_ROUNDS = 40;

const perSecond = (count: number, read: () => void): number => {
  const before = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(before);
  return Math.round((count / (user + system)) * 1_000_000);
};

/** @param forms texts that nothing has read yet in this process */
export const measureSpeed = (forms: readonly DirtyForm[]): Speed => {
  const readAll = (texts: readonly DirtyForm[]) => (): void => {
    for (const { raw, site, role } of texts) readNumber(raw, site, role);
  };
  const uncached = perSecond(forms.length, readAll(forms));
  const some = forms.slice(-CACHED_TEXTS);
  const cached = perSecond(some.length * CACHED_ROUNDS, () => {
    for (let round = 0; round < CACHED_ROUNDS; round += 1) readAll(some)();
  });
  return { uncached, cached };
};

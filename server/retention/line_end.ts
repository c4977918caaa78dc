import type { Person } from '../../common/model/person';

/**
 * When the last of a person's numbers and extensions ended.
 * @returns undefined for one who has none, or one that has not ended: such a person may still be called
 */
export const lineEndMs = ({
  numbers,
  extensions,
  lines,
}: Pick<Person, 'numbers' | 'extensions' | 'lines'>): number | undefined => {
  const ends = [...numbers, ...extensions].map((value) => {
    const periods = lines.filter((line) => line.value === value);
    const last = periods.map(({ valid_to: to }) => (to === undefined ? Infinity : Date.parse(to)));
    return periods.length === 0 ? Infinity : Math.max(...last);
  });
  const end = Math.max(...ends);
  return Number.isFinite(end) ? end : undefined;
};

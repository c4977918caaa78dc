import type { Site } from '../../common/model/call';

type WithOutsideLine = Pick<Site, 'outside_line'>;

/** The digits behind the outside-line prefix, undefined where there is none. */
export const behindOutsideLine = (
  digits: string,
  { outside_line: prefix }: WithOutsideLine
): string | undefined =>
  prefix && digits.startsWith(prefix) && digits.length > prefix.length
    ? digits.slice(prefix.length)
    : undefined;

/**
 * The text behind an outside line that no number can begin with, because it is dialled with star or hash, or because a
 * pause follows: `*9 2025550142`, `9,2025550142`.
 */
export const behindMarkedLine = (raw: string, site: WithOutsideLine): string | undefined => {
  const rest = behindOutsideLine(raw, site);
  if (rest === undefined) return undefined;
  return /[*#]/.test(site.outside_line ?? '') || rest.startsWith(',')
    ? rest.replace(/^[,\s]+/, '')
    : undefined;
};

/** Leading digits that only dialled numbers have: a trunk or international prefix, or the 1 of North America. */
export const beginsAsDialled = (digits: string): boolean =>
  digits.startsWith('0') || /^1\d{10}$/.test(digits);

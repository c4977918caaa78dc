/** Digits behind the plus; without `to`, all numbers that begin with `from`. */
export interface OwnRange {
  readonly from: string;
  /** The last number, with as many digits as `from`. */
  readonly to?: string;
}

const OWN_RANGE = /^\+([1-9]\d{2,14})(?:-(\d{1,8}))?$/;

/**
 * Reads `+4930123450` (all numbers that begin so) or `+12025550100-0199` (the digits behind the dash replace the last ones).
 * @returns undefined for any other text, and for a range that ends before it begins
 */
export const parseOwnRange = (text: string): OwnRange | undefined => {
  const [, from, end] = OWN_RANGE.exec(text.replace(/[\s().]/g, '')) ?? [];
  if (from === undefined || end === undefined) return from === undefined ? undefined : { from };
  const to = from.slice(0, -end.length) + end;
  return to.length === from.length && to >= from ? { from, to } : undefined;
};

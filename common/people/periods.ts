/** One period in which a number or extension is a person's. */
export interface LinePeriod {
  /** A number, or `<site>:<extension>`, or an extension. */
  readonly value: string;
  /** ISO instant, included. */
  readonly valid_from?: string;
  /** ISO instant, not included. */
  readonly valid_to?: string;
}

const INTERNATIONAL = /^\+[1-9][\d\s().-]{5,25}$/;
const EXTENSION = /^(?:[^:]{1,64}:)?[\d*#][\d*#-]{0,14}$/;

/** Whether a text may be a number with its calling code; whether it is one, only the server can say. */
export const looksInternational = (text: string): boolean => INTERNATIONAL.test(text.trim());

/** `1001` or `berlin:1001`. */
export const isExtension = (text: string): boolean => EXTENSION.test(text);

const startOf = ({ valid_from: from }: LinePeriod): number =>
  from === undefined ? -Infinity : Date.parse(from);
const endOf = ({ valid_to: to }: LinePeriod): number =>
  to === undefined ? Infinity : Date.parse(to);

/** What is wrong with the times of a period among all of a person. */
export const periodFault = (
  period: LinePeriod,
  all: readonly LinePeriod[]
): 'reversed' | 'overlaps' | undefined => {
  if (startOf(period) >= endOf(period)) return 'reversed';
  const overlaps = all.some(
    (other) =>
      other !== period &&
      other.value === period.value &&
      startOf(other) < endOf(period) &&
      startOf(period) < endOf(other)
  );
  return overlaps ? 'overlaps' : undefined;
};

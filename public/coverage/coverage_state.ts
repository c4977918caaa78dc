import { z } from 'zod';

const text = (fallback: string) => z.string().max(2000).catch(fallback).default(fallback);

/** Everything that can be chosen on the page; it lives in the address. Lists are comma separated. */
export const coverageStateSchema = z.object({
  from: text('now-7d'),
  to: text('now'),
  /** Grades of the techniques that are shown; empty for all. */
  grade: text(''),
  /** Ids of the techniques that are open. */
  expanded: text(''),
});
export type CoverageState = z.infer<typeof coverageStateSchema>;

export const toList = (value: string): string[] => (value === '' ? [] : value.split(','));

/** The list with a value put in, or taken out when it is there. */
export const toggled = (value: string, item: string): string => {
  const list = toList(value);
  return (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]).join(',');
};

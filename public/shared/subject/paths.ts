import type { AppPath } from '../app_link';

const E164 = /^\+[1-9]\d{6,14}$/;

/** The page of a number; undefined for what is no number, such as an extension or a masked one. */
export const numberPath = (number: string | undefined): AppPath | undefined =>
  number !== undefined && E164.test(number) ? { pathname: `/numbers/${number}` } : undefined;

/** The page of a person of the directory. */
export const personPath = (id: string | undefined): AppPath | undefined =>
  id === undefined || id === '' ? undefined : { pathname: `/people/${encodeURIComponent(id)}` };

/** A part of an address as it was before `encodeURIComponent`; the router leaves some of it encoded. */
export const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

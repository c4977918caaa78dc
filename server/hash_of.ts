import { createHash } from 'node:crypto';

/** A short name for some values, the same for the same values, that tells nobody what they are: 24 hexadecimal digits. */
export const hashOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

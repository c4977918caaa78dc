import { drawNumber } from '../../../standalone/generator/number_ranges';
import type { Random } from '../../../standalone/generator/random';

/** Numbers outside, by country. */
export const RANGES: readonly ((random: Random) => string)[] = ['US', 'DE', 'GB', 'FR'].map(
  (country) => (random) => drawNumber(random, country)
);

/** What trunks write where a number should stand. */
const DIRTY: readonly ((random: Random) => string)[] = [
  () => 'Restricted',
  () => 'anonymous',
  () => 'unknown',
  (random) => `00${drawNumber(random, 'GB').slice(1)}`,
  (random) => `0049${drawNumber(random, 'DE').slice(3)}`,
  (random) => `sip:${drawNumber(random, 'US')}@sbc.example.net`,
  () => 'sip:office@partner.example.org',
  (random) => `+1${random.int(10_000_000, 99_999_999)}${random.int(10_000_000, 99_999_999)}`,
  (random) => String(random.int(100, 999)),
];

export const drawDirtyNumber = (random: Random): string => random.pick(DIRTY)(random);

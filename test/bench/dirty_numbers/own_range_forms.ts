import type { Made } from './dirty_form';
import type { Makers } from './maker';
import type { PoolNumber } from './number_pool';
import type { Random } from './random';
import { siteAtHome, someRole } from './sites';

interface OwnNumber {
  readonly number: PoolNumber;
  readonly random: Random;
  /** The extension that is asked for. */
  readonly extension: string;
  readonly own_ranges: readonly string[];
}

const EMERGENCY = /^(?:000|112|911|999)$|(?:000|112|911|999)$/;

const atSite = (
  { number, random, extension, own_ranges }: OwnNumber,
  truth: NonNullable<Extract<Made, { raw: string }>['truth']>
): Made => {
  const home = siteAtHome(number, random);
  // Emergency numbers go before extensions, also behind the outside line.
  if (!home || EMERGENCY.test(extension)) return undefined;
  const site = { ...home, extension_lengths: [extension.length], own_ranges: [...own_ranges] };
  const raw = random.pick([extension, `sip:${extension}@pbx.example.com`, `"Ana" <${extension}>`]);
  return { raw, site, role: someRole(random), truth };
};

/** `+12025550142` -> `+12025550100-0199` */
const rangeAround = (e164: string, digits: number): string =>
  `${e164.slice(0, -digits)}${'0'.repeat(digits)}-${'9'.repeat(digits)}`;

/** Extensions of sites that know their own numbers. */
export const OWN_RANGE_FORMS: Makers = {
  'extension in an own range': (number, random) => {
    const length = random.int(2, 4);
    const { e164 } = number;
    const extension = e164.slice(-length);
    const range = random.pick([e164.slice(0, -length), rangeAround(e164, random.int(2, length))]);
    return atSite({ number, random, extension, own_ranges: [range] }, { e164, extension });
  },
  'extension outside the own ranges': (number, random) => {
    const extension = number.e164.slice(-3);
    const first = `${number.e164.slice(0, -3)}${extension === '000' ? '001' : '000'}`;
    const range = `${first}-${first.slice(-3)}`;
    const truth = { quality: 'extension', extension } as const;
    return atSite({ number, random, extension, own_ranges: [range] }, truth);
  },
  'extension in two own ranges': (number, random) => {
    const extension = number.e164.slice(-2);
    const truth = { quality: 'extension', extension } as const;
    const range = rangeAround(number.e164, 3);
    return atSite({ number, random, extension, own_ranges: [range] }, truth);
  },
};

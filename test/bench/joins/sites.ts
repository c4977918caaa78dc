import type { Site } from '../../../common/model/call';
import type { Random } from '../../../standalone/generator/random';

/** What the phone system of a site says of a person. */
export type Names = 'extension' | 'number' | 'account' | 'address' | 'object_id';

export interface BenchSite {
  readonly settings: Site & { readonly id: string; readonly country: string };
  readonly provider: string;
  readonly share: number;
  /** What its records name people by, with weights. */
  readonly names: readonly (readonly [Names, number])[];
  /** E.164 blocks of its direct numbers, and how many digits follow. */
  readonly blocks: readonly string[];
  readonly blockDigits: number;
}

const DESK: BenchSite['names'] = [
  ['extension', 6],
  ['number', 4],
];

const usBlocks = (areaCodes: readonly number[]): string[] =>
  areaCodes.map((code) => `+1${code}55501`);

/** Five sites, four phone systems. Extensions of different sites are the same digits on purpose. */
export const BENCH_SITES: readonly BenchSite[] = [
  {
    settings: { id: 'austin', country: 'US', outside_line: '9', extension_lengths: [4] },
    provider: 'cisco_cucm',
    share: 0.3,
    names: [
      ['extension', 4],
      ['number', 2],
      ['account', 4],
    ],
    blocks: usBlocks([
      201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218,
    ]),
    blockDigits: 2,
  },
  {
    settings: { id: 'denver', country: 'US', extension_lengths: [4] },
    provider: 'zoom_phone',
    share: 0.2,
    names: [
      ['address', 6],
      ['number', 2],
      ['extension', 2],
    ],
    blocks: usBlocks([301, 302, 303, 304, 305, 307, 308, 309, 310, 312, 313]),
    blockDigits: 2,
  },
  {
    settings: { id: 'berlin', country: 'DE', outside_line: '0', extension_lengths: [4] },
    provider: 'asterisk_cdr',
    share: 0.2,
    names: DESK,
    blocks: ['+496990009', '+492214710'],
    blockDigits: 3,
  },
  {
    settings: { id: 'munich', country: 'DE', outside_line: '0', extension_lengths: [4] },
    provider: 'asterisk_cdr',
    share: 0.1,
    names: DESK,
    blocks: ['+494066969'],
    blockDigits: 3,
  },
  {
    settings: { id: 'london', country: 'GB' },
    provider: 'ms_teams',
    share: 0.2,
    names: [
      ['object_id', 6],
      ['address', 3],
      ['number', 1],
    ],
    blocks: ['+441174960', '+441214960'],
    blockDigits: 3,
  },
];

/** Numbers of nobody of ours. */
export const outsideNumber = (random: Random): string =>
  `+331999${String(random.int(0, 99_999)).padStart(5, '0')}`;

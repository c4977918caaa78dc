import { FIRST_NAMES, LAST_NAMES } from '../../../standalone/generator/names';
import { createRandom, type Random } from '../../../standalone/generator/random';
import { BENCH_SITES, type BenchSite } from './sites';

/** One person as things really are; what the directory knows of it is another matter (`directory.ts`). */
export interface Worker {
  readonly id: string;
  readonly fullName: string;
  readonly upn: string;
  /** Another address that the person is written to. */
  readonly alias: string;
  /** sAMAccountName. */
  readonly account: string;
  readonly domain: 'CORP' | 'EU';
  readonly sid: string;
  readonly objectId: string;
  readonly site: BenchSite;
  readonly extension: string;
  /** Direct number, E.164; a few have none. */
  readonly direct?: string;
  readonly mobile?: string;
  /** Warehouse, reception, call centre: no computer of their own. */
  readonly host?: string;
}

/** An extension and its direct number that pass from one person to the next. */
export interface Handover {
  readonly before: Worker;
  readonly after: Worker;
  readonly atMs: number;
  /** The directory was told of the newcomer only days later: nothing in it says so yet. */
  readonly unknown: boolean;
}

/** One line that several people answer. */
export interface SharedLine {
  readonly site: BenchSite;
  readonly extension: string;
  readonly number: string;
  readonly workers: readonly Worker[];
  /** Somebody entered it as a shared line; of the others, each of its people lists the number. */
  readonly known: boolean;
}

export interface BenchCompany {
  readonly random: Random;
  readonly workers: readonly Worker[];
  /** People whose line is nobody else's. */
  readonly settled: readonly Worker[];
  readonly byProvider: ReadonlyMap<string, readonly Worker[]>;
  readonly bySite: ReadonlyMap<BenchSite, readonly Worker[]>;
  readonly handovers: readonly Handover[];
  readonly sharedLines: readonly SharedLine[];
  /** People of ours who are missing in the directory. */
  readonly unlisted: readonly Worker[];
}

export const PERIOD = {
  fromMs: Date.parse('2029-12-01T00:00:00.000Z'),
  toMs: Date.parse('2029-12-31T00:00:00.000Z'),
} as const;

/** How often each kind of mess happens to people and lines. */
const HANDOVERS = 0.03;
const UNLISTED = 0.005;
const SAME_ACCOUNT = 0.03;

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** Fewer names than people: many share a full name, and get a number behind their account. */
const nameSomebody = (random: Random, taken: Map<string, number>) => {
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const count = (taken.get(`${first} ${last}`) ?? 0) + 1;
  taken.set(`${first} ${last}`, count);
  const mark = count === 1 ? '' : String(count);
  const short = `${first.charAt(0)}${last}`.toLowerCase();
  const shortCount = (taken.get(short) ?? 0) + 1;
  taken.set(short, shortCount);
  return {
    fullName: `${first} ${last}`,
    local: `${first}.${last}${mark}`.toLowerCase(),
    account: short + (shortCount === 1 ? '' : String(shortCount)),
  };
};

const phonesOf = (site: BenchSite, place: number): Pick<Worker, 'extension' | 'direct'> => {
  const perBlock = 10 ** site.blockDigits;
  const block = site.blocks[Math.floor(place / perBlock)];
  return {
    extension: String(2001 + place),
    direct:
      block && place % 12 !== 11 ? block + pad(place % perBlock, site.blockDigits) : undefined,
  };
};

interface TakenNames {
  readonly people: Map<string, number>;
  /** Accounts of the larger domain. */
  readonly accounts: Set<string>;
}

const hire = (
  random: Random,
  { names, number, site }: { names: TakenNames; number: number; site: BenchSite }
): Omit<Worker, 'extension' | 'direct'> => {
  const { accounts } = names;
  const { fullName, local, account } = nameSomebody(random, names.people);
  const domain = site.settings.country === 'US' ? 'CORP' : 'EU';
  // Two domains that grew apart: somebody in the other one has the same account name.
  const double =
    domain === 'EU' && random.chance(SAME_ACCOUNT) ? random.pick([...accounts]) : undefined;
  if (domain === 'CORP') accounts.add(account);
  return {
    id: `w${pad(number, 5)}`,
    fullName,
    upn: `${local}@example.com`,
    alias: `${local.replace('.', '_')}@example.net`,
    account: double ?? account,
    domain,
    sid: `S-1-5-21-1004336348-1177238915-682003330-${10_000 + number}`,
    objectId: random.uuid(),
    site,
    mobile: random.chance(0.4) ? `+33199${pad(number, 6)}` : undefined,
    host: random.chance(0.15) ? undefined : `WS-${pad(number, 5)}.corp.example.com`,
  };
};

const handOver = (
  random: Random,
  before: Worker,
  newcomer: Omit<Worker, 'extension' | 'direct'>
): Handover => ({
  before,
  after: { ...newcomer, extension: before.extension, direct: before.direct },
  atMs: random.int(PERIOD.fromMs + 5 * 86_400_000, PERIOD.toMs - 5 * 86_400_000),
  unknown: random.chance(0.02),
});

const shareLines = (random: Random, workers: readonly Worker[]): SharedLine[] =>
  BENCH_SITES.flatMap((site) => {
    const here = workers.filter((worker) => worker.site === site);
    const count = Math.max(1, Math.round(here.length / 100));
    return Array.from({ length: count }, (_, index) => ({
      site,
      extension: String(9001 + index),
      number: `+6125550${pad(BENCH_SITES.indexOf(site) * 100 + index, 4)}`,
      workers: random.shuffle(here).slice(0, random.int(2, 8)),
      known: index % 2 === 0,
    }));
  });

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** @throws RangeError for fewer than 100 people or more than 5,000: the numbers kept free for tests are not more */
export const generateBenchCompany = (seed: number, people: number): BenchCompany => {
  if (people < 100 || people > 5000)
    throw new RangeError(`A company of 100 to 5,000 people can be generated, not of ${people}.`);
  const random = createRandom(seed).fork('joins');
  const names: TakenNames = { people: new Map(), accounts: new Set() };
  const workers: Worker[] = [];
  const handovers: Handover[] = [];
  let number = 0;
  const next = (site: BenchSite) => hire(random, { names, number: (number += 1), site });
  for (const site of BENCH_SITES) {
    for (let place = 0; place < Math.round(people * site.share); place += 1) {
      const worker = { ...next(site), ...phonesOf(site, place) };
      workers.push(worker);
      if (random.chance(HANDOVERS)) handovers.push(handOver(random, worker, next(site)));
    }
  }
  const movers = new Set(handovers.map(({ before }) => before));
  const unlisted = workers.filter((worker) => !movers.has(worker) && random.chance(UNLISTED));
  const missing = new Set(unlisted);
  const settled = workers.filter((worker) => !movers.has(worker) && !missing.has(worker));
  return {
    random,
    workers: [...workers, ...handovers.map(({ after }) => after)],
    settled,
    byProvider: groupBy(settled, ({ site }) => site.provider),
    bySite: groupBy(settled, ({ site }) => site),
    handovers,
    sharedLines: shareLines(random, settled),
    unlisted,
  };
};

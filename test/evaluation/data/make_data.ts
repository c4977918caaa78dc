import type { WatchlistEntryInput } from '../../../common/model/watchlist';
import {
  AUSTIN_AREA_CODES,
  generateCompany,
  type Company,
  type Employee,
} from '../../../standalone/generator/company';
import { disturbs } from '../../../standalone/generator/generate_demo_data';
import type { GeneratedCall } from '../../../standalone/generator/generated_call';
import type { HostEvent } from '../../../standalone/generator/host_events/host_event';
import { DAY_MS, HOUR_MS, localDays, MINUTE_MS } from '../../../standalone/generator/local_time';
import { nearMisses } from '../../../standalone/generator/near_misses/near_misses';
import { ordinaryCalls } from '../../../standalone/generator/ordinary/calls';
import { ordinaryHostEvents } from '../../../standalone/generator/ordinary/host_events';
import {
  writeCalls,
  type WrittenCalls,
} from '../../../standalone/generator/phone_systems/write_calls';
import { createRandom, type Random } from '../../../standalone/generator/random';
import { joinScenes, type Scene } from '../../../standalone/generator/scene';
import { LONDON, SITES } from '../../../standalone/generator/sites';
import { generateWatchlist } from '../../../standalone/generator/watchlist';
import { lookalikes } from './base_rates';
import { CAMPAIGN_MAKERS } from './campaigns';
import type { EvaluationCampaign } from './campaigns/campaign';
import { NOISE_DAYS, robotTour } from './noise_days';
import { drawDirtyNumber } from './numbers';

export interface EvaluationOptions {
  readonly seed: number;
  readonly people: number;
  /** Judged days; the days before them are only history. */
  readonly days: number;
  /** Days of work before them; when absent the 30 that rules look back to for what is new. */
  readonly historyDays?: number;
}

/** What the rules are judged on, and the truth about it. */
export interface EvaluationData extends WrittenCalls {
  readonly company: Company;
  readonly watchlist: readonly WatchlistEntryInput[];
  readonly campaigns: readonly EvaluationCampaign[];
  readonly calls: readonly GeneratedCall[];
  readonly events: readonly HostEvent[];
  readonly period: Period;
  /** Days (UTC midnight, ms) of nothing but noise, by name. */
  readonly noiseDays: ReadonlyMap<string, number>;
}

export interface Period {
  readonly historyFromMs: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** A Monday of the past: rules look for no calls in the future. In the 30 days from here on Europe and America change their clocks. */
const FROM_MS = Date.parse('2025-10-06T00:00:00.000Z');
const HISTORY_DAYS = 30;
const DIRTY_SHARE = 0.015;
const DUPLICATE_SHARE = 0.01;

const workingDays = ({ fromMs, toMs }: Period): number[] =>
  Array.from(
    { length: Math.round((toMs - fromMs) / DAY_MS) },
    (_, nth) => fromMs + nth * DAY_MS
  ).filter((dayMs) => ![0, 6].includes(new Date(dayMs).getUTCDay()));

/** 70 of 100 such calls come in working hours; the three sites share these. */
const drawCallHour = (random: Random, dayMs: number): number =>
  dayMs + 14 * HOUR_MS + random.int(0, 3 * 60) * MINUTE_MS;

const taker = (random: Random, company: Company, taken: Set<string>) => {
  const order = random.shuffle(company.employees);
  return (fits: (employee: Employee) => boolean): Employee => {
    const found = order.find((employee) => !taken.has(employee.id) && fits(employee));
    if (found === undefined) throw new Error('Too few people for all campaigns. Generate more.');
    taken.add(found.id);
    return found;
  };
};

const makeCampaigns = (random: Random, company: Company, period: Period): EvaluationCampaign[] => {
  const days = workingDays(period);
  const taken = new Set<string>();
  const take = taker(random.fork('victims'), company, taken);
  return CAMPAIGN_MAKERS.map(([id, maker], nth) => {
    const own = random.fork(id);
    const dayMs =
      days[Math.floor(((nth + 0.5) * days.length) / CAMPAIGN_MAKERS.length)] ?? period.fromMs;
    const callStartMs = drawCallHour(own, dayMs);
    const campaign = maker({ random: own, company, callStartMs, take });
    for (const { id: person } of campaign.people) taken.add(person);
    return campaign;
  });
};

const makeNoise = (
  random: Random,
  company: Company,
  period: Period,
  busy: readonly Employee[]
): { scenes: Scene[]; noiseDays: Map<string, number> } => {
  const days = workingDays(period);
  const noiseDays = new Map(
    Object.keys(NOISE_DAYS).map((name, nth) => [
      name,
      days[Math.floor(((nth + 1) * days.length) / 4)] ?? period.fromMs,
    ])
  );
  const special = Object.entries(NOISE_DAYS).map(([name, make]) =>
    make(random.fork(name), company, noiseDays.get(name) ?? period.fromMs)
  );
  const weeks = days.filter((_, nth) => nth % 5 === 2 % days.length);
  const misses = weeks.map((dayMs, nth) =>
    nearMisses(random.fork(`near misses ${nth}`), company, dayMs + 14 * HOUR_MS, busy)
  );
  const tours = days
    .filter((_, nth) => nth % 3 === 0)
    .map((dayMs, nth) => robotTour(random.fork(`tour ${nth}`), company, dayMs));
  return { scenes: [...special, ...misses, ...tours], noiseDays };
};

const makeLookalikes = (random: Random, company: Company, period: Period): Scene => {
  const traces = SITES.flatMap((site) => {
    const employees = company.employees.filter((employee) => employee.site === site);
    return localDays(period.historyFromMs, period.toMs, site.timezone).flatMap((day) =>
      employees.flatMap((employee) => lookalikes({ random, company, employee, day }))
    );
  });
  return {
    calls: traces.flatMap(({ calls = [] }) => calls),
    events: traces.flatMap(({ events }) => events),
    quiet: [],
  };
};

/** Programs and look-ups that no rule reads are thinned out: they only cost time. */
const KEPT_BULK_SHARE = 0.2;
const BULK = ['logs-endpoint.events.process-', 'logs-endpoint.events.network-'];
const thinOut = (random: Random, events: readonly HostEvent[]): HostEvent[] =>
  events.filter(
    ({ dataStream }) =>
      !BULK.some((prefix) => dataStream.startsWith(prefix)) || random.chance(KEPT_BULK_SHARE)
  );

/** Some numbers come as trunks write them; Microsoft's reports do not have that. */
const withDirt = (random: Random, call: GeneratedCall): GeneratedCall =>
  call.direction === 'inbound' && call.employee.site !== LONDON && random.chance(DIRTY_SHARE)
    ? { ...call, other: { kind: 'number', number: drawDirtyNumber(random) } }
    : call;

const withDuplicates = (random: Random, { records, labels }: WrittenCalls): WrittenCalls => ({
  labels,
  records: records.flatMap((record) =>
    random.chance(DUPLICATE_SHARE) ? [record, record] : [record]
  ),
});

const numbersOf = (scene: Scene): Set<string | undefined> =>
  new Set(scene.calls.map(({ other }) => (other.kind === 'number' ? other.number : undefined)));

/** A company's weeks with ten attacks in them. The same options give the same data. */
export const makeEvaluationData = (options: EvaluationOptions): EvaluationData => {
  const { seed, people, days, historyDays = HISTORY_DAYS } = options;
  const random = createRandom(seed).fork('evaluation');
  const company = generateCompany({ seed, people });
  const period = {
    historyFromMs: FROM_MS - historyDays * DAY_MS,
    fromMs: FROM_MS,
    toMs: FROM_MS + days * DAY_MS,
  };
  const campaigns = makeCampaigns(random.fork('campaigns'), company, period);
  const attacks = joinScenes(campaigns);
  const busy = campaigns.flatMap((campaign) => campaign.people);
  const { scenes, noiseDays } = makeNoise(random.fork('noise'), company, period, busy);
  const noise = joinScenes([...scenes, makeLookalikes(random.fork('lookalikes'), company, period)]);
  const attackNumbers = numbersOf(attacks);
  const dirt = random.fork('dirt');
  const { historyFromMs, toMs } = period;
  const ordinary = [
    ...ordinaryCalls(random.fork('calls'), company, historyFromMs, toMs),
    ...noise.calls,
  ]
    .filter((call) => !disturbs(call, attacks.quiet, attackNumbers))
    .map((call) => withDirt(dirt, call));
  const calls = [...ordinary, ...attacks.calls];
  const events = [
    ...thinOut(
      random.fork('thin'),
      ordinaryHostEvents(random.fork('events'), company, historyFromMs, toMs)
    ),
    ...noise.events,
    ...attacks.events,
  ].sort((left, right) => left.availableMs - right.availableMs);
  const written = writeCalls(random.fork('records'), calls, toMs + DAY_MS);
  return {
    company,
    campaigns,
    calls,
    events,
    period,
    noiseDays,
    watchlist: [
      ...generateWatchlist(),
      ...AUSTIN_AREA_CODES.slice(1).map((code) => ({
        number: `+1${code}55501`,
        kind: 'prefix' as const,
        verdict: 'own' as const,
        reason: 'Austin office',
        source: 'it',
      })),
    ],
    ...withDuplicates(random.fork('duplicates'), written),
  };
};

import type { PersonInput } from '../../common/model/person';
import type { WatchlistEntryInput } from '../../common/model/watchlist';
import { callbackInvoiceRemoteTool } from './campaigns/callback_invoice_remote_tool';
import type { Campaign } from './campaigns/campaign';
import { helpdeskResetSignin } from './campaigns/helpdesk_reset_signin';
import { mailfloodTeamsQuickAssist } from './campaigns/mailflood_teams_quickassist';
import { generateCompany, type Company } from './company';
import { toDirectory } from './directory';
import { endOf, type GeneratedCall } from './generated_call';
import type { HostEvent } from './host_events/host_event';
import { DAY_MS, MINUTE_MS } from './local_time';
import { nearMisses } from './near_misses/near_misses';
import { ordinaryCalls } from './ordinary/calls';
import { ordinaryHostEvents } from './ordinary/host_events';
import { writeCalls, type WrittenCalls } from './phone_systems/write_calls';
import { createRandom } from './random';
import { joinScenes, type QuietTime } from './scene';
import { generateWatchlist } from './watchlist';

export interface DemoDataOptions {
  readonly seed: number;
  /** The present: nothing is later, and the campaigns are of the hours before. */
  readonly nowMs: number;
  /** Days of ordinary work before `nowMs`. */
  readonly days: number;
  readonly people: number;
}

export interface DemoData extends WrittenCalls {
  readonly company: Company;
  readonly people: readonly PersonInput[];
  readonly watchlist: readonly WatchlistEntryInput[];
  readonly campaigns: readonly Campaign[];
  readonly calls: readonly GeneratedCall[];
  readonly events: readonly HostEvent[];
}

/** Near misses happen once in the hours of the campaigns and once some days before. */
const NEAR_MISSES_BEFORE_NOW_MS = [170 * MINUTE_MS, 4 * DAY_MS + 170 * MINUTE_MS];

const numberOf = ({ other }: GeneratedCall): string | undefined =>
  other.kind === 'number' ? other.number : undefined;

/** Whether an ordinary call would disturb a scene: its people are busy, or its numbers would be somebody's contacts. */
export const disturbs = (
  call: GeneratedCall,
  quiet: readonly QuietTime[],
  numbers: ReadonlySet<string | undefined>
): boolean =>
  (call.other.kind === 'number' && numbers.has(call.other.number)) ||
  quiet.some(
    ({ employee, fromMs, toMs }) =>
      employee.id === call.employee.id && call.startMs <= toMs && endOf(call) >= fromMs
  );

/** Two weeks of a made-up company with three attacks in it. The same options give the same data, byte for byte. */
export const generateDemoData = ({ seed, nowMs, days, people }: DemoDataOptions): DemoData => {
  const random = createRandom(seed);
  const company = generateCompany({ seed, people });
  const fromMs = nowMs - days * DAY_MS;
  const campaigns = [mailfloodTeamsQuickAssist, callbackInvoiceRemoteTool, helpdeskResetSignin].map(
    (campaign) => campaign({ random: random.fork(campaign.name), company, nowMs })
  );
  const busy = campaigns.flatMap((campaign) => campaign.people);
  const scenes = joinScenes([
    ...campaigns,
    ...NEAR_MISSES_BEFORE_NOW_MS.map((before, index) =>
      nearMisses(random.fork(`near misses ${index}`), company, nowMs - before, busy)
    ),
  ]);
  const ordinary = ordinaryCalls(random.fork('calls'), company, fromMs, nowMs);
  const numbers = new Set(scenes.calls.map(numberOf));
  const calls = [
    ...ordinary.filter((call) => !disturbs(call, scenes.quiet, numbers)),
    ...scenes.calls,
  ];
  const events = [
    ...ordinaryHostEvents(random.fork('events'), company, fromMs, nowMs),
    ...scenes.events,
  ]
    .filter(({ availableMs }) => availableMs <= nowMs)
    .sort((left, right) => left.availableMs - right.availableMs);
  return {
    company,
    people: toDirectory(company),
    watchlist: generateWatchlist(),
    campaigns,
    calls,
    events,
    ...writeCalls(
      random.fork('records'),
      calls.filter((call) => endOf(call) <= nowMs),
      nowMs
    ),
  };
};

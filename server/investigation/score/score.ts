import type { CallDocument } from '../../../common/model/call';
import type { AlertOfCall } from '../alerts';
import { alertReasons, type SignalWeight } from './alert_reasons';
import type { Reason } from './reason';

/** A reason with the points that it adds to the score. */
export interface ScoreTerm {
  readonly label: string;
  readonly points: number;
  /** Why it counts less than it could. */
  readonly note?: string;
}

export interface Score {
  /** 0 to 100, whole. */
  readonly value: number;
  /** Largest first; the points add up to `value`. */
  readonly terms: readonly ScoreTerm[];
}

const LISTED_NUMBER = 0.5;
/** Complaints of the public mostly name spoofed numbers. */
const LISTED_WITH_LOW_CONFIDENCE = 0.15;
const FIRST_SEEN_NUMBER = 0.25;
const NUMBER_REACHES_MANY = 0.2;
const FAILED_ATTESTATION = 0.15;
const OWN_NUMBER_FROM_OUTSIDE = 0.35;
const PRIVILEGED_PERSON = 0.2;
/** Finance, executives and the help desk are whom callers want. */
const WANTED_ROLE = 0.1;
const WANTED: Readonly<Record<string, string>> = {
  finance: 'The person works in finance',
  executive: 'The person is an executive',
  help_desk: 'The person works at the help desk',
};
/** A trusted number leaves this share of every other reason. */
const TRUSTED_FACTOR = 0.3;
/** People reached in 30 days by one number that nobody answers much: a campaign or a robot. */
const MANY_PEOPLE = 5;

/** The most telling of the person's roles, by the order above. */
const wantedRole = (roles: readonly string[] | undefined): string | undefined =>
  Object.entries(WANTED).find(([role]) => roles?.includes(role))?.[1];

const callReasons = ({ vishing, user }: CallDocument): Reason[] => {
  const role = wantedRole(user?.roles);
  const { external, watchlist, person, call } = vishing;
  const facts: [boolean, string, number][] = [
    [
      watchlist?.verdict === 'bad',
      'The number is on the watchlist as bad',
      watchlist?.confidence === 'low' ? LISTED_WITH_LOW_CONFIDENCE : LISTED_NUMBER,
    ],
    [external?.own_number === true, 'Our own number arrived from outside', OWN_NUMBER_FROM_OUTSIDE],
    [external?.is_first_seen === true, 'First call with this number in 30 days', FIRST_SEEN_NUMBER],
    [
      (external?.people_30d ?? 0) >= MANY_PEOPLE,
      `The number reached ${external?.people_30d ?? 0} people in 30 days`,
      NUMBER_REACHES_MANY,
    ],
    [
      call.attestation === 'C' || call.attestation === 'failed',
      `Caller id attestation ${call.attestation ?? ''}`,
      FAILED_ATTESTATION,
    ],
    [person?.privileged === true, 'The person holds high privileges', PRIVILEGED_PERSON],
    [role !== undefined, role ?? '', WANTED_ROLE],
  ];
  return facts.filter(([holds]) => holds).map(([, label, weight]) => ({ label, weight }));
};

/** Points of each reason in falling order of weight: what it takes of the doubt that the ones before it left. */
const toTerms = (reasons: readonly Reason[]): ScoreTerm[] => {
  let doubt = 1;
  let given = 0;
  return [...reasons]
    .sort((a, b) => b.weight - a.weight || a.label.localeCompare(b.label))
    .map(({ label, weight, note }) => {
      doubt *= 1 - weight;
      const total = Math.round(100 * (1 - doubt));
      const points = total - given;
      given = total;
      return { label, points, ...(note ? { note } : {}) };
    });
};

export interface Scored {
  /** Undefined for a call that was deleted after its alerts were written. */
  readonly call: CallDocument | undefined;
  readonly alerts: readonly AlertOfCall[];
  readonly signals: readonly SignalWeight[];
}

/**
 * Score of one suspicious call: the reasons count as independent evidence, `100 * (1 - product(1 - weight))`.
 * A call without an alert scores by its own facts alone.
 */
export const scoreCall = ({ call, alerts, signals }: Scored): Score => {
  const reasons = [...alertReasons(call, alerts, signals), ...(call ? callReasons(call) : [])];
  const trusted = call?.vishing.watchlist?.verdict === 'trusted';
  const terms = toTerms(reasons);
  const full = terms.reduce((sum, { points }) => sum + points, 0);
  if (!trusted) return { value: full, terms };
  const value = Math.round(full * TRUSTED_FACTOR);
  return { value, terms: [...terms, { label: 'The number is trusted', points: value - full }] };
};

import type { LineDecision, Person } from '../../common/model/person';

/** A person with what was decided about contested lines. */
export type DirectoryPerson = Person & { readonly decided?: readonly LineDecision[] };

/** One person's hold on a number or extension in one period. */
export interface Claim {
  readonly person: DirectoryPerson;
  /** As the person's document has it, such as `berlin:1001`. */
  readonly value: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly confidence: number;
}

/** Whom a line names at one moment: one claim, nobody, or several who cannot all be right. */
export type Verdict =
  | { readonly outcome: 'found'; readonly claim: Claim }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'shared' }
  | { readonly outcome: 'conflict'; readonly claims: readonly Claim[] };

const instantOf = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Date.parse(text);

/** The periods in which a person has this number or extension; for ever when nothing limits it. */
export const claimsOf = (person: DirectoryPerson, value: string): Claim[] => {
  const lines = person.lines.filter((line) => line.value === value);
  if (lines.length === 0) {
    return [{ person, value, fromMs: -Infinity, toMs: Infinity, confidence: 1 }];
  }
  return lines.map(({ valid_from: from, valid_to: to, confidence = 1 }) => ({
    person,
    value,
    fromMs: instantOf(from, -Infinity),
    toMs: instantOf(to, Infinity),
    confidence,
  }));
};

const onePerPerson = (claims: readonly Claim[]): Claim[] => {
  const best = new Map<string, Claim>();
  for (const claim of claims) {
    const present = best.get(claim.person.id);
    if (!present || present.confidence < claim.confidence) best.set(claim.person.id, claim);
  }
  return [...best.values()];
};

const isDecided = (
  { person, value }: Claim,
  verdict: LineDecision['verdict'],
  claims: readonly Claim[]
): boolean =>
  (person.decided ?? []).some(
    (decision) =>
      decision.value === value &&
      decision.verdict === verdict &&
      claims.every(
        (other) => other.person.id === person.id || decision.against.includes(other.person.id)
      )
  );

const found = (claim: Claim): Verdict => ({ outcome: 'found', claim });

/** Of several people who have a line at once, the one who was decided on; else nobody. */
const decide = (claims: readonly Claim[]): Verdict => {
  const [owner, ...moreOwners] = claims.filter((claim) => isDecided(claim, 'owner', claims));
  if (owner && moreOwners.length === 0) return found(owner);
  if (claims.every((claim) => isDecided(claim, 'shared', claims))) return { outcome: 'shared' };
  return { outcome: 'conflict', claims };
};

/**
 * Whom a number or extension names.
 * @param atMs start of the call; without it, every period counts
 */
export const chooseClaim = (all: readonly Claim[], atMs?: number): Verdict => {
  const valid = onePerPerson(
    atMs === undefined ? all : all.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)
  );
  // Someone says that this is a queue or a shared line: the people who list it too do not own it.
  const lines = valid.filter(({ person }) => person.kind !== 'person');
  const candidates = lines.length > 0 ? lines : valid;
  // Whose time is known to have ended had it before whoever has it now without a date.
  const ended = candidates.filter(({ toMs }) => toMs !== Infinity);
  const dated = candidates.filter(({ fromMs }) => fromMs !== -Infinity);
  const telling =
    atMs !== undefined && ended.length === 1 && dated.every((claim) => ended.includes(claim))
      ? ended
      : candidates;
  const [first] = telling;
  if (!first) return { outcome: 'none' };
  return telling.length === 1 ? found(first) : decide(telling);
};

/** A period in which several people have one line, and nobody decided whose it is. */
export interface Contest {
  readonly claims: readonly Claim[];
  /** First moment of it, as far as it has one. */
  readonly fromMs: number;
}

/** The moments at which the answer may change; one before all of them too. */
const momentsOf = (claims: readonly Claim[]): number[] => {
  const limits = claims.flatMap(({ fromMs, toMs }) => [fromMs, toMs]).filter(Number.isFinite);
  return [-8.64e15, ...new Set(limits)].sort((a, b) => a - b);
};

/** The first period that is contested, undefined where none is. */
export const findContest = (claims: readonly Claim[]): Contest | undefined => {
  for (const fromMs of momentsOf(claims)) {
    const verdict = chooseClaim(claims, fromMs);
    if (verdict.outcome === 'conflict') return { claims: verdict.claims, fromMs };
  }
  return undefined;
};

import { createDirectory } from '../../../server/directory/directory';
import { toCallDocument } from '../../../server/resolver/call_document';
import { mergeLegs } from '../../../server/resolver/merge_legs';
import type { Knowledge } from '../../../server/resolver/party';
import { createWatchlistMatcher } from '../../../server/watchlist/watchlist_matcher';
import { generateBenchCompany, PERIOD } from './company';
import { benchDirectory } from './directory';
import { drawCase, KINDS, type KindId } from './mess';
import { toRecords } from './records';

export interface Shares {
  readonly calls: number;
  /** The right person, or nobody where there was none of our people. */
  readonly right_share: number;
  /** Another person than the one on the call, or somebody where there was nobody. */
  readonly wrong_share: number;
  /** One of our people was on the call, and none was found. */
  readonly unresolved_share: number;
}

export interface WrongJoin {
  readonly kind: KindId;
  readonly truth?: string;
  readonly found: string;
  readonly method?: string;
}

export interface JoinReport extends Shares {
  readonly seed: number;
  readonly people: number;
  readonly by_kind: Readonly<Record<string, Shares>>;
  /** A few, to look into. */
  readonly wrong: readonly WrongJoin[];
}

export interface JoinOptions {
  readonly seed: number;
  readonly people: number;
  readonly calls: number;
}

type Outcome = 'right' | 'wrong' | 'unresolved';
type Tally = Record<Outcome, number>;

const SHOWN_WRONG = 20;

const emptyTally = (): Tally => ({ right: 0, wrong: 0, unresolved: 0 });

const sharesOf = (tally: Tally): Shares => {
  const calls = tally.right + tally.wrong + tally.unresolved;
  const share = (count: number): number => (calls === 0 ? 0 : count / calls);
  return {
    calls,
    right_share: share(tally.right),
    wrong_share: share(tally.wrong),
    unresolved_share: share(tally.unresolved),
  };
};

const judge = (truth: string | undefined, found: string | undefined): Outcome => {
  if (found === truth) return 'right';
  return found === undefined ? 'unresolved' : 'wrong';
};

/** Resolves the calls of a made-up company, whose people are known, as the resolver does. */
export const measureJoins = ({ seed, people, calls }: JoinOptions): JoinReport => {
  const company = generateBenchCompany(seed, people);
  const knowledge: Knowledge = {
    directory: createDirectory(benchDirectory(company)),
    watchlist: createWatchlistMatcher([]),
    nowMs: PERIOD.toMs,
  };
  const random = company.random.fork('calls');
  const total = emptyTally();
  const byKind = new Map(Object.keys(KINDS).map((kind) => [kind, emptyTally()]));
  const wrong: WrongJoin[] = [];
  for (let index = 0; index < calls; index += 1) {
    const { kind, call, person } = drawCase(company, random);
    const merged = mergeLegs(toRecords(call, `bench-call-${index}`), knowledge);
    const { person: found, join } = (merged && toCallDocument(merged).vishing) ?? {};
    // That a shared line or a queue answered names no person.
    const foundId = found?.kind ? undefined : found?.id;
    const outcome = judge(person?.id, foundId);
    total[outcome] += 1;
    (byKind.get(kind) ?? total)[outcome] += 1;
    if (outcome === 'wrong' && foundId && wrong.length < SHOWN_WRONG)
      wrong.push({ kind, truth: person?.id, found: foundId, method: join?.method });
  }
  return {
    seed,
    people,
    ...sharesOf(total),
    by_kind: Object.fromEntries([...byKind].map(([kind, tally]) => [kind, sharesOf(tally)])),
    wrong,
  };
};

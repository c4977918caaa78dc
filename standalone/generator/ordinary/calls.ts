import type { Company, Employee } from '../company';
import type { CallOutcome, GeneratedCall, OtherParty } from '../generated_call';
import { dayFactor, drawWorkingTime, localDays, type LocalDay } from '../local_time';
import type { Random } from '../random';
import { LONDON, SITES, type CompanySite } from '../sites';
import { createContactBook, type ContactBook } from './contacts';

/** Shares of calls; assumptions, apart from the picked-up shares (Hiya 2019) and unwanted calls (Mutare 2022). */
const INTERNAL_SHARE = 0.45;
const CARE_INTERNAL_SHARE = 0.08;
const INBOUND_SHARE = 0.55;
const WITHHELD_SHARE = 0.04;
const ROBOCALL_SHARE = 0.06;
const STRANGER_SHARE = 0.28;
const ANSWERED = { internal: 0.7, known: 0.7, stranger: 0.4, robocall: 0.12, outbound: 0.65 };
/** Seconds, medians of log-normal lengths. */
const MEDIAN_TALK = { internal: 90, known: 110, stranger: 45, robocall: 9, outbound: 100 };
type Kind = keyof typeof MEDIAN_TALK;
const LONGEST_TALK_SECONDS = 5_400;

interface Draft {
  readonly kind: Kind;
  readonly direction: GeneratedCall['direction'];
  readonly other: OtherParty;
}

const drawDraft = (
  random: Random,
  employee: Employee,
  colleagues: readonly Employee[],
  book: ContactBook
): Draft => {
  const careAgent = employee.roles.includes('call_centre');
  if (random.chance(careAgent ? CARE_INTERNAL_SHARE : INTERNAL_SHARE)) {
    const other = random.pick(colleagues.filter(({ id }) => id !== employee.id));
    return {
      kind: 'internal',
      direction: 'internal',
      other: { kind: 'employee', employee: other },
    };
  }
  if (!random.chance(careAgent ? 0.85 : INBOUND_SHARE)) {
    const contact = random.chance(0.85) ? book.known(employee) : book.stranger(employee);
    return { kind: 'outbound', direction: 'outbound', other: { kind: 'number', ...contact } };
  }
  const inbound = (kind: Kind, other: OtherParty): Draft => ({ kind, direction: 'inbound', other });
  return random.weighted<() => Draft>([
    [() => inbound('stranger', { kind: 'withheld' }), WITHHELD_SHARE],
    [
      () => inbound('robocall', { kind: 'number', ...book.stranger(employee), name: undefined }),
      ROBOCALL_SHARE,
    ],
    [() => inbound('stranger', { kind: 'number', ...book.stranger(employee) }), STRANGER_SHARE],
    [
      () => inbound('known', { kind: 'number', ...book.known(employee) }),
      1 - WITHHELD_SHARE - ROBOCALL_SHARE - STRANGER_SHARE,
    ],
  ])();
};

const NOT_ANSWERED: readonly (readonly [CallOutcome, number])[] = [
  ['no_answer', 60],
  ['cancelled', 25],
  ['busy', 13],
  ['failed', 2],
];

/** Outside calls to the help desk come through its queue; up to two phones ring before one is picked up. */
const drawQueue = (
  random: Random,
  employee: Employee,
  colleagues: readonly Employee[],
  draft: Draft
): GeneratedCall['queue'] => {
  if (draft.direction !== 'inbound' || !employee.roles.includes('help_desk')) return undefined;
  const others = colleagues.filter(
    ({ id, roles }) => id !== employee.id && roles.includes('help_desk')
  );
  return { rangBefore: random.shuffle(others).slice(0, random.int(0, 2)) };
};

/* eslint-disable max-params -- the five things that a call is drawn from */
const drawCall = (
  random: Random,
  day: LocalDay,
  employee: Employee,
  colleagues: readonly Employee[],
  book: ContactBook
): GeneratedCall => {
  const draft = drawDraft(random, employee, colleagues, book);
  // The cloud provider's report holds connected calls only.
  const connectedOnly = employee.site === LONDON && draft.direction !== 'internal';
  const answered = connectedOnly || random.chance(ANSWERED[draft.kind]);
  const talk = Math.round(
    random.lognormal(MEDIAN_TALK[draft.kind], draft.kind === 'robocall' ? 0.5 : 1.2)
  );
  return {
    startMs: drawWorkingTime(random, day),
    ringSeconds: answered ? random.int(2, 18) : random.int(4, 35),
    talkSeconds: answered ? Math.min(LONGEST_TALK_SECONDS, Math.max(1, talk)) : 0,
    outcome: answered ? 'answered' : random.weighted(NOT_ANSWERED),
    direction: draft.direction,
    employee,
    other: draft.other,
    queue: drawQueue(random, employee, colleagues, draft),
    label: 'ordinary',
  };
};

/**
 * Calls of ordinary work: log-normal over people, more on Mondays, nearly none on weekends, with contacts,
 * strangers, withheld numbers and robocalls.
 */
export const ordinaryCalls = (
  random: Random,
  company: Company,
  fromMs: number,
  toMs: number
): GeneratedCall[] => {
  const book = createContactBook(random.fork('contacts'), company);
  const callsOf = (site: CompanySite): GeneratedCall[] => {
    const colleagues = company.employees.filter((employee) => employee.site === site);
    return localDays(fromMs, toMs, site.timezone).flatMap((day) =>
      colleagues.flatMap((employee) =>
        Array.from({ length: random.poisson(employee.callsPerDay * dayFactor(day)) }, () =>
          drawCall(random, day, employee, colleagues, book)
        )
      )
    );
  };
  return SITES.flatMap(callsOf).filter(({ startMs }) => startMs >= fromMs && startMs < toMs);
};

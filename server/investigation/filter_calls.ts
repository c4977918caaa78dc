import type { SuspiciousCall } from '../../common/api/suspicious_calls';

export interface CallFilter {
  readonly search?: string;
  /** Comma separated lists; absent means all. */
  readonly status?: string;
  readonly severity?: string;
  readonly rule?: string;
}

export interface CallSort {
  readonly sort: 'score' | 'started' | 'person' | 'number' | 'status';
  readonly order: 'asc' | 'desc';
}

const listOf = (text: string | undefined): Set<string> | undefined =>
  text === undefined || text === '' ? undefined : new Set(text.split(','));

const searchable = ({ person, number }: SuspiciousCall): string =>
  [
    person.name,
    person.email,
    person.department,
    ...person.hosts,
    number.value,
    number.display,
    number.name,
  ]
    .filter((text) => text !== undefined)
    .join('\n')
    .toLowerCase();

/** Rows that pass every filter; a search for digits also finds a number that is written with spaces. */
export const filterCalls = (
  calls: readonly SuspiciousCall[],
  filter: CallFilter
): SuspiciousCall[] => {
  const statuses = listOf(filter.status);
  const severities = listOf(filter.severity);
  const rules = listOf(filter.rule);
  const text = filter.search?.trim().toLowerCase() ?? '';
  const digits = /^[+\d\s().-]{3,}$/.test(text) ? text.replace(/\D/g, '') : '';
  const found = (call: SuspiciousCall): boolean =>
    searchable(call).includes(text) ||
    (digits !== '' && (call.number.value ?? '').includes(digits));
  return calls.filter(
    (call) =>
      (!statuses || statuses.has(call.status)) &&
      (!severities || severities.has(call.severity)) &&
      (!rules || call.alerts.some(({ rule_id: id }) => rules.has(id))) &&
      (text === '' || found(call))
  );
};

/** What needs attention first. */
const STATUS_ORDER: Readonly<Record<SuspiciousCall['status'], number>> = {
  open: 2,
  acknowledged: 1,
  closed: 0,
};

const COMPARE: Readonly<
  Record<CallSort['sort'], (a: SuspiciousCall, b: SuspiciousCall) => number>
> = {
  score: (a, b) => a.score - b.score,
  started: (a, b) => a.started.localeCompare(b.started),
  person: (a, b) => (a.person.name ?? '').localeCompare(b.person.name ?? ''),
  number: (a, b) => (a.number.value ?? '').localeCompare(b.number.value ?? ''),
  status: (a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status],
};

/** A new array; equal rows come newest call first, then by id, so that pages never overlap. */
export const sortCalls = (
  calls: readonly SuspiciousCall[],
  { sort, order }: CallSort
): SuspiciousCall[] => {
  const sign = order === 'asc' ? 1 : -1;
  return [...calls].sort(
    (a, b) =>
      sign * COMPARE[sort](a, b) ||
      b.started.localeCompare(a.started) ||
      a.call_id.localeCompare(b.call_id)
  );
};

import { CALLS_INDEX } from '../../common/constants';
import { esqlList, quote } from '../detection_content/literal';
import { leavesOf, type Plan, type PlannedTree } from './plan_question';

/** Candidates that one answer shows. */
const MAX_CANDIDATES = 5;

/** How many conditions are missing: of alternatives the one that misses least counts. */
const costOf = (tree: PlannedTree): string => {
  if (tree.kind === 'leaf') return `CASE(${tree.condition.column}, 0, 1)`;
  const parts = tree.parts.map(costOf);
  return tree.kind === 'and' ? `(${parts.join(' + ')})` : `LEAST(${parts.join(', ')})`;
};

const sumOf = (trees: readonly PlannedTree[]): string =>
  trees.length === 0 ? '0' : trees.map(costOf).join(' + ');

/** Conditions that say what kind of event it is, other than those that a person tunes. */
const isOfSignal = (tree: PlannedTree): boolean =>
  leavesOf(tree).every(({ about, parameters }) => about === 'event' && parameters.length === 0);

const piped = (commands: readonly string[]): string => commands.join('\n| ');

const eventsOf = ({ from, event }: Plan): string[] => [`FROM ${from}`, ...event];

const isPerson = (field: string, values: readonly string[]): string =>
  `WHERE ${field} IN ${esqlList(values)}`;

const isCall = (callId: string): string => `WHERE vishing.call.id == ${quote(callId)}`;

/** The rule itself brings in all calls around an event; here it is one, however far away. */
const broughtIn = (callId: string): string[] => [
  `EVAL vishing.call.id = ${quote(callId)}`,
  `LOOKUP JOIN ${CALLS_INDEX} ON vishing.call.id`,
];

const signalCost = ({ conditions }: Plan): string => sumOf(conditions.filter(isOfSignal));

/** Of every event of the person, with the call: the ones that miss the fewest conditions, nearest first. */
export const candidatesQuery = (
  plan: Plan,
  { callId, joinValues }: { readonly callId: string; readonly joinValues: readonly string[] }
): string => {
  const { join, call, conditions } = plan;
  const source = join
    ? [...eventsOf(plan), isPerson(join.field, joinValues), ...broughtIn(callId)]
    : [`FROM ${plan.from}`, isCall(callId)];
  const gap = plan.eventColumns.includes('vishing.gap_seconds')
    ? ', ABS(vishing.gap_seconds) ASC'
    : '';
  return piped([
    ...source,
    ...call.map(({ text }) => text),
    `EVAL vishing.why_signal = CASE(${signalCost(plan)} == 0, 0, 1), vishing.why_failing = ${sumOf(conditions)}`,
    `SORT vishing.why_signal ASC, vishing.why_failing ASC${gap}`,
    `LIMIT ${MAX_CANDIDATES}`,
  ]);
};

/** How many events of any kind the person has. */
export const countQuery = (plan: Plan, field: string, joinValues: readonly string[]): string =>
  piped([...eventsOf(plan), isPerson(field, joinValues), 'STATS events = COUNT(*)']);

/** Accounts of events of the right kind; the computers are given beside the query. */
export const othersQuery = (plan: Plan, field: string, joinValues: readonly string[]): string =>
  piped([
    ...eventsOf(plan),
    `WHERE ${signalCost(plan)} == 0 AND NOT COALESCE(${field}, "") IN ${esqlList(joinValues)}`,
    `STATS events = COUNT(*), accounts = VALUES(${field}), since = MIN(vishing.signal_time)`,
  ]);

/** The call alone: what can be said without an event. */
export const callOnlyQuery = (plan: Plan, callId: string): string =>
  piped([
    `FROM ${CALLS_INDEX} METADATA _id, _index, _version`,
    isCall(callId),
    ...plan.call
      .filter(({ text, needsEvent }) => !needsEvent && !text.startsWith('KEEP '))
      .map(({ text }) => text),
    'LIMIT 1',
  ]);

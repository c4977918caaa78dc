import { quote } from '../detection_content/literal';
import { isCallsOf, joinCalls } from '../joins/calls_on_day';
import type { CompiledSignal } from '../signals/compile_signal';

/** How much the clock of the phone system may be ahead of the directory's. */
const CLOCK_SKEW_SECONDS = 120;
/** Agents finish what was asked for soon after they hang up; then they take other calls. */
const AFTER_CALL_SECONDS = 900;
/** No call is known that lasted longer. */
const LONGEST_CALL_SECONDS = 86_400;

/** What the query needs of the signal "reset by somebody else". */
export type ResetSignal = Pick<CompiledSignal, 'id' | 'indices' | 'where' | 'identities'>;

/**
 * ES|QL queries whose rows are `[changed_at, account, call id]`: the accounts that a person changed for others while, or soon
 * after, speaking with somebody outside. One query for each field by which the person who did it is known.
 * No filter asks for values that are there: Elasticsearch 8.19 takes `IS NOT NULL` of a calculated column for one of every
 * field in it. A row without the person finds no call, and rows without a target are left out by the reader. The person is
 * never null: where a node has no such field, Elasticsearch 8.19 would lose columns of the look-up.
 */
export const targetsQueries = ({ indices, where, identities }: ResetSignal): string[] => {
  const ofTarget = identities.flatMap(({ subject, value }) =>
    subject === 'target' ? [value] : []
  );
  const target =
    ofTarget.length > 1 ? `COALESCE(${ofTarget.join(', ')})` : (ofTarget[0] ?? quote(''));
  return identities
    .flatMap(({ subject, field, value }) =>
      subject === 'actor' && isCallsOf(field) ? [{ field, value }] : []
    )
    .map(({ field, value }) =>
      [
        `FROM ${indices.join(', ')}, vishing-fields METADATA _id`,
        `WHERE ${where}`,
        `EVAL vishing.target.account = ${target}, ${field} = COALESCE(${value}, ""), vishing.signal_time = @timestamp`,
        `KEEP ${field}, vishing.target.account, vishing.signal_time`,
        joinCalls(field, {
          ...{ from: 'vishing.signal_time', to: 'vishing.signal_time' },
          secondsBefore: LONGEST_CALL_SECONDS + AFTER_CALL_SECONDS,
          secondsAfter: CLOCK_SKEW_SECONDS,
        }),
        'WHERE vishing.call.answered AND vishing.call.direction IN ("inbound", "outbound")',
        `WHERE DATE_DIFF("seconds", @timestamp, vishing.signal_time) >= -${CLOCK_SKEW_SECONDS}
    AND DATE_DIFF("seconds", COALESCE(event.end, @timestamp), vishing.signal_time) <= ${AFTER_CALL_SECONDS}`,
        'STATS changed_at = MIN(vishing.signal_time) BY vishing.target.account, vishing.call.id',
        'LIMIT 10000',
      ].join('\n| ')
    );
};

import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import { csvCell, type CsvValue } from '../shared/csv';

type Column = readonly [string, (call: SuspiciousCall) => CsvValue];

const COLUMNS: readonly Column[] = [
  ['call_id', ({ call_id }) => call_id],
  ['started', ({ started }) => started],
  ['score', ({ score }) => score],
  ['severity', ({ severity }) => severity],
  ['status', ({ status }) => status],
  ['direction', ({ direction }) => direction],
  ['answered', ({ answered }) => answered],
  ['talk_seconds', ({ talk_seconds }) => talk_seconds],
  ['person', ({ person }) => person.name ?? person.email],
  ['department', ({ person }) => person.department],
  ['hosts', ({ person }) => person.hosts.join(' ')],
  ['number', ({ number }) => number.value],
  ['country', ({ number }) => number.country],
  ['verdict', ({ number }) => number.verdict],
  ['reasons', ({ reasons }) => reasons.join('; ')],
  ['rules', ({ alerts }) => [...new Set(alerts.map(({ rule_name }) => rule_name))].join('; ')],
];

/** Calls as CSV (RFC 4180) with a header line. */
export const toCsv = (calls: readonly SuspiciousCall[]): string =>
  [
    COLUMNS.map(([name]) => name).join(','),
    ...calls.map((call) => COLUMNS.map(([, read]) => csvCell(read(call))).join(',')),
  ].join('\r\n') + '\r\n';

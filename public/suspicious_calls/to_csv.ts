import type { SuspiciousCall } from '../../common/api/suspicious_calls';

/** A spreadsheet runs what begins with one of these as a formula, so such text gets an apostrophe; a number in E.164 form does not. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?[\d\s]+$/;

const cell = (value: string | number | boolean | undefined): string => {
  const text = value === undefined ? '' : String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

type Column = readonly [string, (call: SuspiciousCall) => string | number | boolean | undefined];

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
    ...calls.map((call) => COLUMNS.map(([, read]) => cell(read(call))).join(',')),
  ].join('\r\n') + '\r\n';

/** Lets the browser save a text as a file. */
export const saveAsFile = (text: string, name: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

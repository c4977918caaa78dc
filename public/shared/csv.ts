/** A spreadsheet runs what begins with one of these as a formula, so such text gets an apostrophe; a number in E.164 form does not. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?[\d\s]+$/;

export type CsvValue = string | number | boolean | undefined;

/** One value as a cell of CSV (RFC 4180). */
export const csvCell = (value: CsvValue): string => {
  const text = value === undefined ? '' : String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lets the browser save a text as a file. */
export const saveAsFile = (text: string | readonly string[], name: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text].flat(), { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

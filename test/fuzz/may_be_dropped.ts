import { field, type Source } from '../pipelines/pipeline_tester';

/** Lines of some phone systems that are no records. A source that is not named here drops nothing. */
const NO_RECORD: Readonly<Record<string, RegExp>> = {
  // Names of columns, and their SQL types.
  cisco_cucm: /^("cdrRecordType"|cdrRecordType,|INTEGER,|"INTEGER"|STRING,)/,
  // Names of columns.
  audiocodes_sbc: /(SBC|Media)ReportType|SIPCallId/,
  // Date records: a day, and the time of the day before it.
  avaya_aura: /^(\d\d ?\d\d|\d\d:\d\d \d\d\/\d\d)$/,
  // Comments, such as `#fields`.
  zeek_sip: /^#/,
};

/** As the pipelines trim: control characters are blanks there. */
const withoutBlanks = (text: string): string => {
  let from = 0;
  let to = text.length;
  const isBlank = (at: number): boolean =>
    text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xfeff;
  while (from < to && isBlank(from)) from += 1;
  while (to > from && isBlank(to - 1)) to -= 1;
  return text.slice(from, to);
};

/** Whether a document may leave no trace: the line names columns, or is a comment. */
export const mayBeDropped = (document: Source): boolean => {
  const sent = document.message ?? field(document, 'event.original');
  const provider = field(document, 'event.provider') ?? document['event.provider'];
  if (typeof sent !== 'string' || typeof provider !== 'string') return false;
  const pattern = NO_RECORD[provider];
  const text = withoutBlanks(sent);
  const header = field(document, 'vishing.header');
  return (
    pattern !== undefined &&
    (pattern.test(text) || (typeof header === 'string' && withoutBlanks(header) === text))
  );
};

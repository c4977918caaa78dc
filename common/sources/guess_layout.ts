/** How a text of an unknown phone system is laid out; see the generic source. */
export interface Layout {
  readonly format: 'csv' | 'json';
  readonly delimiter?: string;
  /** The first line, where it seems to name the columns. */
  readonly header?: string;
  /** Names of the columns, their numbers from 1 where there is no header, or paths in a JSON object. */
  readonly columns: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 20;
const MAX_DEPTH = 8;

/** Splits a CSV line; quotes may hold the delimiter, doubled quotes stand for one. */
export const splitCsvLine = (line: string, delimiter: string): string[] => {
  const columns: string[] = [];
  let column = '';
  let isQuoted = false;
  let isFresh = true;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (isQuoted) {
      if (character !== '"') column += character;
      else if (line[at + 1] === '"') {
        column += character;
        at++;
      } else isQuoted = false;
    } else if (character === '"' && isFresh) {
      isQuoted = true;
      isFresh = false;
    } else if (character === delimiter) {
      columns.push(column.trim());
      column = '';
      isFresh = true;
    } else {
      if (character > ' ') isFresh = false;
      column += character;
    }
  }
  return [...columns, column.trim()];
};

/** The delimiter that gives all lines the same number of columns, and the more of them the better. */
const guessDelimiter = (lines: readonly string[]): string => {
  const rated = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => splitCsvLine(line, delimiter).length);
    const first = counts[0] ?? 1;
    const same = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    return { delimiter, rating: first > 1 ? same * 100 + Math.min(first, 50) : 0 };
  });
  return rated.reduce((best, next) => (next.rating > best.rating ? next : best)).delimiter;
};

/** A header names each column once, with letters, and holds no number of a party and no time. */
const looksLikeHeader = (columns: readonly string[]): boolean =>
  columns.length > 1 &&
  new Set(columns).size === columns.length &&
  columns.every((name) => /\p{L}/u.test(name) && !/\d{4}/.test(name) && name.length <= 60);

const pathsOf = (value: unknown, prefix: string, depth: number): string[] => {
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    if (typeof first === 'object' && first !== null)
      return pathsOf(first, `${prefix}.0`, depth + 1);
    return value.length > 0 ? [prefix] : [];
  }
  if (typeof value !== 'object' || value === null) return [prefix];
  if (depth >= MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, prefix === '' ? key : `${prefix}.${key}`, depth + 1)
  );
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * Guesses how records are laid out.
 * @param records of the beginning of the text, each whole
 */
export const guessLayout = (records: readonly string[]): Layout => {
  const objects = records.map(parseJson).filter((value) => typeof value === 'object' && value);
  if (objects.length > 0) {
    const paths = objects.flatMap((object) => pathsOf(object, '', 0));
    return { format: 'json', columns: [...new Set(paths)].slice(0, 500) };
  }
  const lines = records.slice(0, SAMPLE_LINES);
  const delimiter = guessDelimiter(lines);
  const columns = splitCsvLine(lines[0] ?? '', delimiter);
  if (looksLikeHeader(columns)) return { format: 'csv', delimiter, header: lines[0], columns };
  return { format: 'csv', delimiter, columns: columns.map((_, index) => String(index + 1)) };
};

/** What stands at a position of a JSON text. Positions are indexes into the buffer. */
export type JsonScan =
  /** A whole value, `end` exclusive. */
  | { readonly kind: 'value'; readonly end: number }
  /** An object with a list of one of the names asked for, such as `value` of Microsoft Graph; its items begin at `items`, inside of `depth` objects. */
  | { readonly kind: 'envelope'; readonly items: number; readonly depth: number }
  /** No JSON up to `end`, which is a line end or the end of the text. */
  | { readonly kind: 'broken'; readonly end: number }
  | { readonly kind: 'more' };

const MORE: JsonScan = { kind: 'more' };
const CLOSER: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** @returns the position behind the closing quote, or where the string breaks off at a line end */
const stringEnd = (buffer: string, from: number): { end: number; broken: boolean } | undefined => {
  for (let at = from + 1; at < buffer.length; at++) {
    const character = buffer[at];
    if (character === '\\') at++;
    else if (character === '"') return { end: at + 1, broken: false };
    else if (character === '\n') return { end: at, broken: true };
  }
  return undefined;
};

const restOfLine = (buffer: string, from: number, atEnd: boolean): JsonScan => {
  const lineEnd = buffer.indexOf('\n', from);
  if (lineEnd >= 0) return { kind: 'broken', end: lineEnd };
  return atEnd ? { kind: 'broken', end: buffer.length } : MORE;
};

/** A bracket where JSON allows no value: the record before it broke off, and this is the beginning of the next one. */
const brokenBefore = (buffer: string, at: number, atEnd: boolean): JsonScan => {
  const lineStart = buffer.lastIndexOf('\n', at) + 1;
  const isFirstOfLine = lineStart > 0 && buffer.slice(lineStart, at).trim() === '';
  return isFirstOfLine ? { kind: 'broken', end: lineStart - 1 } : restOfLine(buffer, at, atEnd);
};

/** A list of records stands in the outermost object or in one inside of it. */
const MAX_LIST_DEPTH = 2;

const isList = (
  stack: readonly string[],
  keys: readonly string[],
  lists: readonly string[]
): boolean =>
  lists.length > 0 &&
  keys.length === stack.length &&
  stack.every((bracket) => bracket === '{') &&
  lists.includes(keys.join('.'));

/**
 * Scans the object or list that begins at `from`. Only strings and brackets are checked: whether the rest is JSON is
 * for the pipeline to say.
 * @param options.open brackets that are open already; then the scan goes on behind them
 * @param options.lists names of lists whose items are the records; with a dot for a list in an inner object
 */
export const scanJson = (
  buffer: string,
  from: number,
  atEnd: boolean,
  { open = [], lists = [] }: { open?: readonly string[]; lists?: readonly string[] } = {}
): JsonScan => {
  const stack = [...open];
  /** The last character that was no white space; `"` stands for a whole string. */
  let before = '';
  /** Names that lead to the present place, the outermost first. */
  const keys: string[] = [];
  for (let at = from; at < buffer.length; at++) {
    const character = buffer.charAt(at);
    if (character === '"') {
      const string = stringEnd(buffer, at);
      if (!string) break;
      if (string.broken) return { kind: 'broken', end: string.end };
      if (stack.length <= MAX_LIST_DEPTH && before !== ':') {
        keys.length = Math.max(0, stack.length - 1);
        keys.push(buffer.slice(at + 1, string.end - 1));
      }
      at = string.end - 1;
    } else if (character === '{' || character === '[') {
      const inObject = stack.at(-1) === '{';
      const allowed = stack.length === 0 || before === ':' || (!inObject && /[[,]/.test(before));
      if (!allowed) return brokenBefore(buffer, at, atEnd);
      if (character === '[' && isList(stack, keys, lists)) {
        return { kind: 'envelope', items: at + 1, depth: stack.length };
      }
      stack.push(character);
    } else if (character === '}' || character === ']') {
      if (CLOSER[stack.pop() ?? ''] !== character) return restOfLine(buffer, at, atEnd);
      if (stack.length === 0) return { kind: 'value', end: at + 1 };
    }
    if (character > ' ') before = character;
  }
  return atEnd ? { kind: 'broken', end: buffer.length } : MORE;
};

/** One piece of an ES|QL query; the texts of all pieces together are the query. */
export interface Token {
  readonly kind: 'space' | 'comment' | 'string' | 'name' | 'number' | 'symbol';
  readonly text: string;
}

/** A name with dots; a part that is no plain word stands in backticks. */
const PART = '(?:[A-Za-z_@][\\w@]*|`(?:[^`]|``)*`)';
const KINDS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /\s+/y],
  ['comment', /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /"""[\s\S]*?(?:"""|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['name', new RegExp(`${PART}(?:\\.(?:[\\w@]+|\`(?:[^\`]|\`\`)*\`))*`, 'y')],
  ['symbol', /==|!=|<=|>=|::|[\s\S]/y],
];

const tokenAt = (query: string, at: number): Token => {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at;
    const text = pattern.exec(query)?.[0];
    if (text) return { kind, text };
  }
  throw new Error(`The query cannot be read from character ${at} on.`);
};

/** Cuts an ES|QL query into its smallest pieces, so that nothing in a string or comment is taken for syntax. */
export const tokenise = (query: string): Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length;) {
    const token = tokenAt(query, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
};

/** The text without comments, and without space around it. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ kind, text }) => (kind === 'comment' ? ' ' : text))
    .join('')
    .trim();

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** Cuts where `isCut` says so and no bracket is open. The cuts themselves are left out. */
export const splitOutside = (
  tokens: readonly Token[],
  isCut: (token: Token) => boolean
): Token[][] => {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'symbol' && OPENING.has(token.text)) depth += 1;
    if (token.kind === 'symbol' && CLOSING.has(token.text)) depth -= 1;
    if (depth === 0 && isCut(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
};

export const isSymbol = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'symbol' && token.text === text;

/** Keywords are written in any case. */
export const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === 'name' && token.text.toUpperCase() === word;

export const isMeaningful = ({ kind }: Token): boolean => kind !== 'space' && kind !== 'comment';

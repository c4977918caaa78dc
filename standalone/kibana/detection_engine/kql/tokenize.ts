/** One piece of a KQL text. */
export interface KqlToken {
  readonly kind: 'open' | 'close' | 'colon' | 'compare' | 'quoted' | 'literal';
  /** Without quotes; escapes are still in it, because `\*` and `*` differ. */
  readonly text: string;
  readonly at: number;
}

/** The query text cannot be read; the message says where. */
export class KqlSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KqlSyntaxError';
  }
}

const PATTERNS: readonly (readonly [KqlToken['kind'], RegExp])[] = [
  ['open', /\(/y],
  ['close', /\)/y],
  ['colon', /:/y],
  ['compare', /[<>]=?/y],
  ['quoted', /"((?:\\.|[^"\\])*)"/y],
  ['literal', /(?:\\.|[^\s()":<>{}\\])+/y],
];

const nextToken = (query: string, at: number): { token: KqlToken; end: number } => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(query);
    if (found) return { token: { kind, text: found[1] ?? found[0], at }, end: pattern.lastIndex };
  }
  const rest = query.slice(at, at + 20);
  throw new KqlSyntaxError(
    rest.startsWith('{')
      ? `Nested fields ("{...}") are not supported by this stand-in, at character ${at + 1}.`
      : `The query cannot be read from character ${at + 1}: ${rest}`
  );
};

/** Cuts a KQL text into tokens. @throws KqlSyntaxError */
export const tokenize = (query: string): KqlToken[] => {
  const tokens: KqlToken[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const { token, end } = nextToken(query, at);
    tokens.push(token);
    at = end;
  }
  return tokens;
};

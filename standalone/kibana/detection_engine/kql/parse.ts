import { KqlSyntaxError, tokenize, type KqlToken } from './tokenize';

export type CompareOperator = '<' | '<=' | '>' | '>=';

/** A KQL text, read. `field` is undefined where a value stands alone. */
export type KqlNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly KqlNode[] }
  | { readonly kind: 'not'; readonly node: KqlNode }
  | {
      readonly kind: 'is';
      readonly field?: string;
      readonly value: string;
      readonly quoted: boolean;
    }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: CompareOperator;
      readonly value: string;
    }
  | { readonly kind: 'all' };

const isKeyword = (token: KqlToken | undefined, word?: string): boolean =>
  token?.kind === 'literal' &&
  (word ? token.text.toLowerCase() === word : /^(and|or|not)$/i.test(token.text));

/** Recursive descent over `or` > `and` > `not` > expression, the grammar of Kibana's own parser without nested fields. */
class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly KqlToken[]) {}

  parse(): KqlNode {
    const node = this.joined('or', () => this.joined('and', () => this.negated()));
    const rest = this.peek();
    if (rest)
      throw new KqlSyntaxError(`"${rest.text}" is not expected at character ${rest.at + 1}.`);
    return node;
  }

  private peek(ahead = 0): KqlToken | undefined {
    return this.tokens[this.position + ahead];
  }

  private take(kind: KqlToken['kind'], what: string): KqlToken {
    const token = this.peek();
    if (token?.kind !== kind) {
      throw new KqlSyntaxError(
        token
          ? `${what} is expected at character ${token.at + 1}, but "${token.text}" is there.`
          : `${what} is expected at the end of the query.`
      );
    }
    this.position += 1;
    return token;
  }

  private joined(kind: 'and' | 'or', operand: () => KqlNode): KqlNode {
    const first = operand();
    const nodes = [first];
    while (isKeyword(this.peek(), kind)) {
      this.position += 1;
      nodes.push(operand());
    }
    return nodes.length === 1 ? first : { kind, nodes };
  }

  private negated(): KqlNode {
    if (!isKeyword(this.peek(), 'not')) return this.expression();
    this.position += 1;
    return { kind: 'not', node: this.negated() };
  }

  private grouped(inner: () => KqlNode): KqlNode {
    this.take('open', '"("');
    const node = this.joined('or', () => this.joined('and', inner));
    this.take('close', '")"');
    return node;
  }

  private expression(): KqlNode {
    if (this.peek()?.kind === 'open') return this.grouped(() => this.negated());
    const next = this.peek(1);
    if (next?.kind === 'colon') return this.fieldValue();
    if (next?.kind === 'compare') return this.comparison();
    return this.value(undefined);
  }

  private field(): string {
    const token = this.peek();
    const kind = token?.kind === 'quoted' ? 'quoted' : 'literal';
    return unescapeKql(this.take(kind, 'A field name').text);
  }

  private fieldValue(): KqlNode {
    const field = this.field();
    this.take('colon', '":"');
    return this.valueOrGroup(field);
  }

  private valueOrGroup(field: string): KqlNode {
    if (this.peek()?.kind !== 'open') return this.value(field);
    const inner = (): KqlNode => {
      if (!isKeyword(this.peek(), 'not')) return this.valueOrGroup(field);
      this.position += 1;
      return { kind: 'not', node: inner() };
    };
    return this.grouped(inner);
  }

  private comparison(): KqlNode {
    const field = this.field();
    const operator = this.take('compare', 'A comparison').text as CompareOperator;
    const value = this.value(field);
    if (value.kind !== 'is') throw new KqlSyntaxError(`A value is expected after "${operator}".`);
    return { kind: 'compare', field, operator, value: unescapeKql(value.value) };
  }

  /** Words without quotes beside each other are one value. */
  private value(field: string | undefined): KqlNode {
    if (this.peek()?.kind === 'quoted') {
      return { kind: 'is', field, value: this.take('quoted', 'A value').text, quoted: true };
    }
    const words: string[] = [];
    while (this.peek()?.kind === 'literal' && !isKeyword(this.peek())) {
      const isNextField = words.length > 0 && /^(colon|compare)$/.test(this.peek(1)?.kind ?? '');
      if (isNextField) break;
      words.push(this.take('literal', 'A value').text);
    }
    if (words.length === 0) this.take('literal', 'A value');
    return { kind: 'is', field, value: words.join(' '), quoted: false };
  }
}

/** Removes the backslashes of escaped characters. */
export const unescapeKql = (text: string): string => text.replace(/\\(.)/g, '$1');

/** Reads a KQL text; an empty one matches everything. @throws KqlSyntaxError */
export const parseKql = (query: string): KqlNode => {
  const tokens = tokenize(query);
  return tokens.length === 0 ? { kind: 'all' } : new Parser(tokens).parse();
};

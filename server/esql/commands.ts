import { isMeaningful, isSymbol, splitOutside, tokenise, type Token } from './tokens';

/** One step of an ES|QL query. */
export interface Command {
  /** In capitals, such as `WHERE` or `LOOKUP`. */
  readonly name: string;
  /** What stands behind the name, comments included. */
  readonly rest: readonly Token[];
}

/** Cuts a query at its pipes; pipes in strings, comments and brackets are none. */
export const splitCommands = (query: string): Command[] =>
  splitOutside(tokenise(query), (token) => isSymbol(token, '|')).flatMap((tokens) => {
    const start = tokens.findIndex(isMeaningful);
    const first = tokens[start];
    return first ? [{ name: first.text.toUpperCase(), rest: tokens.slice(start + 1) }] : [];
  });

/** Columns that an EVAL makes, in order. @param rest of the command */
export const assignedNames = (rest: readonly Token[]): string[] =>
  splitOutside(rest, (token) => isSymbol(token, ',')).flatMap((part) => {
    const [name, sign] = part.filter(isMeaningful);
    return name && isSymbol(sign, '=') ? [name.text.replaceAll('`', '')] : [];
  });

/** Columns that one step of a query, such as `EVAL a = 1, b = 2`, makes; none for another command. */
export const assignedIn = (stage: string): string[] =>
  splitCommands(stage).flatMap(({ name, rest }) => (name === 'EVAL' ? assignedNames(rest) : []));

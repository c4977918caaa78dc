/** The text, cut so that it has at most so many characters; the sign for what is missing counts as one of them. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

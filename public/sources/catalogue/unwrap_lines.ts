/** A line that begins something of its own in Markdown: a list item, a heading, a quote, a table, a fence, code. */
const BEGINS = /^(\s*([-*+]|\d+[.)])\s|#|>|\||```|\s{4})/;

/**
 * Joins the lines of a paragraph, which are wrapped in the file for reading there: Kibana's Markdown would show each line
 * break. Code blocks, lists and tables stay as they are.
 */
export const unwrapLines = (markdown: string): string => {
  let isCode = false;
  const joined: string[] = [];
  for (const line of markdown.split('\n')) {
    const isFence = line.trimStart().startsWith('```');
    const before = joined.at(-1);
    const continues =
      !isCode &&
      !isFence &&
      line.trim() !== '' &&
      !BEGINS.test(line) &&
      (before ?? '').trim() !== '';
    if (continues && !before?.trimStart().startsWith('```')) {
      joined[joined.length - 1] = `${before} ${line.trim()}`;
    } else joined.push(line);
    if (isFence) isCode = !isCode;
  }
  return joined.join('\n');
};

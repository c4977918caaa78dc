/** Takes string literals and comments out, so that words in them are not taken for commands. */
const codeOf = (query: string): string =>
  query
    .replace(/"""[\s\S]*?"""/g, '""')
    .replace(/"(?:\\.|[^"\\])*"/g, '""')
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\/\/.*$/gm, ' ');

/** A query with STATS: its rows are no events any more. */
export const isAggregating = (query: string): boolean => /\|\s*stats\b/i.test(codeOf(query));

/** The columns that the query expands into a row for each of their values. */
export const expandedColumns = (query: string): string[] =>
  [...codeOf(query).matchAll(/\|\s*mv_expand\s+([\w.@]+)/gi)].map(([, column = '']) => column);

/** The index patterns after FROM, such as `logs-*`. */
export const indicesOfEsql = (query: string): string[] => {
  const withoutComments = query.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|\s)\/\/.*$/gm, ' ');
  const [, list = ''] = /^\s*from\s+([\s\S]*?)(?:\||\bmetadata\b|$)/i.exec(withoutComments) ?? [];
  return list
    .split(',')
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .filter((name) => name !== '');
};

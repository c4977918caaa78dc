import type { PluginsStart } from '../kibana';

/** Id of Discover's locator in Kibana's share plugin. */
const DISCOVER = 'DISCOVER_APP_LOCATOR';

/** A text as a literal of ES|QL. */
const literal = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The query that shows exactly one document. */
export const documentQuery = ({ index, id }: { index: string; id: string }): string =>
  `FROM ${literal(index)} METADATA _id, _index | WHERE _id == ${literal(id)} | LIMIT 1`;

/** Where Discover shows a document; `undefined` when this Kibana has no Discover for us. @param at ISO instant of the event */
export const discoverUrl = (
  { share }: PluginsStart,
  document: { index: string; id: string },
  at: string
): string | undefined => {
  const atMs = Date.parse(at);
  const around = (shiftMs: number): string => new Date(atMs + shiftMs).toISOString();
  return share?.url.locators.get(DISCOVER)?.getRedirectUrl({
    query: { esql: documentQuery(document) },
    timeRange: { from: around(-3_600_000), to: around(3_600_000) },
  });
};

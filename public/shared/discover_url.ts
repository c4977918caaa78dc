import { CALLS_INDEX } from '../../common/constants';
import type { PluginsStart } from '../kibana';

/** Id of Discover's locator in Kibana's share plugin. */
const DISCOVER = 'DISCOVER_APP_LOCATOR';

/** A text as a literal of ES|QL. */
const literal = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The query that shows exactly one document. */
export const documentQuery = ({ index, id }: { index: string; id: string }): string =>
  `FROM ${literal(index)} METADATA _id, _index | WHERE _id == ${literal(id)} | LIMIT 1`;

/**
 * Where Discover runs an ES|QL query; `undefined` when this Kibana has no Discover for us.
 * @param timeRange ISO instants or date math such as `now-30d`
 */
export const queryUrl = (
  { share }: PluginsStart,
  esql: string,
  timeRange: { readonly from: string; readonly to: string }
): string | undefined =>
  share?.url.locators.get(DISCOVER)?.getRedirectUrl({ query: { esql }, timeRange });

/** Where Discover shows a document; `undefined` when this Kibana has no Discover for us. @param at ISO instant of the event */
export const discoverUrl = (
  plugins: PluginsStart,
  document: { index: string; id: string },
  at: string
): string | undefined => {
  const atMs = Date.parse(at);
  const around = (shiftMs: number): string => new Date(atMs + shiftMs).toISOString();
  return queryUrl(plugins, documentQuery(document), {
    from: around(-3_600_000),
    to: around(3_600_000),
  });
};

/** The query of all calls with a number, newest first. @param number E.164 */
export const callsQuery = (number: string): string =>
  `FROM ${CALLS_INDEX}
| WHERE vishing.external.number == ${literal(number)}
| SORT @timestamp DESC
| KEEP @timestamp, vishing.call.direction, vishing.call.answered, vishing.call.talk_seconds, user.full_name, user.email,
    host.name, vishing.external.is_first_seen, vishing.call.attestation, vishing.watchlist.verdict, vishing.call.id
| LIMIT 1000`;

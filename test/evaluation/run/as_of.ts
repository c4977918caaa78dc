import type { Client, estypes } from '@elastic/elasticsearch';
import { CALLS_INDEX } from '../../../common/constants';
import type { ElasticsearchClient } from '../../../server/kibana';
import type { ElasticsearchAccess } from '../../../standalone/kibana/elasticsearch/clients';
import { override } from './override';

/** A moment of the simulated time, and how late call records are. */
export interface Moment {
  readonly nowMs: number;
  /** From the end of a call until its record comes. */
  readonly recordDelayMs: number;
}

/** The resolver runs every minute. */
export const RESOLVE_MS = 60_000;

type Dsl = estypes.QueryDslQueryContainer;

const isCall: Dsl = { term: { _index: CALLS_INDEX } };
const isAlert: Dsl = { prefix: { _index: '.internal.alerts-security.' } };
const iso = (timeMs: number): string => new Date(timeMs).toISOString();

/** The newest end of a call that is known at the moment. */
export const lastKnownEnd = ({ nowMs, recordDelayMs }: Moment): string =>
  iso(nowMs - recordDelayMs - RESOLVE_MS);

/** Only what was there at the moment: events by their arrival, calls by their end and the delay of records. */
const wasThere = (moment: Moment): Dsl => ({
  bool: {
    minimum_should_match: 1,
    should: [
      { bool: { filter: [isCall, { range: { 'event.end': { lte: lastKnownEnd(moment) } } }] } },
      {
        bool: {
          filter: [{ range: { 'event.ingested': { lte: iso(moment.nowMs) } } }],
          must_not: [isCall],
        },
      },
      // Alerts carry the time of the run that wrote them, which the rule's own range is about.
      isAlert,
    ],
  },
});

/** A join sees the calls that are known at the moment; elsewhere the query stays as it is. */
export const withKnownCalls = (query: string, moment: Moment): string =>
  query.replace(
    new RegExp(`(\\|\\s*LOOKUP JOIN ${CALLS_INDEX} ON [^\\n|]+)`, 'g'),
    (join) => `${join}\n| WHERE event.end <= "${lastKnownEnd(moment)}"`
  );

interface EsqlBody {
  readonly query: string;
  readonly filter?: Dsl;
}

type Request = Parameters<Client['transport']['request']>;

const asOfTransport = (es: Client, moment: Moment): Client['transport'] =>
  override(es.transport, {
    request: (params: Request[0], options: Request[1]) => {
      if (params.path !== '/_query') return es.transport.request(params, options);
      const { query, filter, ...rest } = params.body as EsqlBody;
      const body = {
        ...rest,
        query: withKnownCalls(query, moment),
        filter: { bool: { filter: [...(filter ? [filter] : []), wasThere(moment)] } },
      };
      return es.transport.request({ ...params, body }, options);
    },
  });

/**
 * Elasticsearch as it was at a moment of the simulated time, though everything is stored already: searches and ES|QL
 * queries see only what had arrived. Writing is not changed.
 */
export const asOf = (es: Client, moment: Moment): ElasticsearchClient =>
  override(es, {
    transport: asOfTransport(es, moment),
    search: (request: estypes.SearchRequest) =>
      es.search({
        ...request,
        query: { bool: { filter: [...(request.query ? [request.query] : []), wasThere(moment)] } },
      }),
  });

/** What the rule runner works with: rules read the past, their alerts are written now, by `writing`. */
export const accessAsOf = (es: Client, moment: Moment, writing: Client): ElasticsearchAccess => ({
  url: '',
  asInternalUser: writing,
  as: () => asOf(es, moment),
  close: () => Promise.resolve(),
});

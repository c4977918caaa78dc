import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { CALLS_INDEX } from '../../../common/constants';
import type { HostEvent } from '../../../standalone/generator/host_events/host_event';
import { SITES } from '../../../standalone/generator/sites';
import type { EvaluationData } from '../data/make_data';
import { RESOLVE_MS } from './as_of';

const PAGE = 10_000;

/** What is known of a resolved call. */
export interface KnownCall {
  readonly callId: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly provider: string;
  readonly siteId: string;
  readonly vendorCallId: string;
}

const callSchema = z.object({
  '@timestamp': z.string(),
  event: z.object({ provider: z.string(), id: z.string().optional(), end: z.string().optional() }),
  vishing: z.object({ site: z.object({ id: z.string() }).optional() }),
});

/** All resolved calls of the evaluation's sites, by their ids. */
export const readKnownCalls = async (es: Client): Promise<Map<string, KnownCall>> => {
  const known = new Map<string, KnownCall>();
  let position: unknown[] | undefined;
  do {
    const { hits } = await es.search({
      index: CALLS_INDEX,
      size: PAGE,
      track_total_hits: false,
      query: { terms: { 'vishing.site.id': SITES.map(({ settings }) => settings.id) } },
      _source: ['@timestamp', 'event.provider', 'event.id', 'event.end', 'vishing.site.id'],
      sort: [{ '@timestamp': 'asc' }, { 'vishing.call.id': 'asc' }],
      search_after: position as never,
    });
    for (const { _id: callId = '', _source } of hits.hits) {
      const { '@timestamp': start, event, vishing } = callSchema.parse(_source);
      known.set(callId, {
        callId,
        startMs: Date.parse(start),
        endMs: Date.parse(event.end ?? start),
        provider: event.provider,
        siteId: vishing.site?.id ?? '',
        vendorCallId: event.id ?? '',
      });
    }
    position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
  return known;
};

/** When something happened and when it arrived, ms. */
export type EventTimes = Pick<HostEvent, 'timeMs' | 'availableMs'>;

/** When things became known: events by document id, calls by call id. */
export interface KnownTimes {
  readonly events: ReadonlyMap<string, EventTimes>;
  readonly calls: ReadonlyMap<string, KnownCall>;
}

export const eventTimes = ({ events }: EvaluationData): Map<string, EventTimes> =>
  new Map(events.map(({ id, timeMs, availableMs }) => [id, { timeMs, availableMs }]));

export const callKnownMs = ({ endMs }: KnownCall, recordDelayMs: number): number =>
  endMs + recordDelayMs + RESOLVE_MS;

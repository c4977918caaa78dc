import { merge } from 'lodash';

type Fields = Readonly<Record<string, unknown>>;

/** Raw records of the resolver's tests came in on this day, long after anything that other tests store. */
export const INGESTED_AT = Date.parse('2030-01-01T00:00:00.000Z');

let sequence = 0;

export interface RawDocument {
  readonly id: string;
  readonly source: Fields;
}

interface RawOptions {
  /** Call id. */
  readonly call: string;
  readonly leg?: string;
  readonly revision?: number;
  readonly fields?: Fields;
}

/**
 * A record as the ingest pipelines leave it: an answered inbound call of one minute to extension 1001, without a stated
 * direction. Each record comes in one millisecond after the one before.
 */
export const buildRaw = ({
  call,
  leg = '0',
  revision = 1,
  fields = {},
}: RawOptions): RawDocument => {
  sequence += 1;
  const source: Fields = merge(
    {
      '@timestamp': '2029-12-20T10:00:00.000Z',
      event: {
        kind: 'event',
        provider: 'asterisk_cdr',
        id: call,
        start: '2029-12-20T10:00:00.000Z',
        end: '2029-12-20T10:01:10.000Z',
        duration: 70_000_000_000,
        ingested: new Date(INGESTED_AT + sequence).toISOString(),
        action: 'call-answered',
        outcome: 'success',
      },
      vishing: {
        site: { id: 'berlin', country: 'US' },
        call: {
          id: call,
          leg,
          leg_type: 'leg',
          revision,
          answered: true,
          talk_seconds: 60,
          ring_seconds: 10,
        },
        caller: { number: '2025550142' },
        callee: { number: '1001', extension: '1001' },
      },
    },
    fields
  );
  return { id: `${call}-${leg}-${revision}`, source };
};

/** Start, end and times of a record, `startMs` after 1970. */
export const rawTimes = (startMs: number, { ring = 10, talk = 60 } = {}): Fields => {
  const start = new Date(startMs).toISOString();
  const end = new Date(startMs + (ring + talk) * 1000).toISOString();
  return {
    '@timestamp': start,
    event: { start, end, duration: (ring + talk) * 1e9 },
    vishing: { call: { talk_seconds: talk, ring_seconds: ring } },
  };
};

/** What a record says about a call that nobody answered. */
export const notAnswered: Fields = {
  event: { action: 'call-missed', outcome: 'failure' },
  vishing: { call: { answered: false, talk_seconds: 0 } },
};

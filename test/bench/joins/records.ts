import { toRawRecord, type RawRecord } from '../../../server/resolver/raw_record';
import type { Random } from '../../../standalone/generator/random';
import type { Worker } from './company';
import { outsideNumber, type BenchSite, type Names } from './sites';
import { anyCase, writtenAccount, writtenNumber } from './spellings';

export interface Side {
  readonly number?: string;
  readonly extension?: string;
  readonly display_name?: string;
  readonly device?: string;
  readonly tenant?: string;
  readonly user?: Readonly<{ id?: string; name?: string; email?: string; full_name?: string }>;
}

export interface Leg {
  readonly caller: Side;
  readonly callee: Side;
  readonly answered?: boolean;
}

export interface BenchCall {
  readonly site: BenchSite;
  readonly startMs: number;
  readonly direction?: 'inbound' | 'outbound' | 'internal';
  readonly legs: readonly Leg[];
  /** The shipper sends no settings of the place. */
  readonly siteUnknown?: boolean;
}

const toSource = (call: BenchCall, leg: Leg, ids: { call: string; leg: number }): unknown => {
  const { answered = true, caller, callee } = leg;
  const startMs = call.startMs + ids.leg * 12_000;
  const side = ({ number, user }: Side) => ({ address: number, user });
  const party = ({ user: _user, ...rest }: Side) => rest;
  const { id: _id, ...withoutId } = call.site.settings;
  return {
    '@timestamp': new Date(startMs).toISOString(),
    event: {
      kind: 'event',
      provider: call.site.provider,
      id: ids.call,
      start: new Date(startMs).toISOString(),
      end: new Date(startMs + 70_000).toISOString(),
      duration: 70_000_000_000,
      action: answered ? 'call-answered' : 'call-missed',
      outcome: answered ? 'success' : 'failure',
    },
    source: side(caller),
    destination: side(callee),
    network: { direction: call.direction },
    vishing: {
      site: call.siteUnknown ? withoutId : call.site.settings,
      call: {
        id: ids.call,
        leg: String(ids.leg),
        leg_type: 'leg',
        revision: 1,
        direction: call.direction,
        answered,
        talk_seconds: answered ? 60 : 0,
        ring_seconds: 10,
      },
      caller: party(caller),
      callee: party(callee),
    },
  };
};

/** The records of a call, as the ingest pipelines leave them. */
export const toRecords = (call: BenchCall, callId: string): RawRecord[] =>
  call.legs.flatMap((leg, index) => {
    const source = toSource(call, leg, { call: callId, leg: index });
    return toRawRecord(`${callId}-${index}`, source) ?? [];
  });

/** A stranger as a trunk shows one. */
export const stranger = (random: Random, site: BenchSite): Side => ({
  number: random.chance(0.03) ? 'anonymous' : writtenNumber(random, outsideNumber(random), site),
});

/** A person as the phone system of their site names one. */
export const named = (random: Random, worker: Worker, by: Names): Side => {
  const { extension, direct, site } = worker;
  switch (by) {
    case 'number':
      if (direct) return { number: writtenNumber(random, direct, site) };
      return named(random, worker, site.provider === 'ms_teams' ? 'object_id' : 'extension');
    case 'account':
      return {
        number: extension,
        extension,
        device: `SEP${random.hex(12).toUpperCase()}`,
        user: { name: writtenAccount(random, worker.account, worker.domain) },
      };
    case 'address': {
      const address = anyCase(random, random.chance(0.8) ? worker.upn : worker.alias);
      return {
        display_name: worker.fullName,
        user: random.chance(0.5) ? { email: address } : { name: address },
      };
    }
    case 'object_id':
      return {
        number: direct && `${direct.slice(0, -3)}***`,
        display_name: worker.fullName,
        user: { id: anyCase(random, worker.objectId), full_name: worker.fullName },
      };
    default:
      return random.chance(0.5) ? { number: extension, extension } : { number: extension };
  }
};

/** A person as the records of their site usually name one. */
export const usually = (random: Random, worker: Worker): Side =>
  named(random, worker, random.weighted(worker.site.names));

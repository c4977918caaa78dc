import type { Client } from '@elastic/elasticsearch';
import { personSchema, type Person } from '../../common/model/person';
import { fill } from './bench_stream';

const PEOPLE = 2_000;
const OUTSIDE_NUMBERS = 40_000;
const DAY_MS = 86_400_000;
/** Calls of a big company in three months. */
const FROM_MS = Date.parse('2026-01-05T07:00:00.000Z');
const SPAN_MS = 90 * DAY_MS;
const BATCH = 10_000;
/** Every so many calls one rang at a second phone first. */
const TWO_LEGS_EVERY = 6;

const extensionOf = (person: number): string => String(10_000 + person);

/** The company's directory. */
export const generatePeople = (): Person[] =>
  Array.from({ length: PEOPLE }, (_, person) =>
    personSchema.parse({
      id: `person-${person}`,
      full_name: `Person ${person}`,
      upn: `person.${person}@example.com`,
      emails: [`person.${person}@example.com`],
      account_names: [`person${person}`],
      extensions: [extensionOf(person)],
      hosts: [`pc-${person}`],
      roles: person % 50 === 0 ? ['help_desk'] : [],
    })
  );

/** Mixes the order, so that neighbours differ. */
const spread = (index: number, factor: number, count: number): number => (index * factor) % count;

interface Leg {
  readonly call: number;
  readonly calls: number;
  readonly leg: number;
  readonly answered: boolean;
}

/** A record as the pipelines leave it. */
const recordOf = ({ call, calls, leg, answered }: Leg): string => {
  const startMs = FROM_MS + Math.floor((call / calls) * SPAN_MS) + leg * 8_000;
  const ring = 4 + (call % 20);
  const talk = answered ? 20 + (call % 600) : 0;
  const start = new Date(startMs).toISOString();
  const end = new Date(startMs + (ring + talk) * 1000).toISOString();
  // A few numbers call often, most of them seldom.
  const often = call % 5 === 0;
  const number =
    2_025_550_000 + (often ? spread(call, 31, 200) : spread(call, 7919, OUTSIDE_NUMBERS));
  const extension = extensionOf(spread(call, 104_729, PEOPLE) + 0);
  const outbound = call % 4 === 0;
  const outside = { number: `+1${number}` };
  const inside = { number: extension, extension, device: `SEP0000${extension}` };
  return JSON.stringify({
    '@timestamp': start,
    event: {
      ...{ kind: 'event', module: 'vishing', dataset: 'vishing.call', provider: 'cisco_cucm' },
      ...{
        category: ['network', 'session'],
        type: ['connection', 'end'],
        id: `StandAloneCluster-1-${call}`,
      },
      ...{ start, end, duration: (ring + talk) * 1e9, ingested: end },
      action: answered ? 'call-answered' : 'call-missed',
      outcome: answered ? 'success' : 'failure',
    },
    source: { address: outbound ? extension : outside.number },
    destination: { address: outbound ? outside.number : extension },
    network: { direction: outbound ? 'outbound' : 'inbound', protocol: 'sip' },
    observer: { vendor: 'Cisco', product: 'Unified Communications Manager' },
    vishing: {
      site: { id: 'campus', country: 'US', timezone: 'America/New_York' },
      call: {
        ...{ id: `bench${call}`, leg: `leg-${leg}`, leg_type: 'leg', revision: 1 },
        direction: outbound ? 'outbound' : 'inbound',
        ...{ answered, talk_seconds: talk, ring_seconds: ring, media: ['audio'] },
        ...{ hangup_cause: answered ? 'normal_clearing' : 'no_answer', hangup_by: 'caller' },
      },
      caller: outbound ? inside : outside,
      callee: outbound ? outside : inside,
    },
  });
};

/** Stores the records of calls as the pipelines would have left them. @returns how many records */
export const storeGeneratedCalls = async (es: Client, calls: number): Promise<number> => {
  let texts: string[] = [];
  let records = 0;
  for (let call = 0; call < calls; call += 1) {
    const answered = call % 7 !== 0;
    if (call % TWO_LEGS_EVERY === 0) texts.push(recordOf({ call, calls, leg: 0, answered: false }));
    texts.push(recordOf({ call, calls, leg: 1, answered }));
    if (texts.length < BATCH && call < calls - 1) continue;
    await fill(es, texts, '_none');
    records += texts.length;
    texts = [];
  }
  return records;
};

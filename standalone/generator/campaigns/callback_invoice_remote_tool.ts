import { withRole, type Employee } from '../company';
import {
  browserDownload,
  connectionEnd,
  dnsLookup,
  processStart,
  type EndpointContext,
} from '../host_events/endpoint';
import type { HostEvent } from '../host_events/host_event';
import { mailDelivered } from '../host_events/mail';
import { EDGE, winScp, zohoAssist } from '../host_events/programs';
import { serviceInstalled } from '../host_events/windows';
import { HOUR_MS, MINUTE_MS } from '../local_time';
import type { Random } from '../random';
import { AUSTIN } from '../sites';
import type { Campaign, CampaignContext } from './campaign';

const CALL_BEFORE_NOW_MS = 160 * MINUTE_MS;
const CALLBACK_NUMBER = '+12025550147';
const SENDER = 'billing@renewal-desk.example.net';
const SUBJECT = 'Invoice 8841-2207: your yearly protection plan renews today, call to cancel';

/** The victim follows the voice: support page, client, remote session, copy-out within the hour. */
const followed = (
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
  const client = zohoAssist(victim.account);
  const copier = winScp(victim.account);
  const service = { random, host: victim.host, sid: victim.sid, timeMs: at(9).timeMs };
  return [
    dnsLookup(at(3), EDGE, 'assist.zoho.com'),
    browserDownload(at(4), EDGE, {
      name: client.name,
      folder: `C:\\Users\\${victim.account}\\Downloads`,
      originUrl: 'https://assist.zoho.com/join',
      size: 2_311_040,
    }),
    processStart(at(5.2), client),
    dnsLookup(at(5.4), client, 'gateway.zohoassist.com'),
    serviceInstalled(
      service,
      'Syncro',
      'C:\\Program Files\\RepairTech\\Syncro\\Syncro.Service.exe'
    ),
    processStart(at(25), copier),
    connectionEnd(at(58), copier, { address: '203.0.113.50', port: 22, sentBytes: 812_440_112 }),
  ];
};

/** An invoice mail without any link, the victim's own call a day later, a remote tool during the call, then copy-out. */
export const callbackInvoiceRemoteTool = ({
  random,
  company,
  nowMs,
}: CampaignContext): Campaign => {
  const victim = withRole(company, 'finance', AUSTIN).find(
    ({ roles }) => !roles.includes('executive')
  );
  if (victim?.host === undefined) throw new Error('The company has nobody in Austin finance.');
  const callStartMs = nowMs - CALL_BEFORE_NOW_MS;
  const id = 'callback_invoice_remote_tool';
  return {
    id,
    callStartMs,
    people: [victim],
    calls: [
      {
        startMs: callStartMs,
        ringSeconds: 4,
        talkSeconds: 14 * 60 + 21,
        outcome: 'answered',
        direction: 'outbound',
        employee: victim,
        other: { kind: 'number', number: CALLBACK_NUMBER },
        label: id,
      },
    ],
    events: [
      mailDelivered(random, {
        timeMs: callStartMs - 26 * HOUR_MS,
        from: SENDER,
        to: victim,
        subject: SUBJECT,
      }),
      ...followed(random, { ...victim, host: victim.host }, callStartMs),
    ],
    quiet: [
      { employee: victim, fromMs: callStartMs - 20 * MINUTE_MS, toMs: callStartMs + HOUR_MS },
    ],
  };
};

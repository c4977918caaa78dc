import { withRole, type Employee } from '../company';
import { entraAudit, entraSignIn } from '../host_events/entra';
import type { HostEvent } from '../host_events/host_event';
import { officeEvent } from '../host_events/office';
import { officeOf, RENTED_SERVER } from '../host_events/places';
import { HOUR_MS, MINUTE_MS } from '../local_time';
import type { Random } from '../random';
import { BERLIN, LONDON } from '../sites';
import type { Campaign, CampaignContext } from './campaign';

const CALL_BEFORE_NOW_MS = 190 * MINUTE_MS;
const CALLER = '+491713920042';
const FILES = 38;

/** The agent resets password and factors; the caller registers a new phone and signs in from a rented server. */
const takeOver = (
  random: Random,
  agent: Employee,
  target: Employee,
  callStartMs: number
): HostEvent[] => {
  const at = (minutes: number): number => callStartMs + Math.round(minutes * MINUTE_MS);
  const desk = { actor: agent, target, place: officeOf(agent.site) };
  const thief = { actor: target, target, place: RENTED_SERVER };
  const mailbox = { workload: 'Exchange', user: target } as const;
  return [
    entraAudit(random, { ...desk, operation: 'Reset password (by admin)', timeMs: at(6) }),
    entraAudit(random, {
      ...desk,
      operation: 'User deleted security info',
      timeMs: at(8),
      reason: 'Admin deleted phone method',
    }),
    entraAudit(random, {
      ...thief,
      operation: 'User registered security info',
      timeMs: at(11),
      reason: 'User registered Authenticator App',
    }),
    entraSignIn(random, { timeMs: at(13), user: target, place: RENTED_SERVER }),
    officeEvent(random, {
      ...mailbox,
      action: 'New-InboxRule',
      timeMs: at(30),
      audit: { Parameters: { Name: '.', SubjectContainsWords: 'security', DeleteMessage: 'True' } },
    }),
    officeEvent(random, {
      ...mailbox,
      action: 'HardDelete',
      timeMs: at(33),
      audit: { AffectedItems: [{ Subject: 'Your security info was changed' }] },
    }),
    ...Array.from({ length: FILES }, () =>
      officeEvent(random, {
        action: 'FileDownloaded',
        workload: 'SharePoint',
        timeMs: at(85 + random.int(0, 1_200) / 100),
        user: target,
        audit: { SourceFileName: `forecast_${random.int(100, 999)}.xlsx` },
      })
    ),
  ];
};

/** A caller talks the help desk into a reset for a finance manager at another site and takes the account over. */
export const helpdeskResetSignin = ({ random, company, nowMs }: CampaignContext): Campaign => {
  const [agent, ...others] = withRole(company, 'help_desk', BERLIN);
  const target = withRole(company, 'finance', LONDON).find(({ privileged }) => privileged);
  if (agent === undefined || target === undefined)
    throw new Error('The company lacks a help desk.');
  const callStartMs = nowMs - CALL_BEFORE_NOW_MS;
  const id = 'helpdesk_reset_signin';
  return {
    id,
    callStartMs,
    people: [agent, target],
    calls: [
      {
        startMs: callStartMs,
        ringSeconds: 14,
        talkSeconds: 9 * 60 + 12,
        outcome: 'answered',
        direction: 'inbound',
        employee: agent,
        other: { kind: 'number', number: CALLER },
        queue: { rangBefore: others.slice(0, 1) },
        label: id,
      },
    ],
    events: takeOver(random, agent, target, callStartMs),
    quiet: [
      { employee: agent, fromMs: callStartMs - 20 * MINUTE_MS, toMs: callStartMs + HOUR_MS },
      { employee: target, fromMs: callStartMs, toMs: callStartMs + 2 * HOUR_MS },
    ],
  };
};

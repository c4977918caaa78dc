import type { Employee } from '../company';
import { MINUTE_MS, toIso } from '../local_time';
import type { Random } from '../random';
import { EMAIL_DOMAIN, TENANT_ID } from '../sites';
import { toHostEvent, type HostEvent } from './host_event';
import { sourceOf, type Place } from './places';

/** Microsoft Entra sign-in log: an interactive sign-in. */
export const entraSignIn = (
  random: Random,
  {
    timeMs,
    user,
    place,
    outcome = 'success',
  }: { timeMs: number; user: Employee; place: Place; outcome?: 'success' | 'failure' }
): HostEvent =>
  toHostEvent({
    dataset: 'azure.signinlogs',
    id: random.uuid(),
    timeMs,
    delayMs: random.int(2, 5) * MINUTE_MS,
    event: { action: 'Sign-in activity', category: ['authentication'], type: ['info'], outcome },
    fields: {
      cloud: { provider: 'azure' },
      source: sourceOf(place),
      client: { ip: place.ip },
      user: {
        id: user.entraId,
        name: user.account,
        domain: EMAIL_DOMAIN,
        full_name: user.fullName,
      },
      related: { ip: [place.ip] },
      azure: {
        tenant_id: TENANT_ID,
        signinlogs: {
          category: 'SignInLogs',
          operation_name: 'Sign-in activity',
          identity: user.fullName,
          result_type: outcome === 'success' ? '0' : '50126',
          properties: {
            app_display_name: 'Office 365 Exchange Online',
            client_app_used: 'Browser',
            authentication_protocol: 'none',
            risk_level_during_signin: 'none',
            user_id: user.entraId,
            user_principal_name: user.upn,
            user_display_name: user.fullName,
            status: { error_code: outcome === 'success' ? 0 : 50126 },
            device_detail: { operating_system: 'Windows', browser: 'Edge 130' },
          },
        },
      },
    },
  });

/**
 * Microsoft Entra directory audit. There is no ECS user: the actor stands in `initiated_by`, the person it is
 * done to in `target_resources`, which is an object with the keys "0", "1", ...
 */
export const entraAudit = (
  random: Random,
  occurrence: {
    operation: string;
    timeMs: number;
    actor: Employee;
    target: Employee;
    place: Place;
    reason?: string;
  }
): HostEvent => {
  const { operation, timeMs, actor, target, place, reason = '' } = occurrence;
  return toHostEvent({
    dataset: 'azure.auditlogs',
    id: random.uuid(),
    timeMs,
    delayMs: random.int(2, 5) * MINUTE_MS,
    event: { action: operation, outcome: 'success' },
    fields: {
      cloud: { provider: 'azure' },
      azure: {
        tenant_id: TENANT_ID,
        auditlogs: {
          category: 'AuditLogs',
          operation_name: operation,
          identity: actor.fullName,
          properties: {
            activity_datetime: toIso(timeMs),
            activity_display_name: operation,
            category: 'UserManagement',
            logged_by_service: operation.includes('security info')
              ? 'Authentication Methods'
              : 'Core Directory',
            result: 'success',
            result_reason: reason,
            initiated_by: {
              user: {
                id: actor.entraId,
                userPrincipalName: actor.upn,
                displayName: actor.fullName,
                ipAddress: place.ip,
              },
            },
            target_resources: {
              '0': {
                id: target.entraId,
                type: 'User',
                display_name: target.fullName,
                user_principal_name: target.upn,
              },
            },
          },
        },
      },
    },
  });
};

import type { Employee } from '../company';
import { MINUTE_MS, toIso } from '../local_time';
import type { Random } from '../random';
import { EMAIL_DOMAIN, TENANT_ID, TENANT_NAME } from '../sites';
import { toHostEvent, type HostEvent } from './host_event';

interface OfficeUser {
  readonly upn: string;
}

/** One document of the Microsoft 365 audit log; `host.name` is the tenant, not a computer. */
export const officeEvent = (
  random: Random,
  occurrence: {
    action: string;
    workload: 'MicrosoftTeams' | 'Exchange' | 'SharePoint' | 'OneDrive';
    timeMs: number;
    /** Minutes until the log delivers it. */
    delayMinutes?: number;
    user: OfficeUser;
    audit?: Readonly<Record<string, unknown>>;
    /** Other people whom the event names; the integration lists them in `related.user`. */
    others?: readonly string[];
  }
): HostEvent => {
  const {
    action,
    workload,
    timeMs,
    user,
    audit = {},
    others = [],
    delayMinutes = random.int(5, 30),
  } = occurrence;
  const [name = '', domain = EMAIL_DOMAIN] = user.upn.split('@');
  return toHostEvent({
    dataset: 'o365.audit',
    id: random.uuid(),
    timeMs,
    delayMs: delayMinutes * MINUTE_MS,
    event: {
      action,
      provider: workload,
      code: workload,
      category: ['web'],
      type: ['info'],
      outcome: 'success',
    },
    fields: {
      host: { id: TENANT_ID, name: TENANT_NAME },
      organization: { id: TENANT_ID, name: TENANT_NAME },
      user: { id: user.upn, email: user.upn, name, domain },
      related: { user: [...others, user.upn, name] },
      o365: {
        audit: {
          CreationTime: toIso(timeMs).slice(0, 19),
          UserId: user.upn,
          UserType: '0',
          Version: '1',
          ...audit,
        },
      },
    },
  });
};

/** Somebody of another tenant opens a chat with one of our people. */
export const externalChat = (
  random: Random,
  {
    timeMs,
    delayMinutes,
    from,
    to,
  }: {
    timeMs: number;
    delayMinutes?: number;
    from: { upn: string; displayName: string; tenantId: string };
    to: Employee;
  }
): HostEvent =>
  officeEvent(random, {
    action: 'ChatCreated',
    workload: 'MicrosoftTeams',
    timeMs,
    delayMinutes,
    user: { upn: from.upn },
    others: [to.upn],
    audit: {
      RecordType: '25',
      CommunicationType: 'OneOnOne',
      ChatThreadId: `19:${random.uuid()}_${random.uuid()}@unq.gbl.spaces`,
      ParticipantInfo: {
        HasForeignTenantUsers: true,
        HasGuestUsers: false,
        HasOtherGuestUsers: false,
        HasUnauthenticatedUsers: false,
        ParticipatingTenantIds: [from.tenantId, TENANT_ID],
      },
      Members: [
        { DisplayName: from.displayName, UPN: from.upn, OrganizationId: from.tenantId, Role: 0 },
        { DisplayName: to.fullName, UPN: to.upn, OrganizationId: TENANT_ID, Role: 0 },
      ],
    },
  });

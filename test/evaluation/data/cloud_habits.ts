import { externalChat, officeEvent } from '../../../standalone/generator/host_events/office';
import { officeOf } from '../../../standalone/generator/host_events/places';
import type { PersonDay, Traces } from './base_rates';
import { consentGranted, deviceCodeSignIn } from './more_events';

const APPS = ['Miro', 'Calendly', 'Grammarly', 'Zoom', 'Notion', 'Adobe Acrobat'];
/** Lets a well-known app read the account. */
export const consent = ({ random, employee }: PersonDay, timeMs: number): Traces => ({
  events: [
    consentGranted(random, {
      timeMs,
      user: employee,
      app: random.pick(APPS),
      place: officeOf(employee.site),
    }),
  ],
});

/** Signs a command line program or a meeting room in. */
export const deviceCode = ({ random, employee }: PersonDay, timeMs: number): Traces => ({
  events: [deviceCodeSignIn(random, { timeMs, user: employee, place: officeOf(employee.site) })],
});

const NOTICES = [
  'New sign-in to your account',
  'Your verification code',
  'Your MFA method changed',
];
/** A tidy person deletes a notice. */
export const deletedNotice = ({ random, employee }: PersonDay, timeMs: number): Traces => ({
  events: [
    officeEvent(random, {
      action: random.chance(0.7) ? 'MoveToDeletedItems' : 'SoftDelete',
      workload: 'Exchange',
      timeMs,
      user: employee,
      audit: { AffectedItems: [{ Subject: random.pick(NOTICES) }] },
    }),
  ],
});

/** Sorts newsletters away. */
export const inboxRule = ({ random, employee }: PersonDay, timeMs: number): Traces => ({
  events: [
    officeEvent(random, {
      action: 'New-InboxRule',
      workload: 'Exchange',
      timeMs,
      user: employee,
      audit: { Parameters: { Name: 'Newsletters', MoveToFolder: 'Newsletters' } },
    }),
  ],
});

/** A partner of another tenant opens a chat. */
export const partnerChat = ({ random, employee }: PersonDay, timeMs: number): Traces => {
  const partner = random.int(1, 40);
  // A few partners call their service "support" too.
  const displayName = random.chance(0.03) ? 'Partner Support' : `Partner Person ${partner}`;
  const upn = `person${random.int(1, 9)}@partner${partner}.example.org`;
  const tenantId = `3f8d1b52-0c64-4e5e-a3de-61d2b7a9${String(partner).padStart(4, '0')}`;
  return {
    events: [externalChat(random, { timeMs, from: { upn, displayName, tenantId }, to: employee })],
  };
};

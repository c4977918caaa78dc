import type { Company, Employee } from '../../../standalone/generator/company';
import { processStart } from '../../../standalone/generator/host_events/endpoint';
import { entraAudit } from '../../../standalone/generator/host_events/entra';
import { officeOf } from '../../../standalone/generator/host_events/places';
import {
  MSIEXEC,
  SCREENCONNECT_SERVICE,
  SERVICES,
} from '../../../standalone/generator/host_events/programs';
import {
  productInstalled,
  serviceInstalled,
} from '../../../standalone/generator/host_events/windows';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../standalone/generator/local_time';
import { answeredCall } from '../../../standalone/generator/near_misses/near_miss';
import type { Random } from '../../../standalone/generator/random';
import { joinScenes, type Scene } from '../../../standalone/generator/scene';
import { AUSTIN, BERLIN, LONDON, SITES } from '../../../standalone/generator/sites';
import { RANGES } from './numbers';

/** A day of nothing but noise, from midnight UTC on. */
export type NoiseDay = (random: Random, company: Company, dayMs: number) => Scene;

/** The new service provider installs its agent on every computer of a site, and calls many of the people for it. */
const providerRollout: NoiseDay = (random, company, dayMs) => {
  const people = company.employees.filter(
    ({ site, host }) => site === AUSTIN && host !== undefined
  );
  const called = random.shuffle(people).slice(0, Math.ceil(people.length / 10));
  const installed = people.flatMap((person) => {
    const { host = '' } = person;
    const timeMs = dayMs + 14 * HOUR_MS + random.int(0, 6 * 60) * MINUTE_MS;
    const at = { random, host, account: 'system' as const, timeMs };
    const log = { random, host, sid: 'S-1-5-18', timeMs: timeMs + 9 * SECOND_MS };
    return [
      processStart(at, MSIEXEC, { parent: SERVICES, args: '/i agent.msi /qn' }),
      serviceInstalled(log, 'ScreenConnect Client (77aa20c1)', SCREENCONNECT_SERVICE.executable),
      productInstalled(log, 'ScreenConnect Client'),
      processStart({ ...at, timeMs: timeMs + 12 * SECOND_MS }, SCREENCONNECT_SERVICE, {
        parent: SERVICES,
      }),
    ];
  });
  const calls = called.map((employee, nth) =>
    answeredCall('provider_rollout', {
      startMs: dayMs + 14 * HOUR_MS + nth * 7 * MINUTE_MS,
      talkSeconds: random.int(70, 300),
      direction: 'inbound',
      employee,
      other: { kind: 'number', number: '+19725550144' },
    })
  );
  return { calls, events: installed, quiet: [] };
};

const resetBy = (random: Random, agent: Employee, target: Employee, timeMs: number) =>
  entraAudit(random, {
    operation: 'Reset password (by admin)',
    timeMs,
    actor: agent,
    target,
    place: officeOf(agent.site),
  });

/** Monday after a change of the password rules: a reset every few minutes, most after a call from the desk, some from outside. */
const helpDeskRush: NoiseDay = (random, company, dayMs) => {
  const agents = company.employees.filter(({ roles }) => roles.includes('help_desk'));
  const people = random
    .shuffle(company.employees.filter(({ site, roles }) => site === BERLIN && roles.length === 0))
    .slice(0, 60);
  const rush = people.map((person, nth): Scene => {
    const agent = random.pick(agents);
    const startMs = dayMs + 7 * HOUR_MS + nth * 6 * MINUTE_MS;
    const outside = nth % 10 === 0;
    return {
      calls: [
        answeredCall('help_desk_rush', {
          startMs,
          talkSeconds: random.int(90, 320),
          direction: outside ? 'inbound' : 'internal',
          employee: agent,
          other: outside
            ? { kind: 'number', number: random.pick(RANGES)(random) }
            : { kind: 'employee', employee: person },
        }),
      ],
      events: [resetBy(random, agent, person, startMs + 2 * MINUTE_MS)],
      quiet: [],
    };
  });
  return joinScenes(rush);
};

/** Forty people begin in a new office: factors, devices and many calls with numbers that nobody knew. */
const newOffice: NoiseDay = (random, company, dayMs) => {
  const people = random
    .shuffle(company.employees.filter(({ site, roles }) => site === LONDON && roles.length === 0))
    .slice(0, 40);
  return joinScenes(
    people.map((person): Scene => {
      const startMs = dayMs + 8 * HOUR_MS + random.int(0, 7 * 60) * MINUTE_MS;
      const audit = { actor: person, target: person, place: officeOf(LONDON) };
      return {
        calls: [
          answeredCall('new_office', {
            startMs: startMs + random.int(-300, 300) * MINUTE_MS,
            talkSeconds: random.int(40, 500),
            direction: random.chance(0.5) ? 'inbound' : 'outbound',
            employee: person,
            other: { kind: 'number', number: random.pick(RANGES)(random) },
          }),
        ],
        events: [
          entraAudit(random, {
            ...audit,
            operation: 'User registered security info',
            timeMs: startMs,
            reason: 'User registered Authenticator App',
          }),
          entraAudit(random, {
            ...audit,
            operation: 'Register device',
            timeMs: startMs + 6 * MINUTE_MS,
          }),
        ],
        quiet: [],
      };
    })
  );
};

export const NOISE_DAYS: Readonly<Record<string, NoiseDay>> = {
  provider_rollout: providerRollout,
  help_desk_rush: helpDeskRush,
  new_office: newOffice,
};

/** One number tries four to seven people of a site, as robots do every few days. */
export const robotTour: NoiseDay = (random, company, dayMs) => {
  const site = random.pick(SITES);
  const people = random
    .shuffle(company.employees.filter((person) => person.site === site))
    .slice(0, random.int(4, 7));
  const other = { kind: 'number', number: random.pick(RANGES)(random) } as const;
  const startMs = dayMs + 10 * HOUR_MS + random.int(0, DAY_MS / 6);
  return {
    calls: people.map((employee, nth) => {
      const answered = random.chance(0.2);
      return {
        startMs: startMs + nth * 4 * MINUTE_MS,
        ringSeconds: 20,
        talkSeconds: answered ? random.int(3, 12) : 0,
        outcome: answered ? ('answered' as const) : ('no_answer' as const),
        direction: 'inbound' as const,
        employee,
        other,
        label: 'robot_tour',
      };
    }),
    events: [],
    quiet: [],
  };
};

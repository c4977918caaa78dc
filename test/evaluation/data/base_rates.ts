import type { Company, Employee } from '../../../standalone/generator/company';
import type { GeneratedCall } from '../../../standalone/generator/generated_call';
import { processStart } from '../../../standalone/generator/host_events/endpoint';
import { entraAudit, entraSignIn } from '../../../standalone/generator/host_events/entra';
import type { HostEvent } from '../../../standalone/generator/host_events/host_event';
import { oktaEvent } from '../../../standalone/generator/host_events/okta';
import { HOTEL_ABROAD, officeOf } from '../../../standalone/generator/host_events/places';
import {
  CMD,
  CURL,
  NET,
  QUICK_ASSIST,
  SCREENCONNECT_CLIENT,
  SYSTEMINFO,
  TEAMVIEWER,
  WHOAMI,
  winScp,
} from '../../../standalone/generator/host_events/programs';
import { quickAssistSession } from '../../../standalone/generator/host_events/windows';
import {
  dayFactor,
  drawWorkingTime,
  MINUTE_MS,
  type LocalDay,
} from '../../../standalone/generator/local_time';
import { answeredCall } from '../../../standalone/generator/near_misses/near_miss';
import type { Random } from '../../../standalone/generator/random';
import { AUSTIN, BERLIN } from '../../../standalone/generator/sites';
import { consent, deletedNotice, deviceCode, inboxRule, partnerChat } from './cloud_habits';
import { anyDesk } from './more_events';

/** One person's working day. */
export interface PersonDay {
  readonly random: Random;
  readonly company: Company;
  readonly employee: Employee;
  readonly day: LocalDay;
}

/** What a habit leaves behind. */
export interface Traces {
  readonly calls?: readonly GeneratedCall[];
  readonly events: readonly HostEvent[];
}

interface Habit {
  /** Times a person and working month of 21 days. */
  readonly perMonth: (employee: Employee) => number;
  readonly happen: (personDay: PersonDay, timeMs: number) => Traces;
}

const isTechnical = ({ department }: Employee): boolean =>
  department === 'IT' || department === 'Engineering';
const serial = ({ id }: Employee): number => Number(id.slice(1));
const helpDeskAgent = ({ random, company }: PersonDay): Employee =>
  random.pick(company.employees.filter(({ roles }) => roles.includes('help_desk')));

/** The real help desk takes over with the tool of the company, now and then with Quick Assist, mostly after an internal call. */
const supportSession = (personDay: PersonDay, timeMs: number): Traces => {
  const { random, employee } = personDay;
  const { host } = employee;
  if (host === undefined || employee.department === 'IT') return { events: [] };
  const agent = helpDeskAgent(personDay);
  const calls =
    employee.site === BERLIN && random.chance(0.7)
      ? [
          answeredCall('ordinary', {
            startMs: timeMs - 5 * MINUTE_MS,
            talkSeconds: random.int(240, 1_500),
            direction: 'internal',
            employee,
            other: { kind: 'employee', employee: agent },
          }),
        ]
      : [];
  const context = { random, host, account: employee, timeMs };
  if (random.chance(0.8)) return { calls, events: [processStart(context, SCREENCONNECT_CLIENT)] };
  const session = { startMs: timeMs + 2 * MINUTE_MS, endMs: timeMs + 20 * MINUTE_MS };
  return {
    calls,
    events: [
      processStart(context, QUICK_ASSIST),
      ...quickAssistSession(random, { ...employee, host }, session),
    ],
  };
};

const ownTool = ({ random, employee }: PersonDay, timeMs: number): Traces => {
  const { host, account } = employee;
  if (host === undefined) return { events: [] };
  const tool = serial(employee) % 2 === 0 ? TEAMVIEWER : anyDesk(account);
  return { events: [processStart({ random, host, account: employee, timeMs }, tool)] };
};

/** The number of a person's own mobile phone: the help desk sees it again and again, the directory does not know it. */
const mobileOf = ({ id }: Employee): string =>
  `+49221471${String(Number(id.slice(1)) % 1000).padStart(4, '0')}`;

/** A forgotten password: a call to the help desk from the desk, or one in ten from the person's own mobile, then the reset. */
const passwordReset = (personDay: PersonDay, timeMs: number): Traces => {
  const { random, employee } = personDay;
  const agent = helpDeskAgent(personDay);
  if (agent.id === employee.id) return { events: [] };
  const mobile = random.chance(0.1);
  const call =
    mobile || employee.site === BERLIN
      ? answeredCall('ordinary', {
          startMs: timeMs,
          talkSeconds: random.int(150, 500),
          direction: mobile ? 'inbound' : 'internal',
          employee: agent,
          other: mobile
            ? { kind: 'number', number: mobileOf(employee) }
            : { kind: 'employee', employee },
        })
      : undefined;
  return {
    calls:
      call === undefined ? [] : [{ ...call, ...(mobile ? { queue: { rangBefore: [] } } : {}) }],
    events: [
      entraAudit(random, {
        operation: 'Reset password (by admin)',
        timeMs: timeMs + 2 * MINUTE_MS,
        actor: agent,
        target: employee,
        place: officeOf(agent.site),
      }),
      entraAudit(random, {
        operation: 'Change user password',
        timeMs: timeMs + 5 * MINUTE_MS,
        actor: employee,
        target: employee,
        place: officeOf(employee.site),
      }),
    ],
  };
};

const newFactor = ({ random, employee }: PersonDay, timeMs: number): Traces => {
  const place = officeOf(employee.site);
  const event =
    employee.site === AUSTIN
      ? oktaEvent(random, { action: 'user.mfa.factor.activate', timeMs, actor: employee, place })
      : entraAudit(random, {
          operation: 'User registered security info',
          timeMs,
          actor: employee,
          target: employee,
          place,
          reason: 'User registered Authenticator App',
        });
  return { events: [event] };
};

const newDevice = ({ random, employee }: PersonDay, timeMs: number): Traces => ({
  events: [
    entraAudit(random, {
      operation: 'Register device',
      timeMs,
      actor: employee,
      target: employee,
      place: officeOf(employee.site),
    }),
  ],
});

const signInAway = ({ random, employee }: PersonDay, timeMs: number): Traces => ({
  events: [
    employee.site === AUSTIN
      ? oktaEvent(random, {
          action: 'user.session.start',
          timeMs,
          actor: employee,
          place: HOTEL_ABROAD,
        })
      : entraSignIn(random, { timeMs, user: employee, place: HOTEL_ABROAD }),
  ],
});

const commandLine = ({ random, employee }: PersonDay, timeMs: number): Traces => {
  const { host, account } = employee;
  if (host === undefined) return { events: [] };
  const program = random.weighted([
    [CURL, 5],
    [WHOAMI, 2],
    [NET, 2],
    [SYSTEMINFO, 1],
    [winScp(account), 2],
  ]);
  return {
    events: [processStart({ random, host, account: employee, timeMs }, program, { parent: CMD })],
  };
};

/**
 * How often ordinary work looks like a step of an attack. Sources: legitimate remote support 0.3 sessions a person and month, IT
 * 3 to 6 a day, 1 to 2 of 100 computers with a tool of their own (Claroty 2024), new factors 1 to 2 of 100 people a month, a
 * ticket a person and month of which 20 to 50 of 100 are resets; the rest is assumed.
 */
const HABITS: readonly Habit[] = [
  { perMonth: () => 0.3, happen: supportSession },
  { perMonth: ({ department }) => (department === 'IT' ? 80 : 0), happen: ownTool },
  {
    perMonth: (person) => (serial(person) % 67 === 0 && person.department !== 'IT' ? 5 : 0),
    happen: ownTool,
  },
  { perMonth: () => 0.3, happen: passwordReset },
  { perMonth: () => 0.015, happen: newFactor },
  { perMonth: () => 0.03, happen: newDevice },
  { perMonth: ({ department }) => (department === 'Sales' ? 1.5 : 0.3), happen: signInAway },
  { perMonth: () => 0.08, happen: consent },
  { perMonth: (person) => (isTechnical(person) ? 0.5 : 0.005), happen: deviceCode },
  { perMonth: () => 0.15, happen: deletedNotice },
  { perMonth: () => 0.05, happen: inboxRule },
  { perMonth: () => 0.4, happen: partnerChat },
  { perMonth: (person) => (isTechnical(person) ? 10 : 0.02), happen: commandLine },
];
const WORKING_DAYS = 21;

/** Everything of one person's day that is innocent and looks like a step of an attack. */
export const lookalikes = (personDay: PersonDay): Traces[] => {
  const { random, employee, day } = personDay;
  return HABITS.flatMap(({ perMonth, happen }) =>
    Array.from(
      { length: random.poisson((perMonth(employee) / WORKING_DAYS) * dayFactor(day)) },
      () => happen(personDay, drawWorkingTime(random, day))
    )
  );
};

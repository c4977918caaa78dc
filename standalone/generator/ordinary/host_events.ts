import type { Company, Employee } from '../company';
import {
  browserDownload,
  dnsLookup,
  processStart,
  type EndpointContext,
} from '../host_events/endpoint';
import { entraSignIn } from '../host_events/entra';
import type { HostEvent } from '../host_events/host_event';
import { mailDelivered } from '../host_events/mail';
import { officeEvent } from '../host_events/office';
import { oktaEvent } from '../host_events/okta';
import { officeOf } from '../host_events/places';
import { EDGE, OFFICE_PROGRAMS } from '../host_events/programs';
import { dayFactor, drawWorkingTime, localDays, type LocalDay } from '../local_time';
import type { Random } from '../random';
import { AUSTIN, SITES } from '../sites';

/** Events a person and working day; real rates are 100 times higher for endpoints and 10 times for mail. */
const PER_DAY = {
  processes: 8,
  lookups: 5,
  downloads: 0.3,
  mails: 5,
  signIns: 1.5,
  pushes: 1.5,
  office: 2,
};
const PUSH_DENIED_SHARE = 0.03;

const DOMAINS = [
  'outlook.office.com',
  'teams.microsoft.com',
  'login.microsoftonline.com',
  'www.example.org',
  'intranet.example.com',
  'cdn.example.net',
  'update.example.net',
  'maps.example.org',
];
const SUBJECTS = [
  'Meeting notes',
  'Weekly numbers',
  'Re: delivery dates',
  'Invoice for last month',
  'Lunch?',
  'Your order has shipped',
  'Minutes and next steps',
  'Question on the contract',
  'Newsletter',
  'Out of office',
];
const OFFICE_ACTIONS = [
  'FileAccessed',
  'FileModified',
  'MailItemsAccessed',
  'MessageSent',
  'FileDownloaded',
];
const DOWNLOADS = [
  'report.pdf',
  'price_list.xlsx',
  'photos.zip',
  'reader_setup.exe',
  'slides.pptx',
];

interface PersonDay {
  readonly random: Random;
  readonly employee: Employee;
  readonly company: Company;
  readonly day: LocalDay;
}

/** As many as the day brings, each at its own time. */
const several = (
  { random, day }: PersonDay,
  perDay: number,
  make: (timeMs: number) => HostEvent
): HostEvent[] =>
  Array.from({ length: random.poisson(perDay * dayFactor(day)) }, () =>
    make(drawWorkingTime(random, day))
  );

/** Windows keeps the letter case in which somebody typed the account name. */
const typedAccount = (random: Random, employee: Employee): Pick<Employee, 'account' | 'sid'> => ({
  sid: employee.sid,
  account: random.chance(0.1) ? employee.account.toUpperCase() : employee.account,
});

const onComputer = (personDay: PersonDay): HostEvent[] => {
  const { random, employee } = personDay;
  const { host, account } = employee;
  if (host === undefined) return [];
  const at = (timeMs: number): EndpointContext => ({
    random,
    host,
    account: typedAccount(random, employee),
    timeMs,
  });
  return [
    ...several(personDay, PER_DAY.processes, (timeMs) =>
      processStart(at(timeMs), random.pick(OFFICE_PROGRAMS))
    ),
    ...several(personDay, PER_DAY.lookups, (timeMs) =>
      dnsLookup(at(timeMs), EDGE, random.pick(DOMAINS))
    ),
    ...several(personDay, PER_DAY.downloads, (timeMs) =>
      browserDownload(at(timeMs), EDGE, {
        name: random.pick(DOWNLOADS),
        folder: `C:\\Users\\${account}\\Downloads`,
        originUrl: `https://${random.pick(DOMAINS)}/files`,
        size: random.int(20_000, 9_000_000),
      })
    ),
  ];
};

/** Austin signs in through Okta with pushes, the other sites through Entra. */
const identity = (personDay: PersonDay): HostEvent[] => {
  const { random, employee } = personDay;
  const place = officeOf(employee.site);
  if (employee.site !== AUSTIN) {
    return several(personDay, PER_DAY.signIns, (timeMs) =>
      entraSignIn(random, { timeMs, user: employee, place })
    );
  }
  const event = { actor: employee, place };
  return [
    ...several(personDay, PER_DAY.signIns, (timeMs) =>
      oktaEvent(random, { ...event, action: 'user.session.start', timeMs })
    ),
    ...several(personDay, PER_DAY.pushes, (timeMs) =>
      random.chance(PUSH_DENIED_SHARE)
        ? oktaEvent(random, {
            ...event,
            action: 'user.mfa.okta_verify.deny_push',
            timeMs,
            outcome: 'failure',
            reason: 'User rejected Okta push verify',
          })
        : oktaEvent(random, { ...event, action: 'user.authentication.auth_via_mfa', timeMs })
    ),
  ];
};

const mailAndFiles = (personDay: PersonDay): HostEvent[] => {
  const { random, employee, company } = personDay;
  return [
    ...several(personDay, PER_DAY.mails, (timeMs) => {
      const from = random.chance(0.5)
        ? random.pick(company.employees).upn
        : `contact${random.int(1, 300)}@partner${random.int(1, 40)}.example.org`;
      return mailDelivered(random, { timeMs, from, to: employee, subject: random.pick(SUBJECTS) });
    }),
    ...several(personDay, PER_DAY.office, (timeMs) =>
      officeEvent(random, {
        action: random.pick(OFFICE_ACTIONS),
        workload: 'SharePoint',
        timeMs,
        user: employee,
      })
    ),
  ];
};

/** What computers, identity providers and mail say about ordinary work, thinned out to keep the data small. */
export const ordinaryHostEvents = (
  random: Random,
  company: Company,
  fromMs: number,
  toMs: number
): HostEvent[] =>
  SITES.flatMap((site) => {
    const employees = company.employees.filter((employee) => employee.site === site);
    return localDays(fromMs, toMs, site.timezone).flatMap((day) =>
      employees.flatMap((employee) => {
        const personDay = { random, employee, company, day };
        return [...onComputer(personDay), ...identity(personDay), ...mailAndFiles(personDay)];
      })
    );
  }).filter(({ timeMs }) => timeMs >= fromMs && timeMs < toMs);

import type { PersonRole } from '../../common/model/person';
import { jobOf } from './jobs';
import { FIRST_NAMES, LAST_NAMES } from './names';
import { createRandom, type Random } from './random';
import { BERLIN, EMAIL_DOMAIN, LONDON, SITES, type CompanySite } from './sites';

/** One person of the company with everything that names this person in phone systems and logs. */
export interface Employee {
  readonly id: string;
  readonly fullName: string;
  readonly upn: string;
  /** sAMAccountName, lower case. */
  readonly account: string;
  readonly sid: string;
  readonly entraId: string;
  readonly oktaId: string;
  readonly site: CompanySite;
  /** Absent on Microsoft Teams, which has no extensions. */
  readonly extension?: string;
  /** Direct number, E.164. */
  readonly did: string;
  /** Computer name as Windows writes it; a few people have no computer of their own. */
  readonly host?: string;
  readonly department: string;
  readonly title: string;
  readonly roles: readonly PersonRole[];
  readonly privileged: boolean;
  /** Calls on an ordinary working day, both directions. */
  readonly callsPerDay: number;
}

export interface Company {
  readonly seed: number;
  readonly employees: readonly Employee[];
}

/** Area codes whose fictitious numbers (555-0100 to 555-0199) the people in Austin have, a hundred each. */
export const AUSTIN_AREA_CODES = [512, 806, 817, 830, 903, 915, 936, 940, 956, 979] as const;

/** Direct numbers are of ranges kept free for tests; on the two older systems they end like the extension. */
const phoneOf = (site: CompanySite, place: number): Pick<Employee, 'extension' | 'did'> => {
  if (site === BERLIN) return { extension: String(101 + place), did: `+493023125${101 + place}` };
  if (site === LONDON) return { did: `+442079460${String(101 + place)}` };
  return {
    extension: String(2101 + place),
    did: `+1${AUSTIN_AREA_CODES[Math.floor((1 + place) / 100)] ?? ''}55501${String((1 + place) % 100).padStart(2, '0')}`,
  };
};

/** Draws a name that nobody has yet, so that account names stay unique. */
const drawName = (random: Random, taken: Set<string>): { first: string; last: string } => {
  for (;;) {
    const first = random.pick(FIRST_NAMES);
    const last = random.pick(LAST_NAMES);
    const name = `${first}.${last}`;
    if (!taken.has(name)) {
      taken.add(name);
      return { first, last };
    }
  }
};

/**
 * A made-up company with three sites and three phone systems.
 * @param people at least 60, at most 1,000 (the direct numbers of the sites come from blocks of test numbers)
 */
export const generateCompany = ({ seed, people }: { seed: number; people: number }): Company => {
  if (people < 60 || people > 1_000) {
    throw new RangeError(`A company of 60 to 1,000 people can be generated, not of ${people}.`);
  }
  const random = createRandom(seed).fork('company');
  const taken = new Set<string>();
  const employees: Employee[] = [];
  for (const site of SITES) {
    const count = Math.round(people * site.share);
    for (let place = 0; place < count; place += 1) {
      const { first, last } = drawName(random, taken);
      const account = `${first}.${last}`.toLowerCase();
      const job = jobOf(site, place, random);
      const number = employees.length + 1;
      employees.push({
        id: `p${String(number).padStart(4, '0')}`,
        fullName: `${first} ${last}`,
        upn: `${account}@${EMAIL_DOMAIN}`,
        account,
        sid: `S-1-5-21-1004336348-1177238915-682003330-${1100 + number}`,
        entraId: random.uuid(),
        oktaId: `00u${random.hex(17)}`,
        site,
        ...phoneOf(site, place),
        // Every 25th ordinary person works on shared computers.
        host:
          job.roles.length === 0 && number % 25 === 0
            ? undefined
            : `WS-${site.code}-${101 + place}`,
        department: job.department,
        title: job.title,
        roles: job.roles,
        privileged: job.privileged ?? false,
        callsPerDay: Math.min(60, job.calls * random.lognormal(1, 0.35)),
      });
    }
  }
  return { seed, employees };
};

/** People who hold `role`, optionally at one site. */
export const withRole = (company: Company, role: PersonRole, site?: CompanySite): Employee[] =>
  company.employees.filter(
    (employee) => employee.roles.includes(role) && (site === undefined || employee.site === site)
  );

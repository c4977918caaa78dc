import type { PersonRole } from '../../common/model/person';
import type { Random } from './random';
import { AUSTIN, BERLIN, LONDON, type CompanySite } from './sites';

/** What somebody does, and how much on the phone. */
export interface Job {
  readonly department: string;
  readonly title: string;
  readonly roles: readonly PersonRole[];
  readonly privileged?: boolean;
  /** Median calls a day; log-normal over people. */
  readonly calls: number;
}

/** Jobs that must exist at a site, in this order; the rest of the people get `COMMON_JOBS`. */
const FIXED_JOBS: ReadonlyMap<CompanySite, readonly (readonly [Job, number])[]> = new Map([
  [
    BERLIN,
    [
      [
        {
          department: 'IT',
          title: 'Service desk agent',
          roles: ['help_desk', 'it_staff'],
          privileged: true,
          calls: 12,
        },
        6,
      ],
      [
        {
          department: 'IT',
          title: 'Systems engineer',
          roles: ['it_staff'],
          privileged: true,
          calls: 5,
        },
        4,
      ],
      [
        {
          department: 'Management',
          title: 'Managing director',
          roles: ['executive'],
          privileged: true,
          calls: 6,
        },
        1,
      ],
      [{ department: 'Finance', title: 'Accountant', roles: ['finance'], calls: 4 }, 5],
    ],
  ],
  [
    AUSTIN,
    [
      [
        {
          department: 'Customer care',
          title: 'Customer care agent',
          roles: ['call_centre'],
          calls: 32,
        },
        8,
      ],
      [
        {
          department: 'Management',
          title: 'Chief financial officer',
          roles: ['executive', 'finance'],
          privileged: true,
          calls: 6,
        },
        1,
      ],
      [
        {
          department: 'Management',
          title: 'Vice president',
          roles: ['executive'],
          privileged: true,
          calls: 6,
        },
        3,
      ],
      [{ department: 'Finance', title: 'Accounts payable clerk', roles: ['finance'], calls: 5 }, 8],
      [
        {
          department: 'IT',
          title: 'Network engineer',
          roles: ['it_staff'],
          privileged: true,
          calls: 5,
        },
        4,
      ],
    ],
  ],
  [
    LONDON,
    [
      [
        {
          department: 'Finance',
          title: 'Finance manager',
          roles: ['finance'],
          privileged: true,
          calls: 5,
        },
        4,
      ],
      [{ department: 'Finance', title: 'Treasury analyst', roles: ['finance'], calls: 4 }, 4],
      [
        {
          department: 'IT',
          title: 'Cloud engineer',
          roles: ['it_staff'],
          privileged: true,
          calls: 3,
        },
        2,
      ],
    ],
  ],
]);

const COMMON_JOBS: readonly (readonly [Job, number])[] = [
  [{ department: 'Sales', title: 'Account manager', roles: [], calls: 9 }, 5],
  [{ department: 'Operations', title: 'Operations planner', roles: [], calls: 4 }, 5],
  [{ department: 'Engineering', title: 'Engineer', roles: [], calls: 1.2 }, 6],
  [{ department: 'Human resources', title: 'HR partner', roles: [], calls: 5 }, 1],
  [{ department: 'Marketing', title: 'Marketing specialist', roles: [], calls: 3 }, 2],
  [{ department: 'Legal', title: 'Counsel', roles: [], calls: 4 }, 1],
];

/** Job of the n-th person of a site. */
export const jobOf = (site: CompanySite, place: number, random: Random): Job => {
  let passed = 0;
  for (const [job, count] of FIXED_JOBS.get(site) ?? []) {
    passed += count;
    if (place < passed) return job;
  }
  return random.weighted(COMMON_JOBS);
};

import { personSchema, type Person } from '../../../common/model/person';

/** One person of a case, under every name that sources use. */
export interface Actor {
  readonly id: string;
  readonly account: string;
  readonly email: string;
  /** User principal name, which is not the mail address. */
  readonly login: string;
  readonly sid: string;
  readonly host: string;
  readonly extension: string;
  /** Address of a machine that this person, or whoever poses as one, uses. */
  readonly ip: string;
}

/** Who takes part in one case; nobody takes part in two, so that cases cannot disturb one another. */
export interface Cast {
  readonly actors: ReadonlyMap<string, Actor>;
  /** Numbers outside by their name in the case. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
}

export const SITE = { id: 'rules', country: 'US', timezone: 'UTC' } as const;

/** 100 numbers in Washington and 1,000 in London are kept free for examples; the last ones are given by place. */
const washington = (nth: number): string => `+12025550${String(100 + nth)}`;
const london = (nth: number): string => `+442079460${String(nth).padStart(3, '0')}`;
const BY_PLACE = 10;

/** A number for each name; the names `london` and `washington` say where it is. */
const createNumbers = (): ((name: string) => string) => {
  const used = { london: 0, washington: 0, any: 0 };
  return (name) => {
    if (name === 'london') return london(1000 - (used.london += 1));
    if (name === 'washington') return washington(100 - (used.washington += 1));
    const nth = (used.any += 1) - 1;
    return nth < 100 - BY_PLACE ? washington(nth) : london(nth - 100 + BY_PLACE);
  };
};

const actorOf = (extension: string): Actor => ({
  id: `case-${extension}`,
  account: `case${extension}`,
  email: `case${extension}@example.com`,
  login: `c${extension}@corp.example.com`,
  sid: `S-1-5-21-7-7-7-${extension}`,
  host: `WS-${extension}`,
  extension,
  ip: `2001:db8::${extension}`,
});

/** Hands out people and numbers to one case after the other. */
export const createCasting = (): ((
  people: Readonly<Record<string, readonly string[]>>,
  numbers: readonly string[]
) => Cast) => {
  let nextExtension = 3000;
  const nextNumber = createNumbers();
  return (people, numbers) => {
    const actors = new Map<string, Actor>();
    const directory: Person[] = [];
    for (const [name, roles] of Object.entries(people)) {
      const actor = actorOf(String((nextExtension += 1)));
      actors.set(name, actor);
      directory.push(
        personSchema.parse({
          id: actor.id,
          full_name: `Case ${actor.extension}`,
          upn: actor.login,
          emails: [actor.email],
          // Administrators have a second account.
          account_names: [actor.account, `adm-${actor.account}`],
          sid: actor.sid,
          extensions: [`${SITE.id}:${actor.extension}`],
          department: 'Cases',
          // People have more than one computer; rules know each of them.
          hosts: [`laptop-${actor.extension}`, actor.host.toLowerCase()],
          roles,
        })
      );
    }
    const given = numbers.map((name) => [name, nextNumber(name)] as const);
    return { actors, numbers: new Map(given), people: directory };
  };
};

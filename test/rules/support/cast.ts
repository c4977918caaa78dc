import { personSchema, type Person } from '../../../common/model/person';

/** One person of a case, under every name that sources use. */
export interface Actor {
  readonly id: string;
  readonly account: string;
  readonly email: string;
  readonly sid: string;
  readonly host: string;
  readonly extension: string;
}

/** Who takes part in one case; nobody takes part in two, so that cases cannot disturb one another. */
export interface Cast {
  readonly actors: ReadonlyMap<string, Actor>;
  /** Numbers outside by their name in the case. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
}

export const SITE = { id: 'rules', country: 'US', timezone: 'UTC' } as const;

/** 200 numbers that are kept free for examples: in Washington and in London. */
const exampleNumber = (index: number): string =>
  index < 100
    ? `+12025550${String(100 + index)}`
    : `+4420794600${String(index - 100).padStart(2, '0')}`;

const actorOf = (extension: string): Actor => ({
  id: `case-${extension}`,
  account: `case${extension}`,
  email: `case${extension}@example.com`,
  sid: `S-1-5-21-7-7-7-${extension}`,
  host: `WS-${extension}`,
  extension,
});

/** Hands out people and numbers to one case after the other. */
export const createCasting = (): ((
  people: Readonly<Record<string, readonly string[]>>,
  numbers: readonly string[]
) => Cast) => {
  let nextExtension = 3000;
  let nextNumber = 0;
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
          upn: actor.email,
          emails: [actor.email],
          account_names: [actor.account],
          sid: actor.sid,
          extensions: [`${SITE.id}:${actor.extension}`],
          department: 'Cases',
          hosts: [actor.host.toLowerCase()],
          roles,
        })
      );
    }
    const given = numbers.map((name) => [name, exampleNumber((nextNumber += 1) - 1)] as const);
    return { actors, numbers: new Map(given), people: directory };
  };
};

import type { estypes } from '@elastic/elasticsearch';
import type { Suggestion } from '../../common/api/people';
import { CALLS_INDEX } from '../../common/constants';
import type { KnownPerson } from '../../common/model/person';
import type { ElasticsearchClient } from '../kibana';
import { readPeople } from './directory_store';
import { isSystemAccount, normaliseAccount, normaliseAddress } from './identity';

/** A text that records have, and in how many calls. */
interface Said {
  readonly text: string;
  readonly calls: number;
}

/** What calls tell of a line without a person. */
export interface LineFacts {
  readonly kind: 'number' | 'extension';
  /** As the directory would have it. */
  readonly value: string;
  readonly site?: string;
  readonly calls: number;
  readonly lastMs: number;
  readonly names: readonly Said[];
  readonly emails: readonly Said[];
  readonly accounts: readonly Said[];
}

/** People share names; a user is one person; other calls of the line say who was there. */
const CONFIDENCE = { display_name: 0.3, user: 0.9, other_calls: 0.8 } as const;

/** `Diaz, Ana` and `ana  diaz` are the same name. */
export const comparableName = (name: string): string => {
  const [last = '', first, ...more] = name.split(',');
  const inOrder = first !== undefined && more.length === 0 ? `${first} ${last}` : name;
  return inOrder.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
};

interface Found {
  readonly id: string;
  readonly full_name: string;
}

/** Undefined stands for a name that several people have. */
type Names = Map<string, Found | undefined>;

const addName = (names: Names, name: string, person: Found): void => {
  const present = names.get(name);
  names.set(name, !names.has(name) || present?.id === person.id ? person : undefined);
};

interface KnownPeople {
  readonly byName: Names;
  readonly byUser: Names;
  readonly byId: ReadonlyMap<string, Found>;
}

const MAX_TERMS = 60_000;

const insensitive = (name: string): estypes.QueryDslQueryContainer => ({
  term: { full_name: { value: name, case_insensitive: true } },
});

/** `Diaz, Ana` may be stored as `Ana Diaz`, and the other way round. */
const spellings = (name: string): string[] => {
  const comparable = comparableName(name);
  const words = comparable.split(' ');
  const last = words.at(-1) ?? '';
  return [name, comparable, `${last}, ${words.slice(0, -1).join(' ')}`];
};

const readKnown = async (
  es: ElasticsearchClient,
  lines: readonly LineFacts[],
  ids: readonly string[]
): Promise<KnownPeople> => {
  const users = lines.flatMap(({ emails, accounts }) => [
    ...emails.map(({ text }) => normaliseAddress(text)),
    ...accounts.map(({ text }) => normaliseAccount(text)),
  ]);
  const names = new Set(lines.flatMap((line) => line.names.flatMap(({ text }) => spellings(text))));
  const terms = [...new Set(users)].slice(0, MAX_TERMS);
  const query = {
    bool: {
      should: [
        ...['upn', 'emails', 'account_names'].map((field) => ({ terms: { [field]: terms } })),
        { terms: { id: [...ids] } },
        ...[...names].slice(0, 900).map(insensitive),
      ],
      minimum_should_match: 1,
    },
  };
  const known = {
    byName: new Map() as Names,
    byUser: new Map() as Names,
    byId: new Map<string, Found>(),
  };
  for await (const people of readPeople(es, query)) {
    for (const person of people) addPerson(known, person);
  }
  return known;
};

const addPerson = (
  { byName, byUser, byId }: { byName: Names; byUser: Names; byId: Map<string, Found> },
  person: KnownPerson
): void => {
  const found = { id: person.id, full_name: person.full_name };
  byId.set(person.id, found);
  addName(byName, comparableName(person.full_name), found);
  const addresses = [person.upn ?? [], person.emails].flat().map(normaliseAddress);
  for (const user of new Set([...addresses, ...person.account_names.map(normaliseAccount)])) {
    addName(byUser, user, found);
  }
};

const FIELDS = { number: 'number', extension: 'extension' } as const;

/** Who was found on other calls of the same lines, such as those whose record names the user. */
const readOtherCalls = async (
  es: ElasticsearchClient,
  lines: readonly LineFacts[],
  recent: estypes.QueryDslQueryContainer
): Promise<Map<string, { id: string; calls: number }>> => {
  const line = ({ kind, value, site }: LineFacts): estypes.QueryDslQueryContainer => {
    const text = site === undefined ? value : value.slice(site.length + 1);
    const filter = ['caller', 'callee'].map((side) => ({
      bool: {
        filter: [
          { term: { [`vishing.${side}.${FIELDS[kind]}`]: text } },
          {
            terms: {
              'vishing.call.direction': side === 'caller' ? ['outbound'] : ['inbound', 'internal'],
            },
          },
          ...(site === undefined || site === 'default'
            ? []
            : [{ term: { 'vishing.site.id': site } }]),
        ],
      },
    }));
    return { bool: { should: filter, minimum_should_match: 1 } };
  };
  const { aggregations } = await es.search<
    unknown,
    {
      lines: {
        buckets: Record<string, { people: { buckets: { key: string; doc_count: number }[] } }>;
      };
    }
  >({
    index: CALLS_INDEX,
    size: 0,
    query: { bool: { filter: [recent, { exists: { field: 'vishing.person.id' } }] } },
    aggs: {
      lines: {
        filters: { filters: Object.fromEntries(lines.map((facts) => [facts.value, line(facts)])) },
        aggs: { people: { terms: { field: 'vishing.person.id', size: 2 } } },
      },
    },
  });
  return new Map(
    Object.entries(aggregations?.lines.buckets ?? {}).flatMap(([value, { people }]) => {
      const [first, second] = people.buckets;
      // Two people equally often: a shared line, and no suggestion.
      return first && first.doc_count > (second?.doc_count ?? 0)
        ? [[value, { id: first.key, calls: first.doc_count }] as const]
        : [];
    })
  );
};

const firstKnown = (
  said: readonly Said[],
  names: Names,
  comparable: (text: string) => string
): { readonly person: Found; readonly calls: number } | undefined => {
  for (const { text, calls } of said) {
    const person = names.get(comparable(text));
    if (person) return { person, calls };
  }
  return undefined;
};

const suggest = (
  line: LineFacts,
  { byName, byUser, byId }: KnownPeople,
  other: { readonly id: string; readonly calls: number } | undefined
): Suggestion | undefined => {
  const make = (
    { person, calls }: { readonly person: Found; readonly calls: number },
    reason: Suggestion['reason']
  ): Suggestion => ({
    person_id: person.id,
    full_name: person.full_name,
    reason,
    calls,
    confidence: CONFIDENCE[reason],
  });
  const user =
    firstKnown(line.emails, byUser, normaliseAddress) ??
    firstKnown(
      line.accounts.filter(({ text }) => !isSystemAccount(text)),
      byUser,
      normaliseAccount
    );
  if (user) return make(user, 'user');
  const person = other && byId.get(other.id);
  if (person) return make({ person, calls: other.calls }, 'other_calls');
  const named = firstKnown(line.names, byName, comparableName);
  return named && make(named, 'display_name');
};

/** Whoever each line may belong to; a name that several people have suggests none of them. */
export const suggestPeople = async (
  es: ElasticsearchClient,
  lines: readonly LineFacts[],
  recent: estypes.QueryDslQueryContainer
): Promise<Map<string, Suggestion>> => {
  if (lines.length === 0) return new Map();
  const others = await readOtherCalls(es, lines, recent);
  const known = await readKnown(
    es,
    lines,
    [...others.values()].map(({ id }) => id)
  );
  return new Map(
    lines.flatMap((line) => {
      const suggestion = suggest(line, known, others.get(line.value));
      return suggestion ? [[line.value, suggestion] as const] : [];
    })
  );
};

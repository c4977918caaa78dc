import type { Conflict } from '../../common/api/people';
import { DIRECTORY_INDEX } from '../../common/constants';
import type { KnownPerson, LineDecision } from '../../common/model/person';
import { VishingError } from '../errors';
import { withoutSite } from '../../common/people/extension';
import type { ElasticsearchClient } from '../kibana';
import { changePerson, type ChangedPerson } from './change_person';
import { claimsOf, findContest, type Claim } from './claims';
import { readPeople } from './directory_store';
import { readMixedExtensions } from './sites_apart';

/** Values that several documents have, of each kind; a directory with more is wrong as a whole. */
const MAX_VALUES = 2000;

const LINE_FIELDS = { number: 'numbers', extension: 'extensions' } as const;
type LineKind = keyof typeof LINE_FIELDS;

interface Buckets {
  readonly buckets: readonly { readonly key: string }[];
  readonly sum_other_doc_count: number;
}

const readSharedValues = async (
  es: ElasticsearchClient
): Promise<{ readonly values: Record<LineKind, Set<string>>; readonly truncated: boolean }> => {
  const of = (field: string) => ({ terms: { field, min_doc_count: 2, size: MAX_VALUES } });
  const { aggregations } = await es.search<unknown, Record<LineKind, Buckets>>({
    index: DIRECTORY_INDEX,
    size: 0,
    aggs: { number: of(LINE_FIELDS.number), extension: of(LINE_FIELDS.extension) },
  });
  const keys = (kind: LineKind): string[] =>
    (aggregations?.[kind].buckets ?? []).map(({ key }) => key);
  const values = { number: new Set(keys('number')), extension: new Set(keys('extension')) };
  return {
    values,
    truncated: values.number.size === MAX_VALUES || values.extension.size === MAX_VALUES,
  };
};

/** As the person has it: in a call without a site, the 1001 of `berlin:1001` is meant too. */
const valueOf = ({ extensions }: Claim['person'], kind: LineKind, value: string): string =>
  kind === 'number' || extensions.includes(value)
    ? value
    : (extensions.find((extension) => withoutSite(extension) === value) ?? value);

const toConflict = (
  kind: LineKind,
  value: string,
  claims: readonly Claim[],
  formatNumber: (number: string) => string
): Conflict => ({
  kind,
  value,
  display: kind === 'number' ? formatNumber(value) : withoutSite(value),
  people: claims.map(({ person }) => {
    const own = valueOf(person, kind, value);
    const line = person.lines.find((candidate) => candidate.value === own);
    const { id, full_name: name, department } = person;
    const sources = (person as KnownPerson).sources;
    return {
      ...{ id, full_name: name, department, sources: [...sources] },
      ...(own === value ? {} : { value: own }),
      ...(line ? { line } : {}),
    };
  }),
});

type Claims = Readonly<Record<LineKind, ReadonlyMap<string, readonly Claim[]>>>;

const readClaims = async (
  es: ElasticsearchClient,
  values: Readonly<Record<LineKind, ReadonlySet<string>>>
): Promise<Claims> => {
  const claims = { number: new Map<string, Claim[]>(), extension: new Map<string, Claim[]>() };
  const shared = Object.entries(LINE_FIELDS).map(([kind, field]) => ({
    terms: { [field]: [...values[kind as LineKind]] },
  }));
  const query = { bool: { should: shared, minimum_should_match: 1 } };
  for await (const people of readPeople(es, query)) {
    for (const person of people) {
      for (const kind of ['number', 'extension'] as const) {
        for (const value of person[LINE_FIELDS[kind]]) {
          if (!values[kind].has(value)) continue;
          const present = claims[kind].get(value) ?? [];
          claims[kind].set(value, [...present, ...claimsOf(person, value)]);
        }
      }
    }
  }
  return claims;
};

/** Whose calls without a site are: the same extension with and without one, and the people who have either. */
const joinSites = (
  extensions: Claims['extension'],
  mixed: ReadonlyMap<string, readonly string[]>
): ReadonlyMap<string, readonly Claim[]> =>
  new Map(
    [...mixed].map(([bare, values]) => [
      bare,
      values.flatMap((value) =>
        (extensions.get(value) ?? []).map((claim) => ({ ...claim, value: bare }))
      ),
    ])
  );

/**
 * Numbers and extensions that several people have at once, and nobody decided on; those with most people first. An
 * extension of one site is no conflict with the same one of any site, as long as every call names its site.
 */
export const listConflicts = async (
  es: ElasticsearchClient,
  formatNumber: (number: string) => string
): Promise<{ readonly conflicts: Conflict[]; readonly truncated: boolean }> => {
  const [{ values, truncated }, mixed] = await Promise.all([
    readSharedValues(es),
    readMixedExtensions(es),
  ]);
  const claims = await readClaims(es, {
    number: values.number,
    extension: new Set([...values.extension, ...[...mixed.values()].flat()]),
  });
  const contested = {
    number: claims.number,
    extension: new Map([...claims.extension, ...joinSites(claims.extension, mixed)]),
  };
  const conflicts = (['number', 'extension'] as const).flatMap((kind) =>
    [...contested[kind]].flatMap(([value, all]) => {
      const contest = findContest(all);
      return contest ? [toConflict(kind, value, contest.claims, formatNumber)] : [];
    })
  );
  return {
    conflicts: conflicts.sort(
      (a, b) => b.people.length - a.people.length || a.value.localeCompare(b.value)
    ),
    truncated,
  };
};

export interface DecisionInput {
  readonly value: string;
  readonly people: readonly string[];
  readonly owner?: string;
  readonly decidedBy?: string;
  readonly now: Date;
}

/**
 * Stores whose a contested line is with the people it concerns, so that it holds until one more person turns up with it.
 * @throws VishingError `bad_request`, `not_found`, `conflict`
 */
export const decideLine = async (
  es: ElasticsearchClient,
  { value, people, owner, decidedBy, now }: DecisionInput
): Promise<ChangedPerson[]> => {
  if (owner !== undefined && !people.includes(owner)) {
    throw new VishingError('bad_request', `${owner} is not one of the people who have ${value}.`);
  }
  const changed: ChangedPerson[] = [];
  for (const id of people) {
    const decision: LineDecision = {
      value,
      verdict: owner === undefined ? 'shared' : 'owner',
      against: people.filter((other) => other !== id),
      decided_at: now.toISOString(),
      ...(decidedBy === undefined ? {} : { decided_by: decidedBy }),
    };
    const isDecided = owner === undefined || owner === id;
    const change = await changePerson(es, id, (parts) => {
      const others = (parts.decided ?? []).filter((earlier) => earlier.value !== value);
      return { ...parts, decided: isDecided ? [...others, decision] : others };
    });
    if (change) changed.push(change);
  }
  return changed;
};

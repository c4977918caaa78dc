import type {
  ImportBody,
  ImportResult,
  PreviewedPerson,
  RefusedRow,
} from '../../common/api/people';
import { DIRECTORY_INDEX } from '../../common/constants';
import { personSchema, type PersonFields, type StoredPerson } from '../../common/model/person';
import type { ImportRow } from '../../common/people/import_fields';
import { groupRows } from '../../common/people/map_columns';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';
import { sameJson } from '../stores/same_json';
import { readPresent, upsertDocuments } from '../stores/upsert_documents';
import { readKnownNames } from './find_people';
import { joinRows, newIdOf, readRow, RefusedRowError } from './import_row';
import { buildStored, partsOf } from './layers';
import { isZone } from './read_instant';

/** One person of an import, before it is known whether the directory has this person. */
interface Imported {
  readonly lines: readonly number[];
  /** Stated by an id column. */
  readonly statedId?: string;
  readonly fields: PersonFields;
}

interface Placed extends Imported {
  readonly id: string;
}

interface Plan {
  readonly placed: readonly Placed[];
  readonly refused: readonly RefusedRow[];
}

/** Runs one step for some rows; what it refuses is refused for all of them. */
const refuseInto = <T>(
  refused: RefusedRow[],
  lines: readonly number[],
  step: () => T
): T | undefined => {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RefusedRowError)) throw error;
    refused.push(...lines.map((line) => ({ line, reason: error.message })));
    return undefined;
  }
};

const readGroup = (
  rows: readonly ImportRow[],
  body: ImportBody,
  refused: RefusedRow[]
): Imported | undefined => {
  const read = rows.flatMap((row) => {
    const fields = refuseInto(refused, [row.line], () => readRow(row, body));
    return fields ? [{ line: row.line, fields }] : [];
  });
  if (read.length === 0) return undefined;
  const lines = read.map(({ line }) => line);
  const fields = refuseInto(refused, lines, () => joinRows(read.map((row) => row.fields)));
  const [statedId] = rows.flatMap(({ values }) => values.id ?? []);
  return fields && { lines, fields, ...(statedId === undefined ? {} : { statedId }) };
};

const place = (
  imported: Imported,
  candidate: string | undefined,
  found: readonly string[]
): Placed => {
  if (found.length > 1) {
    throw new RefusedRowError(
      `The directory has several people with these names: ${found.join(', ')}. Add a column with the id of the one who is meant.`
    );
  }
  const id = found[0] ?? candidate;
  if (id === undefined) {
    throw new RefusedRowError(
      'The row names nobody. A name, an e-mail address, an account or an id is needed.'
    );
  }
  return { ...imported, id };
};

const nameFor = ({ fields }: Imported, id: string): string =>
  fields.full_name ?? fields.upn ?? fields.emails?.[0] ?? fields.account_names?.[0] ?? id;

const planImport = async (es: ElasticsearchClient, body: ImportBody): Promise<Plan> => {
  if (!isZone(body.zone)) {
    throw new VishingError('bad_request', `“${body.zone}” is no time zone such as Europe/Berlin.`);
  }
  const refused: RefusedRow[] = [];
  const imported = groupRows(body.rows).flatMap((rows) => readGroup(rows, body, refused) ?? []);
  const candidates = imported.map(({ fields, statedId }) => newIdOf(fields, statedId));
  const known = await readKnownNames(
    es,
    imported.map(({ fields }) => fields),
    candidates.flatMap((id) => id ?? [])
  );
  const placed = new Map<string, Placed>();
  for (const [at, person] of imported.entries()) {
    const candidate = candidates[at];
    const stated = person.statedId !== undefined && candidate !== undefined;
    const found = stated && known.hasId(candidate) ? [candidate] : known.find(person.fields);
    const next = refuseInto(refused, person.lines, () => place(person, candidate, found));
    const twin = next && placed.get(next.id);
    // Two names in the list turned out to be the same person of the directory.
    const joined = twin
      ? refuseInto(refused, person.lines, () => ({
          ...twin,
          lines: [...twin.lines, ...person.lines],
          fields: joinRows([twin.fields, person.fields]),
        }))
      : next;
    if (joined) placed.set(joined.id, joined);
  }
  return { placed: [...placed.values()], refused };
};

/** Periods of lines that the rows do not name stay. */
const linesOf = (fields: PersonFields, present: PersonFields | undefined): PersonFields => {
  const named = new Set(fields.lines?.map(({ value }) => value));
  const kept = (present?.lines ?? []).filter(({ value }) => !named.has(value));
  return named.size === 0 ? {} : { lines: [...(fields.lines ?? []), ...kept] };
};

/** The person as it will be stored: what the rows name replaces, everything else stays. */
const toStored = (placed: Placed, present: StoredPerson | undefined): StoredPerson => {
  const parts = present ? partsOf(present) : { id: placed.id };
  const isNew = parts.manual === undefined && parts.synced === undefined;
  return buildStored({
    ...parts,
    id: placed.id,
    manual: isNew
      ? personSchema.parse({
          full_name: nameFor(placed, placed.id),
          ...placed.fields,
          id: placed.id,
        })
      : { ...parts.manual, ...placed.fields, ...linesOf(placed.fields, parts.manual) },
  });
};

const byLine = (a: RefusedRow, b: RefusedRow): number => a.line - b.line;

/**
 * What an import of these rows would do.
 * @param formatNumber makes the display form of an E.164 number
 */
export const previewImport = async (
  es: ElasticsearchClient,
  body: ImportBody,
  formatNumber: (number: string) => string
): Promise<{ people: PreviewedPerson[]; refused: RefusedRow[] }> => {
  const { placed, refused } = await planImport(es, body);
  const present =
    placed.length === 0
      ? new Map<string, StoredPerson>()
      : await readPresent<StoredPerson>(
          es,
          DIRECTORY_INDEX,
          placed.map(({ id }) => id)
        );
  const people = placed.map((person): PreviewedPerson => {
    const before = present.get(person.id);
    const after = toStored(person, before);
    const { manual: _, synced: __, decided: ___, ...shown } = after;
    return {
      lines: [...person.lines],
      outcome: before === undefined ? 'create' : sameJson(before, after) ? 'unchanged' : 'update',
      person: {
        ...shown,
        sources: [...(after.sources ?? [])],
        decided: [...(after.decided ?? [])],
        numbers: after.numbers.map((value) => ({ value, display: formatNumber(value) })),
      },
    };
  });
  return { people, refused: [...refused].sort(byLine) };
};

/**
 * Adds the people of these rows, or changes the fields that the rows name. Repeating it changes nothing.
 * @returns what happened, and the changed people as they are and as they were
 * @throws VishingError `not_set_up`
 */
export const importRows = async (
  es: ElasticsearchClient,
  body: ImportBody
): Promise<{ readonly result: ImportResult; readonly changed: readonly StoredPerson[] }> => {
  const { placed, refused } = await planImport(es, body);
  const byId = new Map(placed.map((person) => [person.id, person]));
  const { result, changed } = await upsertDocuments<StoredPerson>(es, {
    index: DIRECTORY_INDEX,
    documents: new Map(placed.map((person) => [person.id, toStored(person, undefined)])),
    merge: (document, present) => {
      const person = byId.get(document.id);
      return person ? toStored(person, present) : document;
    },
  });
  const notStored = result.failed.flatMap(({ id, reason }) =>
    (byId.get(id)?.lines ?? []).map((line) => ({ line, reason }))
  );
  return {
    result: {
      created: result.created,
      updated: result.updated,
      unchanged: result.unchanged,
      refused: [...refused, ...notStored].sort(byLine),
    },
    changed: changed.flatMap(({ document, previous }) =>
      previous ? [document, previous] : [document]
    ),
  };
};

import { personSchema, type Person, type PersonInput } from '../../../common/model/person';
import { normalisePerson } from '../../../server/directory/directory_store';
import { readNumber } from '../../../server/numbers/read_number';
import type { Random } from '../../../standalone/generator/random';
import type { BenchCompany, Worker } from './company';
import { typedNumber } from './spellings';

/** As an import does it, which knows the country of the site. */
const importNumber = (typed: string, country: string): string =>
  readNumber(typed, { country }).e164 ?? typed;

const entry = (
  random: Random,
  worker: Worker,
  { lines, held }: { lines: readonly Line[]; held: Held | undefined }
): PersonInput => {
  const { site } = worker;
  const { country, id } = site.settings;
  const typed = [worker.direct, worker.mobile, ...lines.map((line) => line.number)]
    .filter((number) => number !== undefined)
    .map((number) => importNumber(typedNumber(random, number, country), country));
  return {
    id: worker.id,
    full_name: worker.fullName,
    upn: random.chance(0.5) ? worker.upn : worker.upn.toUpperCase(),
    emails: [worker.upn, worker.alias],
    account_names: [`${worker.domain}\\${worker.account}`],
    sid: worker.sid,
    cloud_ids: [worker.objectId],
    numbers: typed,
    extensions: [worker.extension, ...lines.map((line) => line.extension)].map(
      (extension) => `${id}:${extension}`
    ),
    lines: held
      ? [worker.direct ?? [], `${id}:${worker.extension}`]
          .flat()
          .map((value) => ({ value, ...held }))
      : [],
    hosts: worker.host ? [worker.host] : [],
  };
};

type Line = Readonly<{ extension: string; number: string }>;

type Held = Readonly<{ valid_from?: string; valid_to?: string }>;

/** Of a line that changed hands, HR knows one of the two dates, or both; of some newcomers nothing yet. */
const heldLines = ({ handovers, random }: BenchCompany): Map<Worker, Held> => {
  const dice = random.fork('held');
  const held = new Map<Worker, Held>();
  for (const { before, after, atMs, unknown } of handovers) {
    if (unknown) continue;
    const at = new Date(atMs).toISOString();
    const known = dice.weighted([
      ['both', 6],
      ['end', 3],
      ['neither', 0.5],
    ] as const);
    if (known !== 'neither') held.set(before, { valid_to: at });
    if (known === 'both') held.set(after, { valid_from: at });
  }
  return held;
};

const sharedEntries = ({ sharedLines }: BenchCompany): PersonInput[] =>
  sharedLines
    .filter(({ known }) => known)
    .map(({ site, extension, number, workers }) => ({
      id: `line.${site.settings.id}.${extension}`,
      kind: 'shared_line',
      full_name: `Room ${extension}`,
      numbers: [number],
      extensions: [`${site.settings.id}:${extension}`],
      members: workers.map((worker) => worker.id),
    }));

const QUEUE: PersonInput = {
  id: 'queue.help-desk',
  kind: 'queue',
  full_name: 'Help desk',
  extensions: ['berlin:8700', 'munich:8700'],
};

/** What the directory knows of the company, after normalising. */
export const benchDirectory = (company: BenchCompany): Person[] => {
  const random = company.random.fork('directory');
  const late = new Set(company.handovers.filter(({ unknown }) => unknown).map((h) => h.after));
  const missing = new Set([...company.unlisted, ...late]);
  const held = heldLines(company);
  const people = company.workers
    .filter((worker) => !missing.has(worker))
    .map((worker) => {
      const lines = company.sharedLines.filter(
        ({ known, workers }) => !known && workers.includes(worker)
      );
      return entry(random, worker, { lines, held: held.get(worker) });
    });
  return [...people, ...sharedEntries(company), QUEUE].map(
    (input) => normalisePerson(personSchema.parse(input)).person
  );
};

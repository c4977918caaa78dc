import { field, type Source } from '../pipelines/pipeline_tester';
import { mutateColumns } from './mutate_columns';
import { mutateEnvelope } from './mutate_envelope';
import { mutateFile } from './mutate_file';
import { mutateJson } from './mutate_json';
import { mutateText, type TextMutation } from './mutate_text';
import { createRandom, type Random } from './random';
import type { SeedFile } from './seeds';

/** A damaged record, and the number of the case that it can be made again with. */
export interface FuzzRecord {
  readonly number: number;
  readonly seedFile: string;
  readonly document: Source;
}

const FILE_SHARE = 0.06;
/** Records go unchanged now and then: good ones among broken ones must be understood. */
const INTACT_SHARE = 0.03;
const ENVELOPE_SHARE = 0.12;
const SPLICE_SHARE = 0.03;

/** Most records come from a place of their own: two with the same call id would be one record, and only one be stored. */
const ELSEWHERE_SHARE = 0.9;

/** A megabyte and what stood there before; several changes may each add one. */
const MAX_MESSAGE = 1_500_000;

const isJson = (text: string): boolean => text.startsWith('{') || text.startsWith('[');

const mutationFor = (text: string, random: Random): TextMutation => {
  if (random.chance(0.4)) return mutateText;
  return isJson(text) ? mutateJson : mutateColumns;
};

/** The beginning of one record and the end of another. */
const splice = (text: string, other: unknown, random: Random): string =>
  typeof other === 'string'
    ? text.slice(0, random.below(text.length)) + other.slice(random.below(other.length))
    : text;

const mutateRecord = (document: Source, random: Random, other: Source): Source => {
  let mutated = document;
  for (let times = random.pick([1, 1, 1, 2, 2, 4]); times > 0; times--) {
    const { message } = mutated;
    if (typeof message !== 'string' || random.chance(ENVELOPE_SHARE)) {
      mutated = mutateEnvelope(mutated, random, other);
    } else if (random.chance(SPLICE_SHARE)) {
      mutated = { ...mutated, message: splice(message, other.message, random) };
    } else {
      const text = mutationFor(message, random)(message, random);
      mutated = { ...mutated, message: text.slice(0, MAX_MESSAGE) };
    }
  }
  return mutated;
};

const elsewhere = (document: Source, number: number): Source => {
  const site = field(document, 'vishing.site');
  const id = field(site, 'id');
  if (typeof id !== 'string') return document;
  const vishing = {
    ...(document.vishing as object),
    site: { ...(site as object), id: `${id}-${number}` },
  };
  return { ...document, vishing };
};

const documentOf = (file: SeedFile, random: Random): Source =>
  file.documents[random.below(file.documents.length)] ?? {};

/** The records of one case: one, or those of a damaged file. Equal for equal arguments. */
export const fuzzCase = (
  seeds: readonly [SeedFile, ...SeedFile[]],
  seed: number,
  number: number
): FuzzRecord[] => {
  const random = createRandom(seed, number);
  const file = random.pick(seeds);
  const toRecord = (document: Source): FuzzRecord => ({ number, seedFile: file.name, document });
  if (random.chance(FILE_SHARE)) return mutateFile(file, random).map(toRecord);
  const document = documentOf(file, random);
  if (random.chance(INTACT_SHARE)) return [toRecord(document)];
  const mutated = mutateRecord(document, random, documentOf(random.pick(seeds), random));
  return [toRecord(random.chance(ELSEWHERE_SHARE) ? elsewhere(mutated, number) : mutated)];
};

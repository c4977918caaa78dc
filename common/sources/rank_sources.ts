import type { Source } from '../model/source';
import { createRecordCutter, type RawRecord } from '../readers/record_cutter';

/** Records at the beginning of a text by which its source is recognised. */
const LOOKED_AT = 20;
/** A clue in a longer record than this is no longer looked for: regular expressions take their time. */
const MAX_TEXT = 100_000;

/** A source that could have written a text, with the records that its reader cuts out of it. */
export interface RankedSource {
  readonly source: Source;
  /** 0 to 1: how much the clues that were found speak for it. */
  readonly score: number;
  readonly records: readonly RawRecord[];
}

/** Cuts the first records out of a text; the last one may be cut off, because the text is the beginning of a file. */
export const firstRecords = (source: Source, text: string, isWhole: boolean): RawRecord[] => {
  const cutter = createRecordCutter(source.format);
  const records = cutter.push(text);
  if (isWhole || records.length === 0) records.push(...cutter.end());
  return records.slice(0, LOOKED_AT);
};

const scoreOf = ({ recognise }: Source, records: readonly RawRecord[]): number => {
  const [first] = records;
  if (!first) return 0;
  const seen = [
    ...(first.header === undefined ? [] : [first.header]),
    ...records.map(({ message }) => message),
  ]
    .join('\n')
    .slice(0, MAX_TEXT);
  const doubt = recognise
    .filter(({ matches }) => new RegExp(matches, 'mu').test(seen))
    .reduce((product, { weight }) => product * (1 - weight / 100), 1);
  return 1 - doubt;
};

/**
 * Sources that could have written a text, most likely first, by the clues in their files. Those without a clue are left out.
 * @param isWhole false when the text is only the beginning of a file
 */
export const rankSources = (
  sources: readonly Source[],
  text: string,
  isWhole: boolean
): RankedSource[] =>
  sources
    .map((source) => {
      const records = firstRecords(source, text, isWhole);
      return { source, records, score: scoreOf(source, records) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.source.id.localeCompare(b.source.id));

/** How sure a source is, once its pipeline has tried the records: clues alone are worth a quarter. */
export const confidenceOf = (score: number, parsed: number, records: number): number =>
  records === 0 ? 0 : Math.round(score * (0.25 + 0.75 * (parsed / records)) * 100) / 100;

import type { Client } from '@elastic/elasticsearch';
import { toRawDocument } from '../../common/ingest/raw_document';
import type { Site } from '../../common/model/call';
import type { Source } from '../../common/model/source';
import { confidenceOf, rankSources } from '../../common/sources/rank_sources';
import { CommandError } from '../command/command_error';
import { knownSources } from './known_sources';
import { readText } from './read_file';
import { simulateRecords } from './simulate';

/** Enough for a few long JSON records. */
const BEGINNING = 200_000;
/** Sources whose pipelines try the records. */
const TRIED = 5;
/** Below this a person has to say what wrote the file. */
const SURE = 0.5;

const beginningOf = async (file: string): Promise<{ text: string; isWhole: boolean }> => {
  let text = '';
  for await (const chunk of readText(file)) {
    text += chunk;
    if (text.length >= BEGINNING) return { text: text.slice(0, BEGINNING), isWhole: false };
  }
  return { text, isWhole: true };
};

/**
 * Finds out which phone system wrote a file: clues in its text first, then their pipelines try its first records.
 * @throws CommandError naming the candidates when none of them is sure enough
 */
export const recogniseSource = async (
  client: Client,
  file: string,
  { site, dataStream }: { readonly site: Site; readonly dataStream: string }
): Promise<{ readonly source: Source; readonly confidence: number }> => {
  const { text, isWhole } = await beginningOf(file);
  const tried = rankSources(knownSources(), text, isWhole)
    .slice(0, TRIED)
    .map(async ({ source, score, records }) => {
      const documents = records.map(({ message, header }) =>
        toRawDocument({ message, header, provider: source.id, site })
      );
      const results = await simulateRecords(client, documents, dataStream);
      const parsed = results.filter(({ failure }) => failure === undefined).length;
      return { source, confidence: confidenceOf(score, parsed, records.length) };
    });
  const candidates = (await Promise.all(tried)).sort((a, b) => b.confidence - a.confidence);
  const [best] = candidates;
  if (best && best.confidence >= SURE) return best;
  const named = candidates.map(
    ({ source, confidence }) => `${source.id} (${Math.round(confidence * 100)} %)`
  );
  throw new CommandError(
    `What wrote ${file} is not recognised${named.length > 0 ? `; it may be ${named.join(', ')}` : ''}. Say it with --source, or read it with --source generic and a column mapping.`,
    2
  );
};

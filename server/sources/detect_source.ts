import type { DetectResponse, SourceCandidate } from '../../common/api/sources';
import type { Site } from '../../common/model/call';
import type { Source } from '../../common/model/source';
import { guessLayout } from '../../common/sources/guess_layout';
import { confidenceOf, firstRecords, rankSources } from '../../common/sources/rank_sources';
import { toDocuments } from '../records/record_batch';
import { simulateRecords } from '../records/simulate_records';
import type { ElasticsearchClient } from '../kibana';
import { guessCountry } from '../numbers/guess_country';

/** Sources whose pipelines try the records; the clues of the others speak less for them. */
const TRIED = 5;
/** The browser sends the beginning of a file; a shorter text is the whole of it. */
const WHOLE_TEXT = 200_000;

/**
 * Which sources could have written a text: clues in the text first, then their pipelines try its first records.
 * @param text the beginning of a file
 * @throws VishingError `not_set_up`
 */
export const detectSources = async (
  es: ElasticsearchClient,
  sources: readonly Source[],
  { text, site }: { readonly text: string; readonly site: Site }
): Promise<DetectResponse> => {
  const isWhole = text.length < WHOLE_TEXT;
  const ranked = rankSources(sources, text, isWhole).slice(0, TRIED);
  const tried = ranked.map(async ({ source, score, records }): Promise<SourceCandidate> => {
    const simulated = await simulateRecords(
      es,
      toDocuments({ source: source.id, site, records: records.map(withoutUndefined) })
    );
    const parsed = simulated.filter(({ failure }) => failure === undefined).length;
    return {
      id: source.id,
      confidence: confidenceOf(score, parsed, records.length),
      parsed,
      records: records.length,
      reason: simulated.find(({ failure }) => failure !== undefined)?.failure,
    };
  });
  const candidates = await Promise.all(tried);
  candidates.sort((a, b) => b.confidence - a.confidence || a.id.localeCompare(b.id));
  const generic = sources.find(({ recognise }) => recognise.length === 0);
  const lines = generic ? firstRecords(generic, text, isWhole) : [];
  const layout = guessLayout(lines.map(({ message }) => message));
  return {
    candidates,
    country: guessCountry(text),
    layout: { ...layout, columns: [...layout.columns] },
  };
};

const withoutUndefined = ({ message, header }: { message: string; header?: string }) =>
  header === undefined ? { message } : { message, header };

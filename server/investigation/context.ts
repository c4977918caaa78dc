import type { ElasticsearchClient } from '../kibana';
import type { RuleCatalogue } from './rule_knowledge';
import type { TimelineSignal } from './timeline/timeline_signal';

/**
 * Masks numbers and names in an answer.
 * @param known documents whose names stand in the answer's sentences
 */
export type Mask = <T>(answer: T, known?: unknown) => T;

/** What every question of the investigation needs. */
export interface InvestigationContext {
  /** Acts with the rights of the person who asks. */
  readonly es: ElasticsearchClient;
  readonly spaceId: string;
  readonly rules: RuleCatalogue;
  readonly signals: readonly TimelineSignal[];
  /** International format of an E.164 number; other text comes back as it is. */
  readonly formatNumber: (number: string) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
  /** For people who may not see personal data: they search and sort what they see, not what is behind it. */
  readonly mask?: Mask;
}

import type { Client } from '@elastic/elasticsearch';
import type { WhyAnswer } from '../../../common/api/why';
import type { Tuning } from '../../../common/model/tuning';
import type { DetectionContent } from '../../../server/detection_content/load_detection_content';
import { knowledgeOf } from '../../../server/knowledge';
import { inFull } from '../../../server/why/show_value';
import { whyNot } from '../../../server/why/why_not';

/** The newest call of the people of a case, by id. */
export const newestCallOf = async (
  es: Client,
  people: readonly { readonly id: string }[]
): Promise<string | undefined> => {
  const { hits } = await es.search({
    index: 'vishing-calls',
    size: 1,
    query: { terms: { 'vishing.person.id': people.map(({ id }) => id) } },
    sort: [{ '@timestamp': 'desc' }],
  });
  return hits.hits[0]?._id;
};

/** Why the rule did not alert on the call, in a space where nothing is tuned. */
export const askWhy = (
  es: Client,
  content: DetectionContent,
  asked: {
    readonly ruleId: string;
    readonly callId: string;
    readonly spaceId: string;
    readonly nowMs: number;
    /** What the space changed of the rule; nothing when absent. */
    readonly tuning?: Tuning;
  }
): Promise<WhyAnswer> =>
  whyNot(
    {
      es: es,
      spaceId: asked.spaceId,
      shelf: knowledgeOf(content, asked.spaceId),
      tuning: new Map(asked.tuning ? [[asked.ruleId, asked.tuning]] : []),
      show: inFull,
      nowMs: asked.nowMs,
    },
    asked.ruleId,
    asked.callId
  );

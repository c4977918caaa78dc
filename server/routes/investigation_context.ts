import type { InvestigationContext } from '../investigation/context';
import { hideTexts } from '../privacy/hide_texts';
import { maskAnswer } from '../privacy/mask_answer';
import type { RouteContext } from './define_route';
import type { RouteDependencies, SpaceKnowledge } from './route_dependencies';

type Asked = Pick<
  RouteContext<unknown, unknown, unknown>,
  'es' | 'request' | 'signal' | 'personal'
>;

/** Rules and signals; for a person who may not see personal data, without the fields that name somebody. */
export const knowledgeFor = (
  dependencies: RouteDependencies,
  { request, personal }: Pick<Asked, 'request' | 'personal'>
): SpaceKnowledge => {
  const knowledge = dependencies.knowledge(dependencies.spaceOf(request));
  return personal ? knowledge : hideTexts(knowledge);
};

/** What a question of the investigation needs, for one request. */
export const investigationContext = (
  dependencies: RouteDependencies,
  asked: Asked
): InvestigationContext => {
  const { es, request, signal, personal } = asked;
  const { rules, signals } = knowledgeFor(dependencies, asked);
  return {
    es,
    signal,
    spaceId: dependencies.spaceOf(request),
    rules,
    signals,
    mask: personal ? undefined : maskAnswer,
    formatNumber: dependencies.formatNumber,
    now: Date.now,
  };
};

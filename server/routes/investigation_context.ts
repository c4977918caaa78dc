import type { InvestigationContext } from '../investigation/context';
import type { RouteContext } from './define_route';
import type { RouteDependencies } from './route_dependencies';

type Asked = Pick<RouteContext<unknown, unknown, unknown>, 'es' | 'request' | 'signal'>;

/** What a question of the investigation needs, for one request. */
export const investigationContext = (
  dependencies: RouteDependencies,
  { es, request, signal }: Asked
): InvestigationContext => {
  const spaceId = dependencies.spaceOf(request);
  return {
    es,
    signal,
    spaceId,
    rules: dependencies.knowledge(spaceId).rules,
    formatNumber: dependencies.formatNumber,
    now: Date.now,
  };
};

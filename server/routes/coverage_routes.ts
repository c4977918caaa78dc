import { getCoverage } from '../../common/api/coverage';
import { findRecords } from '../coverage/find_records';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

/** Route of the coverage page: what rules and signals need, and what of it is there. */
export const registerCoverageRoutes = (dependencies: RouteDependencies): void => {
  defineRoute(dependencies, getCoverage, async ({ es, request, query, signal }) => {
    const { knowledge, spaceOf } = dependencies;
    const { dataSets, ...coverage } = knowledge(spaceOf(request)).coverage;
    return { ...coverage, data_sets: await findRecords(es, dataSets, { ...query, signal }) };
  });
};

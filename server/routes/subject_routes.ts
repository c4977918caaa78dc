import {
  getNumber,
  getNumberNeighbours,
  getNumberPeople,
  getNumberSuspiciousCalls,
} from '../../common/api/number';
import { getPerson, getPersonCalls, getPersonSuspiciousCalls } from '../../common/api/person';
import { listSuspiciousCallsOf } from '../investigation/suspicious_calls_of';
import { getNumberDetails } from '../number/get_number';
import { listNeighbours } from '../number/neighbours';
import { listReachedPeople } from '../number/reached_people';
import { numberSubject } from '../number/suspicious_calls';
import { getPersonDetails } from '../person/get_person';
import { listPersonCalls, personSubject } from '../person/person_calls';
import { defineRoute } from './define_route';
import { investigationContext } from './investigation_context';
import type { RouteDependencies } from './route_dependencies';

/** Routes of the pages of one number and of one person. */
export const registerSubjectRoutes = (dependencies: RouteDependencies): void => {
  defineRoute(dependencies, getNumber, (context) =>
    getNumberDetails(
      investigationContext(dependencies, context),
      context.params.number,
      context.query
    )
  );
  defineRoute(dependencies, getNumberPeople, (context) =>
    listReachedPeople(
      investigationContext(dependencies, context),
      context.params.number,
      context.query
    )
  );
  defineRoute(dependencies, getNumberNeighbours, (context) =>
    listNeighbours(
      investigationContext(dependencies, context),
      context.params.number,
      context.query
    )
  );
  // Async, so that a text that is no number becomes a rejected promise.
  defineRoute(dependencies, getNumberSuspiciousCalls, async (context) =>
    listSuspiciousCallsOf(
      investigationContext(dependencies, context),
      numberSubject(context.params.number),
      context.query
    )
  );
  defineRoute(dependencies, getPerson, (context) =>
    getPersonDetails(
      investigationContext(dependencies, context),
      context.params.person_id,
      context.query
    )
  );
  defineRoute(dependencies, getPersonCalls, (context) =>
    listPersonCalls(
      investigationContext(dependencies, context),
      context.params.person_id,
      context.query
    )
  );
  defineRoute(dependencies, getPersonSuspiciousCalls, async (context) =>
    listSuspiciousCallsOf(
      investigationContext(dependencies, context),
      await personSubject(context.es, context.params.person_id),
      context.query
    )
  );
};

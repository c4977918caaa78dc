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

/** For the audit log: the number or person that was asked for. */
const seenNumber = (action: string) => ({
  access: ({ params }: { params: { number: string } }) => ({ action, numbers: [params.number] }),
});
const seenPerson = (action: string) => ({
  access: ({ params }: { params: { person_id: string } }) => ({
    action,
    people: [params.person_id],
  }),
});

/** Routes of the pages of one number and of one person. */
export const registerSubjectRoutes = (dependencies: RouteDependencies): void => {
  defineRoute(
    dependencies,
    getNumber,
    (context) =>
      getNumberDetails(
        investigationContext(dependencies, context),
        context.params.number,
        context.query
      ),
    seenNumber('number_view')
  );
  defineRoute(
    dependencies,
    getNumberPeople,
    (context) =>
      listReachedPeople(
        investigationContext(dependencies, context),
        context.params.number,
        context.query
      ),
    seenNumber('number_people')
  );
  defineRoute(
    dependencies,
    getNumberNeighbours,
    (context) =>
      listNeighbours(
        investigationContext(dependencies, context),
        context.params.number,
        context.query
      ),
    seenNumber('number_neighbours')
  );
  // Async, so that a text that is no number becomes a rejected promise.
  defineRoute(
    dependencies,
    getNumberSuspiciousCalls,
    async (context) =>
      listSuspiciousCallsOf(
        investigationContext(dependencies, context),
        numberSubject(context.params.number),
        context.query
      ),
    seenNumber('number_calls')
  );
  defineRoute(
    dependencies,
    getPerson,
    (context) =>
      getPersonDetails(
        investigationContext(dependencies, context),
        context.params.person_id,
        context.query
      ),
    seenPerson('person_view')
  );
  defineRoute(
    dependencies,
    getPersonCalls,
    (context) =>
      listPersonCalls(
        investigationContext(dependencies, context),
        context.params.person_id,
        context.query
      ),
    seenPerson('person_calls')
  );
  defineRoute(
    dependencies,
    getPersonSuspiciousCalls,
    async (context) =>
      listSuspiciousCallsOf(
        investigationContext(dependencies, context),
        await personSubject(context.es, context.params.person_id),
        context.query
      ),
    seenPerson('person_calls')
  );
};

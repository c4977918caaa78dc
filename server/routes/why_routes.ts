import { findCalls, askWhyNot } from '../../common/api/why';
import { UNTUNED } from '../../common/model/tuning';
import { VishingError } from '../errors';
import { tuningInForce } from '../tuning/tuning_in_force';
import { readAllTuning } from '../tuning/tuning_store';
import { findRule } from '../tuning/rule_entry';
import { wrongValues } from '../tuning/usable_tuning';
import { findCallsBy } from '../why/find_calls';
import { inFull, masked } from '../why/show_value';
import { whyNot } from '../why/why_not';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

/** Routes of the question why a rule did not alert on a call. */
export const registerWhyRoutes = (dependencies: RouteDependencies): void => {
  const { knowledge, spaceOf } = dependencies;
  defineRoute(
    dependencies,
    askWhyNot,
    async ({ es, signal, request, params, body, savedObjects, personal }) => {
      const spaceId = spaceOf(request);
      const shelf = knowledge(spaceId);
      const tuning = tuningInForce(shelf.definitions, await readAllTuning(savedObjects));
      const { values } = body;
      if (values) {
        const rule = findRule(shelf, params.rule_id);
        const asked = { ...(tuning.get(rule.rule_id) ?? UNTUNED), values };
        const wrong = wrongValues(rule, asked);
        if (wrong.length > 0) throw new VishingError('bad_request', wrong.join(' '));
        tuning.set(rule.rule_id, asked);
      }
      const answer = await whyNot(
        { es, signal, spaceId, shelf, tuning, show: personal ? inFull : masked, nowMs: Date.now() },
        params.rule_id,
        params.call_id
      );
      return personal ? answer : withoutAccounts(answer);
    },
    { access: ({ params }) => ({ action: 'why_view', callId: params.call_id }) }
  );
  defineRoute(
    dependencies,
    findCalls,
    ({ es, signal, query }) => findCallsBy({ es, signal }, query),
    {
      access: ({ query }, answer) => ({
        action: 'call_search',
        search: query.search,
        numbers: answer?.calls.map(({ number }) => number),
      }),
    }
  );
};

/** Accounts and addresses stand here outside the fields that tell what they are. */
const withoutAccounts = (answer: Awaited<ReturnType<typeof whyNot>>): typeof answer => {
  const { join, source, counts } = answer;
  return {
    ...answer,
    ...(join
      ? { join: { ...join, values: join.values.map((value) => masked(join.field, value)) } }
      : {}),
    ...(source?.others
      ? { source: { ...source, others: { ...source.others, accounts: [] } } }
      : {}),
    counts: counts.map((count) => ({
      ...count,
      value: masked(join?.field ?? 'user.email', count.value),
    })),
  };
};

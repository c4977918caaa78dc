import {
  compileRule,
  endException,
  exceptPair,
  getRule,
  getRuleActivity,
  getRules,
  readEdits,
  tuneRule,
} from '../../common/api/rules';
import type { RuleException } from '../../common/model/exception';
import type { Tuning } from '../../common/model/tuning';
import { VishingError } from '../errors';
import type { KibanaRequest } from '../kibana';
import type { Rule } from '../rules/rule';
import { readEditedRule } from '../tuning/read_edited_rule';
import { compileOne, findRule, toDetails, toEntries, type RuleShelf } from '../tuning/rule_entry';
import { addException, removeException } from '../tuning/exceptions';
import { readRuleActivity } from '../tuning/rule_activity';
import { readAllTuning, readTuning, saveTuning, withExceptionsOf } from '../tuning/tuning_store';
import { usableTuning, wrongValues } from '../tuning/usable_tuning';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

const refuseWrong = (rule: Rule, tuning: Tuning): void => {
  const wrong = wrongValues(rule, tuning);
  if (wrong.length > 0) throw new VishingError('bad_request', wrong.join(' '));
};

/** For people who may not see whom it is about. */
const withoutPair = ({ labels: _labels, ...exception }: RuleException): RuleException => ({
  ...exception,
  values: ['(hidden)', '(hidden)'],
});

/** Routes of the detection engineer: what rules there are, what they would be with other values, and tuning. */
export const registerRuleRoutes = (dependencies: RouteDependencies): void => {
  const { knowledge, spaceOf, started } = dependencies;
  const shelfOf = (request: KibanaRequest): RuleShelf => knowledge(spaceOf(request));
  const userOf = async (request: KibanaRequest): Promise<string> => {
    const { core } = await started();
    return core.security.authc.getCurrentUser(request)?.username ?? 'unknown';
  };

  defineRoute(dependencies, getRules, async ({ request, savedObjects }) => ({
    rules: toEntries(shelfOf(request), await readAllTuning(savedObjects)),
  }));

  defineRoute(dependencies, getRuleActivity, async ({ es, request, query }) => ({
    rules: await readRuleActivity(es, { spaceId: spaceOf(request), ...query }),
  }));

  defineRoute(dependencies, getRule, async ({ request, params, savedObjects, personal }) => {
    const shelf = shelfOf(request);
    const rule = findRule(shelf, params.rule_id);
    const details = toDetails(shelf, rule, await readTuning(savedObjects, rule.rule_id));
    return personal ? details : { ...details, exceptions: details.exceptions.map(withoutPair) };
  });

  defineRoute(dependencies, compileRule, async ({ request, params, body, savedObjects }) => {
    const shelf = shelfOf(request);
    const rule = findRule(shelf, params.rule_id);
    refuseWrong(rule, body);
    const stored = await readTuning(savedObjects, rule.rule_id);
    return { compiled: compileOne(shelf, rule, withExceptionsOf(stored, body)) };
  });

  defineRoute(dependencies, readEdits, async ({ request, params, body, savedObjects }) => {
    const space = knowledge(spaceOf(request));
    const rule = findRule(space, params.rule_id);
    const stored = await readTuning(savedObjects, rule.rule_id);
    const { tuning } = usableTuning(rule, stored.tuning);
    const excepting = withExceptionsOf(stored, tuning);
    return readEditedRule(rule, body, {
      tuning,
      markQuery: (mark) => space.query(rule, excepting, mark),
    });
  });

  defineRoute(dependencies, tuneRule, async ({ request, params, body, savedObjects }) => {
    const { values, settings, note, token } = body;
    const shelf = shelfOf(request);
    const rule = findRule(shelf, params.rule_id);
    const tuning = { values, settings };
    refuseWrong(rule, tuning);
    const stored = await saveTuning(savedObjects, rule.rule_id, {
      ...{ tuning, note, token },
      by: await userOf(request),
      at: new Date().toISOString(),
    });
    return toDetails(shelf, rule, stored);
  });

  defineRoute(dependencies, exceptPair, async ({ request, params, body, savedObjects }) => {
    const shelf = shelfOf(request);
    const rule = findRule(shelf, params.rule_id);
    const change = { by: await userOf(request), nowMs: Date.now() };
    return toDetails(shelf, rule, await addException(savedObjects, rule, body, change));
  });

  defineRoute(dependencies, endException, async ({ request, params, savedObjects }) => {
    const shelf = shelfOf(request);
    const rule = findRule(shelf, params.rule_id);
    const change = { by: await userOf(request), nowMs: Date.now() };
    const stored = await removeException(savedObjects, rule, params.exception_id, change);
    return toDetails(shelf, rule, stored);
  });
};

import { getBacktestGround, runBacktest as runBacktestApi } from '../../common/api/backtest';
import { UNTUNED } from '../../common/model/tuning';
import { readGround } from '../backtest/ground';
import { createBacktestMemory, rememberForNow, type Remember } from '../backtest/memory';
import { runBacktest, spanOf } from '../backtest/run_backtest';
import { VishingError } from '../errors';
import type { KibanaRequest } from '../kibana';
import { findRule } from '../tuning/rule_entry';
import { tuningInForce } from '../tuning/tuning_in_force';
import { readAllTuning } from '../tuning/tuning_store';
import { wrongValues } from '../tuning/usable_tuning';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

/** Routes of the back-test: what a rule with other values would have found in the space's own data. */
export const registerBacktestRoutes = (dependencies: RouteDependencies): void => {
  const { knowledge, spaceOf, started } = dependencies;
  const memory = createBacktestMemory();
  const rememberFor = async (
    request: KibanaRequest,
    name: string | undefined
  ): Promise<Remember> => {
    const { core } = await started();
    const user = core.security.authc.getCurrentUser(request)?.username;
    return user === undefined || name === undefined
      ? rememberForNow()
      : memory.of([user, spaceOf(request), name]);
  };

  defineRoute(dependencies, runBacktestApi, async (context) => {
    const { es, request, params, body, savedObjects, signal } = context;
    const span = spanOf(body);
    const spaceId = spaceOf(request);
    const shelf = knowledge(spaceId);
    const rule = findRule(shelf, params.rule_id);
    const wrong = wrongValues(rule, { values: body.values, settings: {} });
    if (wrong.length > 0) throw new VishingError('bad_request', wrong.join(' '));
    const tuning = tuningInForce(shelf.definitions, await readAllTuning(savedObjects));
    tuning.set(rule.rule_id, { ...(tuning.get(rule.rule_id) ?? UNTUNED), values: body.values });
    const remember = await rememberFor(request, body.memory);
    return runBacktest(
      { es, spaceId, rules: shelf.compile(tuning), signal, remember },
      { ruleId: rule.rule_id, span, withRates: body.with_rates }
    );
  });

  defineRoute(dependencies, getBacktestGround, async ({ es, request, params, body }) => {
    const spaceId = spaceOf(request);
    const rule = findRule(knowledge(spaceId), params.rule_id);
    const { timezone: zone } = body;
    return readGround(es, { rule, span: spanOf(body), spaceId, zone, nowMs: Date.now() });
  });
};

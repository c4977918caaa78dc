import { z } from 'zod';
import type { Router } from '../../../../server/kibana';
import { RULES_ALL, RULES_READ } from '../../security/siem_feature';
import { findQuerySchema, findRules } from '../rules/find_rules';
import { RuleError } from '../rules/rule_error';
import { toRuleResponse } from '../rules/rule_schema';
import type { RuleService } from '../rules/rule_service';
import type { RuleStore } from '../rules/rule_store';
import { definePublicRoute } from './define_public_route';

const RULES_PATH = '/api/detection_engine/rules';

const anyBody = z.record(z.string(), z.unknown());
const nothing = z.object({});
const keyQuery = z.object({ id: z.string().optional(), rule_id: z.string().optional() });

const oneKey = (key: z.output<typeof keyQuery>): z.output<typeof keyQuery> => {
  if ((key.id === undefined) === (key.rule_id === undefined)) {
    throw new RuleError(400, 'either "id" or "rule_id" must be set');
  }
  return key;
};

/** Create, read, replace, change, delete and find rules. */
export const registerRuleRoutes = (router: Router, rules: RuleService, store: RuleStore): void => {
  const read = { path: RULES_PATH, privileges: [RULES_READ], query: keyQuery, body: nothing };
  const write = { path: RULES_PATH, privileges: [RULES_ALL], query: nothing, body: anyBody };

  definePublicRoute(router, { ...read, method: 'get' }, ({ query, by }) =>
    Promise.resolve().then(() => toRuleResponse(rules.get(oneKey(query), by.spaceId)))
  );
  definePublicRoute(router, { ...write, method: 'post' }, async ({ body, by }) =>
    toRuleResponse(await rules.create(body, by))
  );
  definePublicRoute(router, { ...write, method: 'put' }, async ({ body, by }) =>
    toRuleResponse(await rules.update(body, by))
  );
  definePublicRoute(router, { ...write, method: 'patch' }, async ({ body, by }) =>
    toRuleResponse(await rules.patch(body, by))
  );
  definePublicRoute(
    router,
    { ...write, method: 'delete', query: keyQuery },
    async ({ query, by }) => toRuleResponse(await rules.remove(oneKey(query), by))
  );
  definePublicRoute(
    router,
    { ...read, method: 'get', path: `${RULES_PATH}/_find`, query: findQuerySchema },
    ({ query, by }) => Promise.resolve().then(() => findRules(store.inSpace(by.spaceId), query))
  );
  definePublicRoute(
    router,
    { ...read, method: 'get', path: '/api/detection_engine/tags', query: nothing },
    ({ by }) => {
      const tags = store.inSpace(by.spaceId).flatMap(({ fields }) => fields.tags);
      return Promise.resolve([...new Set(tags)].sort());
    }
  );
};

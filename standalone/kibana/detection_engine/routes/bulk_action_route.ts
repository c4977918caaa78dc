import { z } from 'zod';
import type { Router } from '../../../../server/kibana';
import type { Identity } from '../../http/identity';
import { RULES_ALL } from '../../security/siem_feature';
import { filterRules } from '../rules/find_rules';
import { RuleError } from '../rules/rule_error';
import { toRuleResponse, type RuleFields, type StoredRule } from '../rules/rule_schema';
import type { RuleService } from '../rules/rule_service';
import type { RuleStore } from '../rules/rule_store';
import { definePublicRoute } from './define_public_route';

const tags = z.array(z.string()).min(1);
const span = z.string().regex(/^[1-9]\d*[smh]$/);

const editSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add_tags'), value: tags }),
  z.object({ type: z.literal('delete_tags'), value: tags }),
  z.object({ type: z.literal('set_tags'), value: tags }),
  z.object({
    type: z.literal('set_schedule'),
    value: z.object({ interval: span, lookback: span }),
  }),
]);
type Edit = z.output<typeof editSchema>;

const target = { ids: z.array(z.string()).min(1).optional(), query: z.string().optional() };
const bodySchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('enable'), ...target }),
  z.object({ action: z.literal('disable'), ...target }),
  z.object({ action: z.literal('delete'), ...target }),
  z.object({ action: z.literal('edit'), edit: z.array(editSchema).min(1), ...target }),
]);
type Body = z.output<typeof bodySchema>;

const seconds = (text: string): number =>
  Number.parseInt(text, 10) * ({ s: 1, m: 60, h: 3600 }[text.slice(-1)] ?? 1);

const applyEdit = (fields: RuleFields, edit: Edit): RuleFields => {
  switch (edit.type) {
    case 'add_tags':
      return { ...fields, tags: [...new Set([...fields.tags, ...edit.value])] };
    case 'delete_tags':
      return { ...fields, tags: fields.tags.filter((tag) => !edit.value.includes(tag)) };
    case 'set_tags':
      return { ...fields, tags: [...new Set(edit.value)] };
    case 'set_schedule': {
      const { interval, lookback } = edit.value;
      return { ...fields, interval, from: `now-${seconds(interval) + seconds(lookback)}s` };
    }
  }
};

const chosen = (body: Body, store: RuleStore, spaceId: string): StoredRule[] => {
  const rules = store.inSpace(spaceId);
  if (body.ids && body.query !== undefined) {
    throw new RuleError(
      400,
      'Both query and ids are sent. Define either ids or query in request payload.'
    );
  }
  if (!body.ids) return filterRules(rules, body.query ?? '');
  return body.ids.map((id) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) throw new RuleError(404, `id: "${id}" not found`);
    return rule;
  });
};

const act = async (
  body: Body,
  rule: StoredRule,
  by: Identity,
  service: RuleService
): Promise<StoredRule> => {
  switch (body.action) {
    case 'enable':
    case 'disable':
      return service.patch({ id: rule.id, enabled: body.action === 'enable' }, by);
    case 'delete':
      return service.remove({ id: rule.id }, by);
    case 'edit':
      return service.patch(
        { ...body.edit.reduce(applyEdit, rule.fields), id: rule.id, rule_id: undefined },
        by
      );
  }
};

/** Does one thing to many rules: switch on or off, delete, edit tags and schedule. */
export const registerBulkActionRoute = (
  router: Router,
  service: RuleService,
  store: RuleStore
): void => {
  definePublicRoute(
    router,
    {
      method: 'post',
      path: '/api/detection_engine/rules/_bulk_action',
      privileges: [RULES_ALL],
      query: z.object({ dry_run: z.enum(['true', 'false']).optional() }),
      body: bodySchema,
    },
    async ({ body, query, by }) => {
      const rules = chosen(body, store, by.spaceId);
      const done: Record<string, unknown>[] = [];
      if (query.dry_run !== 'true') {
        for (const rule of rules) done.push(toRuleResponse(await act(body, rule, by, service)));
      }
      const total = rules.length;
      const results = {
        updated: body.action === 'delete' ? [] : done,
        deleted: body.action === 'delete' ? done : [],
        created: [],
        skipped: [],
      };
      const summary = { failed: 0, skipped: 0, succeeded: total, total };
      return { success: true, rules_count: total, attributes: { results, summary } };
    }
  );
};

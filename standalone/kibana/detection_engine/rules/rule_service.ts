import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Identity } from '../../http/identity';
import type { ApiKeys } from '../../security/api_keys';
import { RuleError } from './rule_error';
import { ruleFieldsSchema, type RuleFields, type StoredRule } from './rule_schema';
import type { RuleKey, RuleStore } from './rule_store';

export type RuleBody = Readonly<Record<string, unknown>>;

/** Creates, changes and deletes rules for one person; every change makes the rule act with that person's rights. */
export interface RuleService {
  create(body: RuleBody, by: Identity): Promise<StoredRule>;
  /** Replaces the content; switched on stays switched on unless the body says otherwise. */
  update(body: RuleBody, by: Identity): Promise<StoredRule>;
  /** Changes only the fields of the body. */
  patch(body: RuleBody, by: Identity): Promise<StoredRule>;
  remove(key: RuleKey, by: Identity): Promise<StoredRule>;
  get(key: RuleKey, spaceId: string): StoredRule;
}

const describe = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join(', ');

const parseFields = (body: RuleBody): RuleFields => {
  const parsed = ruleFieldsSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RuleError(400, describe(parsed.error));
};

const keySchema = z.object({ id: z.string().optional(), rule_id: z.string().optional() });

const keyOf = (body: RuleBody): RuleKey => {
  const key = keySchema.safeParse(body).data;
  if (!key || (key.id === undefined) === (key.rule_id === undefined)) {
    throw new RuleError(400, 'either "id" or "rule_id" must be set');
  }
  return key;
};

const nameOf = ({ id, rule_id: ruleId }: RuleKey): string =>
  id ? `id: "${id}"` : `rule_id: "${ruleId ?? ''}"`;

const withoutSwitch = ({ enabled: _enabled, ...content }: RuleFields): object => content;

export const createRuleService = (options: {
  readonly store: RuleStore;
  readonly apiKeys: ApiKeys;
}): RuleService => {
  const { store, apiKeys } = options;

  const get = (key: RuleKey, spaceId: string): StoredRule => {
    const rule = store.find(spaceId, key);
    if (!rule) throw new RuleError(404, `${nameOf(key)} not found`);
    return rule;
  };

  const save = async (
    fields: RuleFields,
    by: Identity,
    known: StoredRule | undefined
  ): Promise<StoredRule> => {
    const now = new Date().toISOString();
    const apiKey = await apiKeys.grant(`Alerting: ${fields.type}/${fields.name}`, by.authorization);
    const changed = known && !isDeepStrictEqual(withoutSwitch(known.fields), withoutSwitch(fields));
    const rule: StoredRule = {
      id: known?.id ?? randomUUID(),
      spaceId: by.spaceId,
      fields,
      revision: (known?.revision ?? 0) + (changed ? 1 : 0),
      createdAt: known?.createdAt ?? now,
      createdBy: known?.createdBy ?? by.user.username,
      updatedAt: now,
      updatedBy: by.user.username,
      apiKey,
      lastExecution: known?.lastExecution,
    };
    store.put(rule);
    if (known) await apiKeys.invalidate([known.apiKey]);
    return rule;
  };

  return {
    get,
    create: async (body, by) => {
      const fields = parseFields(body);
      if (store.find(by.spaceId, { rule_id: fields.rule_id })) {
        throw new RuleError(409, `rule_id: "${fields.rule_id}" already exists`);
      }
      return save(fields, by, undefined);
    },
    update: async (body, by) => {
      const known = get(keyOf(body), by.spaceId);
      const { rule_id: ruleId, enabled, version } = known.fields;
      const fields = parseFields({ enabled, version, ...body, rule_id: ruleId });
      return save(fields, by, known);
    },
    patch: async (body, by) => {
      const known = get(keyOf(body), by.spaceId);
      const { id: _id, ...changes } = body;
      return save(parseFields({ ...known.fields, ...changes }), by, known);
    },
    remove: async (key, by) => {
      const rule = get(key, by.spaceId);
      store.remove(rule.id);
      await apiKeys.invalidate([rule.apiKey]);
      return rule;
    },
  };
};

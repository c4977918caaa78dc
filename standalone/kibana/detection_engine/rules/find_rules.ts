import { z } from 'zod';
import { valuesAt } from '../field_access';
import { matchesKql } from '../kql/matches';
import { parseKql } from '../kql/parse';
import { KqlSyntaxError } from '../kql/tokenize';
import { RuleError } from './rule_error';
import { toRuleResponse, type StoredRule } from './rule_schema';

export const findQuerySchema = z.object({
  filter: z.string().default(''),
  sort_field: z.string().default('updated_at'),
  sort_order: z.enum(['asc', 'desc']).default('desc'),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(0).max(10_000).default(20),
});
export type FindQuery = z.output<typeof findQuerySchema>;

const toCamel = (name: string): string =>
  name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** The saved object that filters such as `alert.attributes.tags: "x"` speak of. */
const savedObjectOf = ({ fields, createdBy, updatedBy }: StoredRule): object => ({
  alert: {
    attributes: {
      name: fields.name,
      tags: fields.tags,
      enabled: fields.enabled,
      interval: fields.interval,
      createdBy,
      updatedBy,
      params: {
        ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [toCamel(key), value])),
        immutable: false,
      },
    },
  },
});

/** The rules that match a KQL filter over `alert.attributes`. @throws RuleError for a filter that cannot be read */
export const filterRules = (rules: readonly StoredRule[], filter: string): StoredRule[] => {
  try {
    const node = parseKql(filter);
    return rules.filter((rule) => matchesKql(node, savedObjectOf(rule)));
  } catch (error) {
    if (error instanceof KqlSyntaxError) throw new RuleError(400, error.message);
    throw error;
  }
};

const compareBy =
  (field: string, order: 'asc' | 'desc') =>
  (a: Record<string, unknown>, b: Record<string, unknown>): number => {
    const [left = '', right = ''] = [valuesAt(a, field)[0], valuesAt(b, field)[0]];
    const ascending =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right));
    return order === 'asc' ? ascending : -ascending;
  };

/** One page of rules, as `_find` answers it. */
export const findRules = (rules: readonly StoredRule[], query: FindQuery): object => {
  const found = filterRules(rules, query.filter)
    .map(toRuleResponse)
    .sort(compareBy(query.sort_field, query.sort_order));
  const start = (query.page - 1) * query.per_page;
  return {
    page: query.page,
    perPage: query.per_page,
    total: found.length,
    data: found.slice(start, start + query.per_page),
  };
};

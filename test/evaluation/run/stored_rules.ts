import { join } from 'node:path';
import { CALLS_INDEX } from '../../../common/constants';
import type { CompiledRule } from '../../../common/api/setup';
import type { ParameterValues } from '../../../common/model/parameter';
import { loadDetectionContent } from '../../../server/detection_content/load_detection_content';
import { compileRules } from '../../../server/rules/compile_rules';
import {
  ruleFieldsSchema,
  type StoredRule,
} from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import { indicesRead } from '../../../standalone/kibana/detection_engine/runner/run_rule';

const CONTENT = join(__dirname, '..', '..', '..', 'server', 'content');

/** Everything that ships, with the values of the parameters that ship but for those that are given, by rule id. */
export const loadShippedRules = (spaceId: string, parameters: ParameterValues = {}) => {
  const content = loadDetectionContent(CONTENT);
  return { content, rules: compileRules({ ...content, spaceId, parameters }) };
};

/** The rule as the Detection Engine of a space keeps it; its id is that of the rule, so that alert ids can be repeated. */
export const toStoredRule = (rule: CompiledRule, spaceId: string): StoredRule => ({
  id: rule.rule_id,
  spaceId,
  fields: ruleFieldsSchema.parse({ ...rule, enabled: true }),
  revision: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'evaluation',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'evaluation',
  apiKey: { encoded: '' },
});

export const readsAlerts = ({ fields }: StoredRule): boolean =>
  indicesRead(fields).some((name) => name.includes('.alerts-security'));

/** Whether the rule puts calls beside something else: those must be quiet. */
export const isCorrelation = ({ fields }: StoredRule): boolean =>
  fields.type === 'esql' && /LOOKUP JOIN/.test(fields.query);

export const isBuildingBlock = ({ fields }: StoredRule): boolean =>
  fields.building_block_type !== undefined;

/** Whether it matters to the rule how late call records are. */
export const readsCalls = (rule: StoredRule): boolean =>
  readsAlerts(rule) || isCorrelation(rule) || indicesRead(rule.fields).includes(CALLS_INDEX);

import { toCoverageMap } from './coverage/coverage_map';
import {
  loadDetectionContent,
  type DetectionContent,
} from './detection_content/load_detection_content';
import type { RuleCatalogue } from './investigation/rule_knowledge';
import type { SpaceKnowledge } from './routes/route_dependencies';
import { compileQuery, compileRules } from './rules/compile_rules';
import { compileSignal } from './signals/compile_signal';

const catalogueOf = ({ rules }: DetectionContent): RuleCatalogue =>
  new Map(
    rules.map(({ rule_id: ruleId, name, explanation, evidence, note }) => [
      ruleId,
      { ruleId, name, conditions: explanation, evidence, guide: note },
    ])
  );

export interface Knowledge {
  /** Rules and signals as they apply in one space; compiled once a space. */
  readonly ofSpace: (spaceId: string) => SpaceKnowledge;
  /** Files that cannot be used, and why. */
  readonly broken: DetectionContent['broken'];
}

/** Rules and signals as they apply in one space. */
export const knowledgeOf = (content: DetectionContent, spaceId: string): SpaceKnowledge => ({
  rules: catalogueOf(content),
  signals: content.signals.map((signal) =>
    compileSignal(signal, { tables: content.tables, spaceId })
  ),
  definitions: content.rules,
  attack: content.attack,
  coverage: toCoverageMap(content),
  query: (rule, { values, exceptions = [] }, mark) =>
    compileQuery(
      rule,
      {
        ...content,
        spaceId,
        parameters: { [rule.rule_id]: values },
        exceptions: { [rule.rule_id]: exceptions },
      },
      mark
    ),
  compile: (tuning = new Map(), chosen = content.rules) =>
    compileRules({
      ...content,
      rules: chosen,
      spaceId,
      parameters: Object.fromEntries([...tuning].map(([id, { values }]) => [id, values])),
      settings: Object.fromEntries([...tuning].map(([id, { settings }]) => [id, settings])),
      exceptions: Object.fromEntries(
        [...tuning].map(([id, { exceptions = [] }]) => [id, exceptions])
      ),
    }),
});

/**
 * Reads signals and rules from `contentDir` once.
 * @throws when a folder or a table is missing, which means a broken installation of the plugin
 */
export const createKnowledge = (contentDir: string): Knowledge => {
  const content = loadDetectionContent(contentDir);
  const bySpace = new Map<string, SpaceKnowledge>();
  return {
    broken: content.broken,
    ofSpace: (spaceId) => {
      const knowledge = bySpace.get(spaceId) ?? knowledgeOf(content, spaceId);
      bySpace.set(spaceId, knowledge);
      return knowledge;
    },
  };
};

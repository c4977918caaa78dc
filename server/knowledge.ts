import { toCoverageMap } from './coverage/coverage_map';
import {
  loadDetectionContent,
  type DetectionContent,
} from './detection_content/load_detection_content';
import type { RuleCatalogue } from './investigation/rule_knowledge';
import type { SpaceKnowledge } from './routes/route_dependencies';
import { compileQuery, compileRules } from './rules/compile_rules';
import { compileSignal, type CompiledSignal } from './signals/compile_signal';

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
  /** How sources say that somebody reset another person's account; it reads no alerts, so it is the same in every space. */
  readonly resetSignal: () => CompiledSignal;
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

const RESET_SIGNAL = 'account.admin_reset';

/** @throws Error when the file is missing or broken */
export const resetSignalOf = ({ signals, tables }: DetectionContent): CompiledSignal => {
  const signal = signals.find(({ id }) => id === RESET_SIGNAL);
  if (!signal) throw new Error(`The signal ${RESET_SIGNAL} is missing in this installation.`);
  return compileSignal(signal, { tables, spaceId: 'default' });
};

/**
 * Reads signals and rules from `contentDir` once.
 * @throws when a folder or a table is missing, which means a broken installation of the plugin
 */
export const createKnowledge = (contentDir: string): Knowledge => {
  const content = loadDetectionContent(contentDir);
  const bySpace = new Map<string, SpaceKnowledge>();
  return {
    broken: content.broken,
    resetSignal: () => resetSignalOf(content),
    ofSpace: (spaceId) => {
      const knowledge = bySpace.get(spaceId) ?? knowledgeOf(content, spaceId);
      bySpace.set(spaceId, knowledge);
      return knowledge;
    },
  };
};

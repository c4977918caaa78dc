import type { CompiledRule } from '../api/setup';

/**
 * Rules as the file that Kibana's "Import rules" takes (`POST /api/detection_engine/rules/_import`, 9.x): one JSON object a
 * line, the last one says how many there are. Kibana keeps `rule_id`, so that the rules are ours wherever they are imported.
 */
export const toRulesFile = (rules: readonly CompiledRule[]): string => {
  const details = {
    exported_count: rules.length,
    exported_rules_count: rules.length,
    missing_rules: [],
    missing_rules_count: 0,
    exported_exception_list_count: 0,
    exported_exception_list_item_count: 0,
    missing_exception_list_item_count: 0,
    missing_exception_list_items: [],
    missing_exception_lists: [],
    missing_exception_lists_count: 0,
  };
  // A rule without this is refused where it could be mistaken for one of Elastic's own.
  const lines = rules.map((rule) => ({ ...rule, immutable: false }));
  return `${[...lines, details].map((line) => JSON.stringify(line)).join('\n')}\n`;
};

import { loadCoverageTable, type CoverageTable } from '../coverage/coverage_table';
import { loadRules } from '../rules/load_rules';
import type { Rule } from '../rules/rule';
import { loadSignals } from '../signals/load_signals';
import type { Signal } from '../signals/signal';
import { loadAttack, type AttackTable } from './attack';
import type { BrokenFile } from './read_folder';
import { loadTables, type ContentTables } from './tool_tables';

/** Everything that detection is made of, as data. */
export interface DetectionContent {
  readonly tables: ContentTables;
  readonly attack: AttackTable;
  readonly coverage: CoverageTable;
  readonly signals: readonly Signal[];
  /** Counting rules first. */
  readonly rules: readonly Rule[];
  /** Files that cannot be used; the others still work. */
  readonly broken: readonly BrokenFile[];
}

/**
 * Reads signals, rules and their tables from `contentDir` (`server/content`).
 * @throws when a folder or a table is missing, which means a broken installation of the plugin
 */
export const loadDetectionContent = (contentDir: string): DetectionContent => {
  const { signals, broken: brokenSignals } = loadSignals(contentDir);
  const { rules, broken: brokenRules } = loadRules(contentDir);
  return {
    tables: loadTables(contentDir),
    attack: loadAttack(contentDir),
    coverage: loadCoverageTable(contentDir),
    signals,
    rules,
    broken: [...brokenSignals, ...brokenRules],
  };
};

import { useCallback, useMemo } from 'react';
import type { RuleDetails } from '../../../../common/api/rules';
import type { InstalledRule } from '../../../../common/detection_engine/client';
import { createBrowserDetectionEngine } from '../../../api/detection_engine';
import { useQuery, type QueryState } from '../../../api/use_query';
import { useServices } from '../../../shared/services';
import { toRows, type RuleRow } from '../../list/rule_rows';

export interface StandingRule {
  readonly row: RuleRow;
  /** Undefined while the rule is not installed. */
  readonly installed: InstalledRule | undefined;
}

/** How the rule stands in Kibana; asked again whenever its saved values change. */
export const useInstalledRule = (rule: RuleDetails): QueryState<StandingRule> => {
  const { core } = useServices();
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const load = useCallback(async (): Promise<StandingRule> => {
    const rules = await engine.findOurRules();
    const [row] = toRows([rule], rules, []);
    if (!row) throw new Error('The rule is not shipped.');
    return { row, installed: row.installed };
  }, [engine, rule]);
  return useQuery(load);
};

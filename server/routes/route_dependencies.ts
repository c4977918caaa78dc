import type { Tuning } from '../../common/model/tuning';
import type { CoverageMap } from '../coverage/coverage_map';
import type { AttackTable } from '../detection_content/attack';
import type { FillContext } from '../rules/fill_rule';
import type { Rule } from '../rules/rule';
import type { CompiledRule } from '../../common/api/setup';
import type { RuleCatalogue } from '../investigation/rule_knowledge';
import type { TimelineSignal } from '../investigation/timeline/timeline_signal';
import type { Audit } from './define_route';
import type { CoreStart, KibanaRequest, Logger, PluginsStart, Router } from '../kibana';
import type { Source } from '../../common/model/source';
import type { Content } from '../setup/content';

/** What rules and signals say in one space, ready for use. */
export interface SpaceKnowledge {
  readonly rules: RuleCatalogue;
  readonly signals: readonly TimelineSignal[];
  /** The shipped rules, before their placeholders are filled. */
  readonly definitions: readonly Rule[];
  readonly attack: AttackTable;
  /** What rules and signals need, for the coverage page. */
  readonly coverage: CoverageMap;
  /** Query of a rule, shipped in this form or not. @param mark puts marks in the place of some parameters' values */
  query(rule: Rule, tuning: Tuning, mark?: FillContext['mark']): string;
  /**
   * Rules as the Detection Engine takes them.
   * @param tuning by rule id; absent: as shipped
   * @param rules those to compile; all that are shipped when absent
   * @throws ContentError for a value outside its limits
   */
  compile(tuning?: ReadonlyMap<string, Tuning>, rules?: readonly Rule[]): CompiledRule[];
}

/** Everything that routes are made of; only the plugin constructs it. */
export interface RouteDependencies {
  readonly router: Router;
  readonly logger: Logger;
  readonly content: Content;
  readonly sources: readonly Source[];
  readonly knowledge: (spaceId: string) => SpaceKnowledge;
  readonly spaceOf: (request: KibanaRequest) => string;
  /** Writes to Kibana's audit log. */
  readonly audit: Audit;
  readonly formatNumber: (number: string) => string;
  /** Contracts that exist only after Kibana has started. */
  readonly started: () => Promise<{ readonly core: CoreStart; readonly plugins: PluginsStart }>;
}

import type { CompiledRule } from '../api/setup';
import type { WorkflowStatus } from '../model/alert';

/** The fields of the Detection Engine's rule answer that we read; the rest passes through. */
export interface InstalledRule extends CompiledRule {
  /** Saved object id, differs per space; `rule_id` is the stable one. */
  readonly id: string;
  readonly revision: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One call of Kibana's public API as the current person; adapters add headers and version. @throws on a status of 400 and above */
export type SendRequest = <T>(request: HttpRequest) => Promise<T>;

/**
 * The Detection Engine as we use it. Two adapters supply `SendRequest`: Core's self client on the server, `core.http`
 * in the browser. Source of the routes: Kibana's public API, version 2023-10-31.
 */
export interface DetectionEngineClient {
  /** All rules with our tag in the current space. */
  findOurRules(): Promise<InstalledRule[]>;
  createRule(rule: CompiledRule): Promise<InstalledRule>;
  /** Replaces the rule with the same `rule_id`. */
  updateRule(rule: CompiledRule): Promise<InstalledRule>;
  /** Switches rules on or off. @param ids saved object ids */
  setEnabled(ids: readonly string[], enabled: boolean): Promise<void>;
  setAlertStatus(
    alertIds: readonly string[],
    status: WorkflowStatus,
    reason?: string
  ): Promise<void>;
}

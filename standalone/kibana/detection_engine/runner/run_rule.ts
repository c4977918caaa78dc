import { randomUUID } from 'node:crypto';
import type { ElasticsearchAccess } from '../../elasticsearch/clients';
import { reasonOf } from '../../elasticsearch/errors';
import { ensureAlertIndex } from '../alerts/alert_index';
import { writeAlerts } from '../alerts/write_alerts';
import type { Execution, RuleFields, StoredRule } from '../rules/rule_schema';
import { indicesOfEsql } from './esql_query';
import { runEsql } from './run_esql';
import { runNewTerms } from './run_new_terms';
import { indicesOf, parseTime, type RunContext, type RunResult } from './run_context';
import { runThreshold } from './run_threshold';

/** How one run of one rule went. */
export interface RuleRunSummary {
  readonly ruleId: string;
  readonly name: string;
  readonly spaceId: string;
  readonly status: Execution['status'];
  /** Alerts written; those that were there already do not count. */
  readonly created: number;
  /** Warnings or the error, for a person; empty when all went well. */
  readonly message: string;
  readonly durationMs: number;
}

export interface RunnerOptions {
  readonly es: ElasticsearchAccess;
  readonly kibanaVersion: string;
}

const STATUS_ORDER: Readonly<Record<Execution['status'], number>> = {
  succeeded: 0,
  'partial failure': 20,
  failed: 30,
};

/** The index patterns that a rule reads. */
export const indicesRead = (fields: RuleFields): string[] =>
  fields.type === 'esql' ? indicesOfEsql(fields.query) : indicesOf(fields);

const contextFor = (rule: StoredRule, now: Date, options: RunnerOptions): RunContext => {
  const { fields } = rule;
  const run = {
    rule,
    executionId: randomUUID(),
    startedAt: now,
    indices: indicesRead(fields),
    kibanaVersion: options.kibanaVersion,
  };
  const internal = options.es.asInternalUser;
  return {
    fields,
    run,
    from: parseTime(fields.from, now),
    to: parseTime(fields.to, now),
    ruleKey: `${rule.spaceId}:${rule.id}`,
    es: options.es.as(`ApiKey ${rule.apiKey.encoded}`),
    internal,
    write: (findings, most) => writeAlerts(internal, run, findings, most),
  };
};

const runByType = (context: RunContext): Promise<RunResult> => {
  const { fields } = context;
  switch (fields.type) {
    case 'esql':
      return runEsql({ ...context, fields });
    case 'threshold':
      return runThreshold({ ...context, fields });
    case 'new_terms':
      return runNewTerms({ ...context, fields });
  }
};

/**
 * Runs a rule once, as if it were `now`. Never rejects: what went wrong is in the summary, and on the rule.
 * @returns the summary, and what the rule's `execution_summary` says of it
 */
export const runRule = async (
  rule: StoredRule,
  now: Date,
  options: RunnerOptions
): Promise<{ summary: RuleRunSummary; execution: Execution }> => {
  const started = Date.now();
  const attempt = async (): Promise<Pick<RuleRunSummary, 'status' | 'created' | 'message'>> => {
    try {
      await ensureAlertIndex(options.es.asInternalUser, rule.spaceId);
      const { created, warnings } = await runByType(contextFor(rule, now, options));
      const status = warnings.length > 0 ? 'partial failure' : 'succeeded';
      return { status, created, message: warnings.join(' ') };
    } catch (error) {
      return { status: 'failed', created: 0, message: reasonOf(error) };
    }
  };
  const { status, created, message } = await attempt();
  const durationMs = Date.now() - started;
  const { rule_id: ruleId, name } = rule.fields;
  return {
    summary: { ruleId, name, spaceId: rule.spaceId, status, created, message, durationMs },
    execution: {
      date: now.toISOString(),
      status,
      status_order: STATUS_ORDER[status],
      message: message || 'Rule execution completed successfully',
      metrics: { total_search_duration_ms: durationMs },
    },
  };
};

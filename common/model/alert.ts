import { z } from 'zod';

export const workflowStatusSchema = z.enum(['open', 'acknowledged', 'closed']);
export type WorkflowStatus = z.infer<typeof workflowStatusSchema>;

export const severitySchema = z.enum(['low', 'medium', 'high', 'critical']);
export type Severity = z.infer<typeof severitySchema>;

/** Kibana's bands: 0-21 low, 22-47 medium, 48-73 high, 74-100 critical. */
export const severityOfScore = (score: number): Severity =>
  score >= 74 ? 'critical' : score >= 48 ? 'high' : score >= 22 ? 'medium' : 'low';

/** One alert of one of our rules about a call. */
export const callAlertSchema = z.object({
  id: z.string(),
  index: z.string(),
  rule_id: z.string(),
  rule_name: z.string(),
  severity: severitySchema,
  risk_score: z.number(),
  status: workflowStatusSchema,
  /** ISO instant of the event that the rule fired on. */
  original_time: z.string(),
  /** ISO instant at which the alert was written. */
  created: z.string(),
  reason: z.string(),
  /** ATT&CK technique ids. */
  techniques: z.array(z.string()),
});
export type CallAlert = z.infer<typeof callAlertSchema>;

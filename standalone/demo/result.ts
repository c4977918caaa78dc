/** What `--json` prints. */
export interface DemoResult {
  readonly records: { readonly sent: number; readonly stored: number; readonly failed: number };
  readonly calls: number;
  /** Share of calls whose person of the company is known, 0 to 1. */
  readonly people_resolved_share: number;
  /** Alerts of the shipped rules, without building blocks. */
  readonly alerts: number;
  readonly suspicious_calls: number;
  readonly campaigns: readonly CampaignResult[];
  /** Suspicious calls that belong to no campaign. */
  readonly benign_calls_alerted: number;
  readonly seconds: Readonly<Record<'setup' | 'ingest' | 'resolve' | 'rules', number>>;
}

export interface CampaignResult {
  readonly id: string;
  readonly detected: boolean;
  readonly alerts: number;
}

import { CAMPAIGN_IDS } from '../generator/campaigns/campaign';
import type { CampaignLabel } from './demo_state';
import type { CampaignResult } from './result';

/** A resolved call by the phone system's own id. */
export interface KnownCall {
  readonly callId: string;
  readonly provider: string;
  readonly siteId: string;
  readonly vendorCallId: string;
}

/** A call that at least one rule alerted on. */
export interface AlertedCall {
  readonly callId: string;
  readonly alerts: number;
}

export interface Verdict {
  readonly campaigns: readonly CampaignResult[];
  readonly benignCallIds: readonly string[];
}

const keyOf = (call: { provider: string; siteId: string; vendorCallId: string }): string =>
  JSON.stringify([call.provider, call.siteId, call.vendorCallId]);

/** Compares what the rules found with what was put into the data. */
export const judge = (
  labels: readonly CampaignLabel[],
  calls: readonly KnownCall[],
  alerted: readonly AlertedCall[]
): Verdict => {
  const labelOfKey = new Map(labels.map((label) => [keyOf(label), label.label]));
  const campaignOf = new Map(
    calls.flatMap((call) => {
      const label = labelOfKey.get(keyOf(call));
      return label === undefined ? [] : [[call.callId, label] as const];
    })
  );
  const campaigns = CAMPAIGN_IDS.map((id) => {
    const hits = alerted.filter(({ callId }) => campaignOf.get(callId) === id);
    const alerts = hits.reduce((sum, call) => sum + call.alerts, 0);
    return { id, detected: hits.length > 0, alerts };
  });
  const benignCallIds = alerted.map(({ callId }) => callId).filter((id) => !campaignOf.has(id));
  return { campaigns, benignCallIds };
};

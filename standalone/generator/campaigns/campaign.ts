import type { Company, Employee } from '../company';
import type { Random } from '../random';
import type { Scene } from '../scene';

export const CAMPAIGN_IDS = [
  'mailflood_teams_quickassist',
  'callback_invoice_remote_tool',
  'helpdesk_reset_signin',
] as const;
export type CampaignId = (typeof CAMPAIGN_IDS)[number];

/** One attack with everything that it left behind. */
export interface Campaign extends Scene {
  readonly id: CampaignId;
  /** Start of the decisive call. */
  readonly callStartMs: number;
  /** Who was deceived; for the help desk also whose account was taken. */
  readonly people: readonly Employee[];
}

export interface CampaignContext {
  readonly random: Random;
  readonly company: Company;
  readonly nowMs: number;
}

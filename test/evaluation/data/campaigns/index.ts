import { callbackInvoiceRemoteTool } from '../../../../standalone/generator/campaigns/callback_invoice_remote_tool';
import type {
  Campaign,
  CampaignContext,
} from '../../../../standalone/generator/campaigns/campaign';
import { helpdeskResetSignin } from '../../../../standalone/generator/campaigns/helpdesk_reset_signin';
import { mailfloodTeamsQuickAssist } from '../../../../standalone/generator/campaigns/mailflood_teams_quickassist';
import { HOUR_MS } from '../../../../standalone/generator/local_time';
import { connectedApp, deviceCodeCall, macTerminalLine, pushFatigueCall } from './accounts';
import type { CampaignMaker } from './campaign';
import { bankRefundAnyDesk, itImpersonationAnyDesk, ownNumberQuickAssist } from './remote_tools';

/** A campaign of the demo, moved to the hour of the call; its maker counts from the present backwards. */
const ofDemo =
  (maker: (context: CampaignContext) => Campaign): CampaignMaker =>
  ({ random, company, callStartMs }) => {
    const beforeNowMs = -maker({ random: random.fork('probe'), company, nowMs: 0 }).callStartMs;
    const campaign = maker({ random, company, nowMs: callStartMs + beforeNowMs });
    return {
      ...campaign,
      quiet: campaign.quiet.map((time) => ({
        ...time,
        toMs: Math.min(time.toMs, callStartMs + 3 * HOUR_MS),
      })),
    };
  };

/** The three that always have the same people go first, so that nobody else takes them. */
export const CAMPAIGN_MAKERS: readonly (readonly [id: string, maker: CampaignMaker])[] = [
  ['mailflood_teams_quickassist', ofDemo(mailfloodTeamsQuickAssist)],
  ['callback_invoice_remote_tool', ofDemo(callbackInvoiceRemoteTool)],
  ['helpdesk_reset_signin', ofDemo(helpdeskResetSignin)],
  ['it_impersonation_anydesk', itImpersonationAnyDesk],
  ['bank_refund_anydesk', bankRefundAnyDesk],
  ['own_number_quick_assist', ownNumberQuickAssist],
  ['push_fatigue_call', pushFatigueCall],
  ['device_code_call', deviceCodeCall],
  ['connected_app', connectedApp],
  ['mac_terminal_line', macTerminalLine],
];
export const CAMPAIGN_IDS: readonly string[] = CAMPAIGN_MAKERS.map(([id]) => id);

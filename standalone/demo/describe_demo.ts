import type { DemoResult } from './result';
import type { Stack } from './start_stack';

const CAMPAIGN_NAMES: Readonly<Record<string, string>> = {
  mailflood_teams_quickassist: 'mail flood, calls over Teams, Quick Assist',
  callback_invoice_remote_tool: 'invoice with a callback number, remote tool',
  helpdesk_reset_signin: 'call to the help desk, reset, sign-in',
};

/** What was found, for the person at the terminal. */
export const describeResult = ({
  records,
  calls,
  suspicious_calls,
  campaigns,
  benign_calls_alerted,
}: DemoResult): string[] => [
  `${records.stored} call records, ${calls} calls, ${suspicious_calls} of them suspicious (${benign_calls_alerted} belong to no attack)`,
  ...campaigns.map(
    ({ id, detected, alerts }) =>
      `  ${detected ? 'found ' : 'MISSED'}  ${CAMPAIGN_NAMES[id] ?? id} (${alerts} alerts)`
  ),
];

/** Address and log-ins. @param passwords empty when people log in with users of their own */
export const describeLogins = (
  { kibana, connection }: Pick<Stack, 'kibana' | 'connection'>,
  passwords: Readonly<Record<string, string>>
): string[] => [
  '',
  `  Open ${kibana.url}/app/vishing`,
  ...(Object.keys(passwords).length === 0
    ? [`  Log in with a user of ${connection.url}`]
    : [
        '  Log in as',
        ...Object.entries(passwords).map(([user, password]) => `    ${user.padEnd(9)} ${password}`),
      ]),
  '  Stop with Ctrl-C; the data stays.',
  '',
];

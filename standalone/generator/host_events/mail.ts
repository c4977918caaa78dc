import type { Employee } from '../company';
import { MINUTE_MS, toIso } from '../local_time';
import type { Random } from '../random';
import { EMAIL_DOMAIN } from '../sites';
import { toHostEvent, type HostEvent } from './host_event';

/** Exchange message trace: one delivered mail; there is no body. */
export const mailDelivered = (
  random: Random,
  {
    timeMs,
    from,
    to,
    subject,
    delayMinutes = random.int(10, 55),
  }: {
    timeMs: number;
    from: string;
    to: Employee;
    subject: string;
    delayMinutes?: number;
  }
): HostEvent => {
  const [name = '', domain = ''] = from.split('@');
  const messageId = `<${random.hex(16)}@mail.${domain}>`;
  return toHostEvent({
    dataset: 'microsoft_exchange_online_message_trace.log',
    id: random.uuid(),
    timeMs,
    delayMs: delayMinutes * MINUTE_MS,
    event: { outcome: 'success' },
    fields: {
      email: {
        from: { address: [from] },
        to: { address: [to.upn] },
        subject,
        message_id: messageId,
        local_id: random.uuid(),
        delivery_timestamp: toIso(timeMs),
      },
      source: {
        domain,
        ip: `198.51.100.${random.int(1, 254)}`,
        user: { email: from, id: from, name, domain },
      },
      destination: {
        domain: EMAIL_DOMAIN,
        user: { email: to.upn, id: to.upn, name: to.account, domain: EMAIL_DOMAIN },
      },
      related: { user: [to.upn, from, to.account, name] },
      microsoft: {
        online_message_trace: { Status: 'Delivered', Subject: subject, MessageId: messageId },
      },
    },
  });
};

import type { Employee } from '../company';
import { SECOND_MS } from '../local_time';
import type { Random } from '../random';
import { toHostEvent, type HostEvent } from './host_event';

interface WindowsContext {
  readonly random: Random;
  readonly host: string;
  /** Security identifier of the account that wrote the event; the event log has no name. */
  readonly sid: string;
  readonly timeMs: number;
}

const windowsEvent = (
  { random, host, sid, timeMs }: WindowsContext,
  log: {
    dataset: string;
    channel: string;
    provider: string;
    code: string;
    data: Readonly<Record<string, string>>;
  }
): HostEvent =>
  toHostEvent({
    dataset: log.dataset,
    id: random.uuid(),
    timeMs,
    delayMs: random.int(5, 60) * SECOND_MS,
    event: { code: log.code, provider: log.provider },
    fields: {
      host: { name: host.toLowerCase(), os: { type: 'windows' } },
      winlog: {
        channel: log.channel,
        computer_name: `${host}.corp.example.com`,
        event_id: log.code,
        provider_name: log.provider,
        user: { identifier: sid },
        event_data: log.data,
      },
    },
  });

/** Application log: what Quick Assist says about its session. */
const quickAssistEvent = (context: WindowsContext, text: string): HostEvent =>
  windowsEvent(context, {
    dataset: 'system.application',
    channel: 'Application',
    provider: 'Quick Assist',
    code: '0',
    data: { param1: text },
  });

/** The helper is given full control; begins and ends with the session. */
export const quickAssistSession = (
  random: Random,
  { host, sid }: Pick<Employee, 'sid'> & { host: string },
  { startMs, endMs }: { startMs: number; endMs: number }
): HostEvent[] => {
  const at = (timeMs: number): WindowsContext => ({ random, host, sid, timeMs });
  return [
    quickAssistEvent(at(startMs - 20 * SECOND_MS), 'QuickAssist beginsharing'),
    quickAssistEvent(at(startMs), 'QuickAssist setsharingmode FullControl'),
    quickAssistEvent(at(endMs), 'QuickAssist endsharing'),
  ];
};

/** System log 7045: a service was installed. */
export const serviceInstalled = (
  context: WindowsContext,
  name: string,
  imagePath: string
): HostEvent =>
  windowsEvent(context, {
    dataset: 'system.system',
    channel: 'System',
    provider: 'Service Control Manager',
    code: '7045',
    data: {
      ServiceName: name,
      ImagePath: imagePath,
      ServiceType: 'user mode service',
      StartType: 'auto start',
      AccountName: 'LocalSystem',
    },
  });

/** Application log 11707: Windows Installer finished. */
export const productInstalled = (context: WindowsContext, product: string): HostEvent =>
  windowsEvent(context, {
    dataset: 'system.application',
    channel: 'Application',
    provider: 'MsiInstaller',
    code: '11707',
    data: { param1: `Product: ${product} -- Installation completed successfully.` },
  });

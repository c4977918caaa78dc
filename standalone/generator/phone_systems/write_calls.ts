import { endOf, type GeneratedCall } from '../generated_call';
import type { Random } from '../random';
import type { CallLabel, GeneratedRecord, WrittenCall } from '../raw_record';
import type { PhoneSystem } from '../sites';
import { createAsteriskWriter } from './asterisk';
import { createCucmWriter } from './cucm';
import { createTeamsWriter } from './teams';

/** Records in the order in which a shipper can read them, and whose call each one is. */
export interface WrittenCalls {
  readonly records: readonly GeneratedRecord[];
  readonly labels: readonly CallLabel[];
}

/**
 * Lets each call be written down by the phone system of its person's site, in order of the call's end.
 * Records that are not available at `nowMs` are left out, with their labels: nobody could have them yet.
 */
export const writeCalls = (
  random: Random,
  calls: readonly GeneratedCall[],
  nowMs: number
): WrittenCalls => {
  const writers: Readonly<Record<PhoneSystem, (call: GeneratedCall) => WrittenCall>> = {
    asterisk_cdr: createAsteriskWriter(random.fork('asterisk')),
    cisco_cucm: createCucmWriter(random.fork('cucm')),
    ms_teams: createTeamsWriter(random.fork('teams')),
  };
  const records: GeneratedRecord[] = [];
  const labels: CallLabel[] = [];
  for (const call of [...calls].sort((left, right) => endOf(left) - endOf(right))) {
    const { phoneSystem, settings } = call.employee.site;
    const written = writers[phoneSystem](call);
    const readable = written.records.filter(({ availableMs }) => availableMs <= nowMs);
    if (readable.length === 0) continue;
    records.push(...readable);
    labels.push({
      provider: phoneSystem,
      siteId: settings.id,
      vendorCallId: written.vendorCallId,
      label: call.label,
    });
  }
  records.sort((left, right) => left.availableMs - right.availableMs);
  return { records, labels };
};

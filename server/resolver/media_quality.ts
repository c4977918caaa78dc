import type { CallDocument } from '../../common/model/call';
import type { RawRecord } from './raw_record';

type Quality = NonNullable<CallDocument['vishing']['call']['quality']>;

const ofAll = (
  reports: readonly Quality[],
  name: keyof Quality,
  choose: (...values: number[]) => number
): number | undefined => {
  const values = reports.flatMap((report) => report[name] ?? []);
  return values.length > 0 ? choose(...values) : undefined;
};

/**
 * What the worst side of a call heard, of all records that report on media quality.
 * @returns undefined when none does
 */
export const worstQuality = (records: readonly RawRecord[]): Quality | undefined => {
  const reports = records.flatMap(({ vishing }) => vishing.call.quality ?? []);
  if (reports.length === 0) return undefined;
  return {
    mos: ofAll(reports, 'mos', Math.min),
    jitter_ms: ofAll(reports, 'jitter_ms', Math.max),
    latency_ms: ofAll(reports, 'latency_ms', Math.max),
    packets_lost: ofAll(reports, 'packets_lost', Math.max),
  };
};

import type { Site } from '../../common/model/call';
import type { PhoneSystem } from './sites';

/** One record as a phone system writes it, with what a shipper adds. */
export interface GeneratedRecord {
  readonly provider: PhoneSystem;
  readonly site: Site;
  /** The text exactly as written: a CSV line or a JSON object. */
  readonly message: string;
  readonly header?: string;
  /** Absent for records that are fetched from an API. */
  readonly file?: { readonly path: string; readonly offset: number };
  /** When a shipper can read it: records come after the call's end, minutes later on some systems. */
  readonly availableMs: number;
}

/** Which call a phone system's own call id stands for; never part of a document. */
export interface CallLabel {
  readonly provider: PhoneSystem;
  readonly siteId: string;
  readonly vendorCallId: string;
  readonly label: string;
}

export interface WrittenCall {
  readonly records: readonly GeneratedRecord[];
  readonly vendorCallId: string;
}

import { createHash } from 'node:crypto';
import objectHash from 'object-hash';

/** What an alert's id is made of. */
export interface IdParts {
  readonly index: string;
  readonly id: string;
  /** `<space>:<rule object id>` */
  readonly rule: string;
}

/** Name space of Kibana's pseudo ids for the groups of a threshold rule. */
const THRESHOLD_NAMESPACE = '0684ec0372014ee08ee03a3f6b2479b2';

/**
 * An event that an ES|QL rule without STATS found. The version of the event is part of Kibana's formula too, but Kibana reads
 * the event without asking for its version: it is always undefined, so a rewritten event keeps its alert.
 * @param expanded values of the columns that the query expands with MV_EXPAND: each makes an alert of its own
 */
export const esqlEventId = (
  { index, id, rule }: IdParts,
  expanded: readonly unknown[] = []
): string => objectHash([id, undefined, index, rule, ...expanded.filter(Boolean)]);

/** A row of an ES|QL rule with STATS: the id holds the run's time range, so overlapping runs repeat the alert. */
export const esqlRowId = (
  run: { from: Date; to: Date },
  query: string,
  rule: string,
  row: number
): string => objectHash([run.from.toISOString() + run.to.toISOString(), query, rule, row]);

export const newTermsId = ({ index, id, rule }: IdParts, terms: readonly unknown[]): string =>
  objectHash([index, id, 'undefined', rule, [...terms]]);

/** Every other kind of alert about one event. */
export const eventId = ({ index, id, rule }: IdParts): string =>
  createHash('sha256').update(`${index}${id}undefined${rule}`).digest('hex');

/** A name-based UUID (version 5, RFC 9562). */
const uuidV5 = (name: string, namespaceHex: string): string => {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespaceHex, 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** The made-up event that stands for a group of a threshold rule in one run. */
export const thresholdBucketId = (bucket: {
  readonly ruleId: string;
  readonly startedAt: Date;
  readonly fields: readonly string[];
  readonly values: readonly unknown[];
}): string => {
  const values = bucket.values.map(String).sort().join(',');
  const name = `${bucket.ruleId}${bucket.startedAt.toISOString()}${bucket.fields.join(',')}${values}`;
  return uuidV5(name, THRESHOLD_NAMESPACE);
};

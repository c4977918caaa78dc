import { field, type Source } from '../pipelines/pipeline_tester';

/** What the router says behind the reason: which processor failed. */
const PLACE = / \(processor (\w+) with tag (\w+) in pipeline ([\w.-]+)\)$/;
/** A reason is read in a table; it may quote a record, but not repeat all of it. */
const MAX_REASON = 1_200;
const MAX_TYPE = 300;

/** JSON cannot carry half of a surrogate pair; Elasticsearch stores a replacement. */
const comparable = (text: string): string => Buffer.from(text).toString().replaceAll('\uFFFD', '?');

const checkOriginal = (sent: Source, stored: Source): string | undefined => {
  const original = field(stored, 'event.original');
  if (typeof original !== 'string') return 'its original text is not kept';
  if (typeof sent.message !== 'string') return undefined;
  return comparable(original) === comparable(sent.message)
    ? undefined
    : 'its original text is another one';
};

/** Why a failure is none that an administrator can act on. */
const checkReason = (stored: Source): string | undefined => {
  const message = field(stored, 'error.message');
  const type = field(stored, 'error.type');
  if (typeof message !== 'string' || typeof type !== 'string') return 'it has no reason';
  if (message.length > MAX_REASON || type.length > MAX_TYPE)
    return `its reason has ${message.length} characters`;
  const place = PLACE.exec(message);
  if (!place) return 'its reason does not say which processor failed';
  const reason = message.slice(0, place.index);
  // Our own sentences end with a full stop, messages of Java and Painless do not.
  return place[1] === 'script' && !/[.?]$/.test(reason)
    ? `it failed by a fault of a script: ${reason}`
    : undefined;
};

const isTime = (value: unknown): boolean =>
  typeof value === 'string' && Number.isFinite(Date.parse(value)) && /^(19[89]|20)\d/.test(value);

const checkTimes = (stored: Source): string | undefined => {
  for (const name of ['event.start', 'event.end', 'vishing.call.answered_at']) {
    const value = field(stored, name);
    if (value !== undefined && !isTime(value)) return `${name} is ${JSON.stringify(value)}`;
  }
  for (const name of ['event.duration', 'vishing.call.talk_seconds', 'vishing.call.ring_seconds']) {
    const value = field(stored, name);
    if (value !== undefined && !(typeof value === 'number' && value >= 0))
      return `${name} is ${JSON.stringify(value)}`;
  }
  return undefined;
};

export const isFailure = (stored: Source): boolean =>
  field(stored, 'event.kind') === 'pipeline_error';

/** @returns what is wrong with a stored document, undefined when nothing is */
export const faultOf = (sent: Source, stored: Source): string | undefined => {
  if (!isTime(stored['@timestamp']))
    return `its @timestamp is ${JSON.stringify(stored['@timestamp'])}`;
  if (!isTime(field(stored, 'event.ingested'))) return 'it does not say when it came in';
  if (field(stored, '_tmp') !== undefined) return 'it holds temporary fields';
  if (isFailure(stored)) return checkReason(stored) ?? checkOriginal(sent, stored);
  if (field(stored, 'event.kind') !== 'event') return 'it is neither an event nor a failure';
  if (typeof field(stored, 'vishing.call.id') !== 'string') return 'it has no call id';
  if (field(stored, 'event.original') !== undefined)
    return checkOriginal(sent, stored) ?? checkTimes(stored);
  return checkTimes(stored);
};

/** The reason of a failure without what differs from record to record. */
export const failureKind = (stored: Source): string => {
  const type = field(stored, 'error.type');
  return typeof type === 'string' ? type : 'unknown';
};

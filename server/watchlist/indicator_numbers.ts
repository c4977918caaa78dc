import { BAD_ENTRY_DAYS, type Confidence } from '../../common/model/watchlist';

/** Attribute types of MISP that hold phone numbers; its integration gives them no `threat.indicator.type`. */
export const MISP_PHONE_TYPES = ['phone-number', 'prtn', 'whois-registrant-phone'];
/** `threat.indicator.type` of OpenCTI's integration, and of whatever follows STIX. */
export const PHONE_INDICATOR_TYPE = 'phone-number';

/** A phone number that an indicator names. */
export interface IndicatorNumber {
  readonly number: string;
  readonly reason?: string;
  readonly source: string;
  readonly confidence?: Confidence;
  /** ISO instant from which it says nothing any more. */
  readonly expires: string;
}

type Json = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;
const MAX_REASON = 1000;
const MAX_SOURCE = 256;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value by its dotted path; the keys of a document may themselves hold dots. */
const at = (value: unknown, path: string): unknown => {
  if (!isObject(value)) return undefined;
  if (value[path] !== undefined) return value[path];
  const dot = path.indexOf('.');
  for (let end = dot; end > 0; end = path.indexOf('.', end + 1)) {
    const inner = at(value[path.slice(0, end)], path.slice(end + 1));
    if (inner !== undefined) return inner;
  }
  return undefined;
};

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];

const text = (document: unknown, ...paths: readonly string[]): string | undefined =>
  paths
    .map((path) => listOf(at(document, path))[0])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');

const PATTERN_VALUE = /phone-number:value\s*=\s*'((?:[^'\\]|\\.)*)'/g;

const numbersOf = (document: unknown): string[] => {
  const mispType = text(document, 'misp.attribute.type');
  if (mispType !== undefined && MISP_PHONE_TYPES.includes(mispType)) {
    return listOf(at(document, 'misp.attribute.value')).map(String);
  }
  const observables = listOf(at(document, 'opencti.observable.phone_number')).flatMap((one) =>
    listOf(isObject(one) ? one.value : undefined)
  );
  const pattern = text(document, 'opencti.indicator.pattern', 'stix.indicator.pattern') ?? '';
  const patterned = [...pattern.matchAll(PATTERN_VALUE)].map(([, value = '']) =>
    value.replace(/\\(.)/g, '$1')
  );
  const named = listOf(at(document, 'threat.indicator.name'));
  const found = [...observables, ...patterned];
  return [...new Set((found.length > 0 ? found : named).map(String))];
};

const LEVELS: Readonly<Record<string, Confidence>> = { low: 'low', medium: 'medium', high: 'high' };

const expiresOf = (document: unknown): string => {
  const stated = Date.parse(
    text(document, 'opencti.indicator.valid_until', 'misp.attribute.decayed_at') ?? ''
  );
  if (Number.isFinite(stated)) return new Date(stated).toISOString();
  const seen = ['threat.indicator.last_seen', 'threat.indicator.modified_at', '@timestamp']
    .map((path) => Date.parse(text(document, path) ?? ''))
    .filter(Number.isFinite);
  return new Date(Math.max(0, ...seen) + BAD_ENTRY_DAYS * DAY_MS).toISOString();
};

const isRevoked = (document: unknown): boolean =>
  at(document, 'opencti.indicator.revoked') === true ||
  at(document, 'misp.attribute.decayed') === true ||
  at(document, 'misp.attribute.deleted') === true;

/**
 * The phone numbers of one document of `logs-ti_*`, empty where there are none.
 * @returns undefined for an indicator that says nothing any more at `nowMs`
 */
export const readIndicator = (document: unknown, nowMs: number): IndicatorNumber[] | undefined => {
  const numbers = numbersOf(document);
  const expires = expiresOf(document);
  if (numbers.length === 0) return [];
  if (isRevoked(document) || Date.parse(expires) <= nowMs) return undefined;
  const feed = text(document, 'threat.feed.name', 'event.module') ?? 'Threat intelligence';
  const provider = text(document, 'threat.indicator.provider');
  const isTold = provider !== undefined && provider.toLowerCase() !== feed.toLowerCase();
  const reason = text(
    document,
    'threat.indicator.description',
    'misp.attribute.comment',
    'misp.event.info',
    'threat.indicator.name'
  )?.slice(0, MAX_REASON);
  return numbers.map((number) => ({
    number,
    reason: reason === number ? undefined : reason,
    source: (isTold ? `${feed}: ${provider}` : feed).slice(0, MAX_SOURCE),
    confidence: LEVELS[(text(document, 'threat.indicator.confidence') ?? '').toLowerCase()],
    expires,
  }));
};

/**
 * Which fields of a rule are ours, and a hash over them: so an installed rule can be told apart from one that somebody
 * edited in Kibana. Switches and additions that belong to the user (`enabled`, exceptions, actions, more tags) are left out.
 */
const CONTENT_FIELDS = [
  'name',
  'version',
  'type',
  'description',
  'risk_score',
  'severity',
  'risk_score_mapping',
  'severity_mapping',
  'interval',
  'from',
  'to',
  'max_signals',
  'threat',
  'false_positives',
  'note',
  'setup',
  'investigation_fields',
  'building_block_type',
  'query',
  'language',
  'index',
  'threshold',
  'new_terms_fields',
  'history_window_start',
] as const;

/** Key of a rule's `meta` under which an installation keeps the hash of what it installed. */
export const CONTENT_META_KEY = 'vishing_content';

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** The fields of a rule that this plugin ships, in a form that can be compared. */
export const ruleContent = (
  rule: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> =>
  canonical(Object.fromEntries(CONTENT_FIELDS.map((key) => [key, rule[key]]))) as Record<
    string,
    unknown
  >;

/** Sorted keys, empty values left out: Kibana fills in empty defaults that we did not send. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, canonical(inner)] as const)
      .filter(([, inner]) => !isEmpty(inner))
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );
};

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** FNV-1a, 64 bits, over UTF-16 code units: tells texts apart, protects nothing. Browsers have no synchronous SHA-256. */
const fnv1a = (text: string): string => {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * FNV_PRIME);
  }
  return hash.toString(16).padStart(16, '0');
};

/** 16 hex digits over the fields of a rule that this plugin ships. */
export const ruleContentHash = (rule: Readonly<Record<string, unknown>>): string =>
  fnv1a(JSON.stringify(ruleContent(rule)));

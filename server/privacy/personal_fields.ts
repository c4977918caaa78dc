/** What a field of an answer holds, by its name; the last part of dotted names counts. */
export type FieldKind =
  'number' | 'name' | 'account' | 'address' | 'host' | 'technical' | 'raw' | 'text';

/** Ids, instants and codes: they stay as they are, or links and sorting would break. */
const TECHNICAL = new Set([
  ...['call_id', 'rule_id', 'signal_id', 'leg', 'index', 'version', 'method', 'lane', 'role'],
  ...['started', 'start', 'end', 'created', 'ingested', 'original_time', '@timestamp', 'day'],
  ...['first_seen', 'last_seen', 'matched_at', 'expires', 'last_record', 'last_call', 'added_at'],
  ...['last_call_record', 'last_resolved', 'last_alert', 'last_run', 'checkpoint', 'next'],
  ...['status', 'severity', 'verdict', 'direction', 'action', 'outcome', 'techniques', 'guide'],
  ...['country', 'type', 'number_type', 'number_quality', 'quality', 'provider', 'source', 'site'],
  ...['department', 'block', 'region_code', 'tenant', 'rule_name', 'kind', 'result', 'state'],
]);

const KINDS: readonly (readonly [FieldKind, readonly string[]])[] = [
  [
    'number',
    [
      ...['number', 'number_raw', 'number_display', 'display', 'numbers', 'extension', 'e164'],
      ...['extensions', 'dialed', 'forwarded_from', 'raw', 'number_from', 'number_to'],
    ],
  ],
  ['name', ['full_name', 'display_name', 'person', 'people', 'title_of', 'added_by', 'decided_by']],
  ['account', ['account', 'in_calls', 'account_names', 'sid', 'cloud_ids', 'object_id', 'members']],
  ['address', ['email', 'emails', 'upn', 'address']],
  ['host', ['host', 'hosts', 'device']],
  ['raw', ['message', 'example', 'original', 'notes', 'note']],
];
const BY_NAME = new Map(KINDS.flatMap(([kind, names]) => names.map((name) => [name, kind])));

/** Objects whose `id` and `name` are a person's. */
const PERSON_OBJECTS = new Set(['user', 'person', 'people', 'caller', 'callee', 'agent', 'owner']);
const PERSON_MARKS = ['full_name', 'emails', 'upn', 'account_names', 'email'];

/** Whether an object describes a person: by where it stands, or by what it holds. */
export const isPersonObject = (parent: string, value: object): boolean =>
  PERSON_OBJECTS.has(parent) || PERSON_MARKS.some((mark) => mark in value);

/**
 * @param parent name of the field that the object stands in
 * @param inPerson whether the object describes a person
 */
export const kindOf = (field: string, parent: string, inPerson: boolean): FieldKind => {
  const last = field.slice(field.lastIndexOf('.') + 1);
  // Day and name in one text, by which rules find a call: the parts stand elsewhere.
  if (parent === 'on_day' || field.includes('on_day.')) return 'raw';
  if (last === 'name' && (parent === 'account' || field.endsWith('account.name'))) return 'account';
  if (field.endsWith('user.name') || (inPerson && last === 'id')) return 'account';
  if (field.endsWith('host.name') || (parent === 'host' && last === 'name')) return 'host';
  if (last === 'name') return parent === 'user' ? 'account' : inPerson ? 'name' : nameIn(parent);
  if (parent === 'number' && last === 'value') return 'number';
  if (last === 'id') return 'technical';
  // What Kibana writes of an alert names the user of the event.
  if (last === 'reason' && parent === 'alerts') return 'raw';
  return BY_NAME.get(last) ?? (TECHNICAL.has(last) ? 'technical' : 'text');
};

/** Rules, sources and mappings have names too, which are nobody's. */
const nameIn = (parent: string): FieldKind => (parent === 'number' ? 'name' : 'text');

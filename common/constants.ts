/** Plugin id: the app is at `/app/vishing`, settings are below `vishing.` in kibana.yml. */
export const PLUGIN_ID = 'vishing';
export const PLUGIN_NAME = 'Voice phishing';

/** Kibana API privileges; every route names one of them. */
export const READ_PRIVILEGE = 'read_vishing';
export const MANAGE_PRIVILEGE = 'manage_vishing';
/** Everyone who may read has the first; who has the second too sees numbers and names in full. */
export const MASKED_PRIVILEGE = 'read_vishing_masked';
export const PERSONAL_PRIVILEGE = 'read_vishing_personal';

/** UI capabilities (`core.application.capabilities.vishing`) that the two levels of our Kibana privilege give. */
export const READ_CAPABILITY = 'show';
export const MANAGE_CAPABILITY = 'manage';
/** Given by the sub-feature "Personal data". */
export const PERSONAL_CAPABILITY = 'viewPersonalData';

/** The append-only system of record: what each phone system said. */
export const CALL_DATA_STREAM_PATTERN = 'logs-vishing.call-*';
export const CALL_DATA_STREAM_DEFAULT = 'logs-vishing.call-default';
/** Router pipeline: chooses the source's own pipeline by `event.provider`. */
export const CALL_ROUTER_PIPELINE = 'logs-vishing.call';
/** Each saved column mapping of the generic source is a pipeline of this name and its own. */
export const MAPPING_PIPELINE_PREFIX = 'logs-vishing.mapping.';

/** One document a call, written by the call resolver only (`index.mode: lookup`). */
export const CALLS_INDEX = 'vishing-calls';
/** One document a person (`index.mode: lookup`). */
export const DIRECTORY_INDEX = 'vishing-directory';
/** Bad, trusted and own numbers and ranges (`index.mode: lookup`). */
export const WATCHLIST_INDEX = 'vishing-watchlist';
/** Whose computer it is, as the directory says (`index.mode: lookup`). */
export const HOSTS_INDEX = 'vishing-hosts';
/** Under which name the calls of an account are found, as the directory says (`index.mode: lookup`). */
export const ACCOUNTS_INDEX = 'vishing-accounts';
/** Whose accounts were changed during which call (`index.mode: lookup`). */
export const TARGETS_INDEX = 'vishing-targets';
/** Always empty: its mapping names every field that rules and signals mention, so that no query fails for a missing column. */
export const FIELDS_INDEX = 'vishing-fields';
/** Progress of the resolver, readable by everyone who may read calls. */
export const STATE_INDEX = 'vishing-state';

/** Saved object type: what a space's people changed of one rule, under the rule's `rule_id`. */
export const TUNING_TYPE = 'vishing-tuning';

/** Alerts of the Detection Engine in one Kibana space. */
export const alertsIndex = (spaceId: string): string => `.alerts-security.alerts-${spaceId}`;

/** Tag on every rule that this plugin ships, hence on every alert of theirs. */
export const RULE_TAG = 'Vishing';

export const RESOLVER_TASK_TYPE = 'vishing:resolveCalls';
export const RESOLVER_TASK_ID = 'vishing-resolve-calls';
export const RETENTION_TASK_TYPE = 'vishing:applyRetention';
export const RETENTION_TASK_ID = 'vishing-apply-retention';
export const SYNC_TASK_TYPE = 'vishing:syncDirectory';
export const SYNC_TASK_ID = 'vishing-sync-directory';
export const INDICATOR_TASK_TYPE = 'vishing:readIndicators';
export const INDICATOR_TASK_ID = 'vishing-read-indicators';

/** Version of all internal routes. */
export const INTERNAL_API_VERSION = '1';
/** Version of the Detection Engine's public routes (`detection-engine` API of Kibana 8.11 to 9.x). */
export const DETECTION_ENGINE_API_VERSION = '2023-10-31';

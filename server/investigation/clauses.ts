import { formatDuration, formatOffset } from '../../common/format/duration';
import type { CallDocument } from '../../common/model/call';
import type { AlertOfCall } from './alerts';
import { fillTemplate } from './fill_template';
import type { RuleCatalogue } from './rule_knowledge';

export interface ClauseInput {
  readonly call: CallDocument | undefined;
  readonly alerts: readonly AlertOfCall[];
  readonly rules: RuleCatalogue;
}

/** What the event behind an alert was, in one sentence without a full stop. */
export const evidenceOf = ({ alert, source }: AlertOfCall, rules: RuleCatalogue): string => {
  const template = rules.get(alert.rule_id)?.evidence;
  return template ? fillTemplate(template, source) : alert.rule_name;
};

/** The facts of the call that make it stand out. */
const callClauses = ({ vishing }: CallDocument): string[] => {
  const { external, watchlist, call } = vishing;
  const clauses: (string | false | undefined)[] = [
    watchlist?.verdict === 'bad' && 'number on the watchlist',
    external?.own_number && 'our own number from outside',
    external?.is_first_seen && 'number first seen',
    (external?.people_30d ?? 0) > 1 && `reached ${external?.people_30d ?? 0} people in 30 days`,
    call.answered && call.talk_seconds
      ? `spoke for ${formatDuration(call.talk_seconds)}`
      : undefined,
  ];
  return clauses.filter((clause): clause is string => typeof clause === 'string');
};

const alertClause = (
  item: AlertOfCall,
  call: CallDocument | undefined,
  rules: RuleCatalogue
): string => {
  const evidence = evidenceOf(item, rules);
  if (!call) return evidence;
  const offset = Date.parse(item.alert.original_time) - Date.parse(call['@timestamp']);
  // A rule that fires on the call itself says nothing about time.
  return offset === 0 ? evidence : `${evidence}, ${formatOffset(offset)}`;
};

/** Why a call is in the list: each alert's evidence in time order, then the facts of the call; nothing twice. */
export const clausesOf = ({ call, alerts, rules }: ClauseInput): string[] => {
  const inTimeOrder = [...alerts].sort((a, b) =>
    a.alert.original_time.localeCompare(b.alert.original_time)
  );
  const clauses = inTimeOrder.map((item) => alertClause(item, call, rules));
  return [...new Set([...clauses, ...(call ? callClauses(call) : [])])];
};

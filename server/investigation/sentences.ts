import { formatDuration } from '../../common/format/duration';
import { shorten } from '../../common/format/shorten';
import type { CallDocument } from '../../common/model/call';
import type { AlertOfCall } from './alerts';
import { evidenceOf } from './clauses';
import { formatOffset } from '../../common/format/duration';
import type { RuleCatalogue } from './rule_knowledge';

export interface Narrative {
  /** One line: who called whom, and the gravest thing that followed. */
  readonly title: string;
  readonly sentences: readonly string[];
}

export interface NarrativeInput {
  readonly call: CallDocument;
  readonly alerts: readonly AlertOfCall[];
  readonly rules: RuleCatalogue;
  /** Display form of the external number, where there is one. */
  readonly number: string | undefined;
}

const personName = (call: CallDocument): string =>
  call.user?.full_name ??
  call.user?.email ??
  call.user?.name ??
  call.vishing.callee.display_name ??
  'an unknown person';

/** Who is at the other end, in words. */
const otherName = ({ vishing }: CallDocument, number: string | undefined): string => {
  const name = vishing.external?.display_name;
  if (vishing.watchlist?.verdict === 'bad')
    return `A number on the watchlist${number ? ` (${number})` : ''}`;
  if (vishing.watchlist?.verdict === 'trusted') return `The trusted number ${number ?? ''}`.trim();
  if (name && number) return `"${name}" (${number})`;
  if (number)
    return vishing.external?.is_first_seen ? `A number never seen before, ${number},` : number;
  return name ? `"${name}" without a number` : 'A withheld number';
};

const numberFacts = ({ vishing }: CallDocument): string => {
  const { country, number_type: type, people_30d: people } = vishing.external ?? {};
  const facts = [country, type?.toLowerCase().replaceAll('_', ' ')].filter(Boolean);
  if (people !== undefined && people > 0)
    facts.push(`reached ${people} of our people in the 30 days before`);
  return facts.length > 0 ? ` (${facts.join(', ')})` : '';
};

const whoCalledWhom = (call: CallDocument, number: string | undefined): string => {
  const department = call.vishing.person?.department;
  const person = `${personName(call)}${department ? ` (${department})` : ''}`;
  const other = otherName(call, number);
  const lower = other.replace(/^(A|The) /, (word) => word.toLowerCase()).replace(/,$/, '');
  return call.vishing.call.direction === 'outbound'
    ? `${person} called ${lower}${numberFacts(call)}`
    : `${other.replace(/,$/, '')}${numberFacts(call)} called ${person}`;
};

const OUTCOMES: Readonly<Record<CallDocument['event']['action'], string>> = {
  'call-answered': 'The call was answered.',
  'call-missed': 'Nobody answered.',
  'call-rejected': 'The call was rejected.',
  'call-failed': 'The call did not get through.',
  'call-voicemail': 'The call went to voicemail.',
  'call-forwarded': 'The call was forwarded.',
};

const howItEnded = (call: CallDocument): string => {
  const seconds = call.vishing.call.talk_seconds;
  return call.vishing.call.answered && seconds
    ? `They spoke for ${formatDuration(seconds)}.`
    : OUTCOMES[call.event.action];
};

/** Of what followed, in the title; the sentence below it says all. */
const MOST_OF_TITLE = 90;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const evidenceSentences = ({ call, alerts, rules }: NarrativeInput): string[] => {
  const started = Date.parse(call['@timestamp']);
  const sentences = [...alerts]
    .sort((a, b) => a.alert.original_time.localeCompare(b.alert.original_time))
    .map((item) => {
      const offset = Date.parse(item.alert.original_time) - started;
      const evidence = evidenceOf(item, rules);
      return offset === 0
        ? `${capital(evidence)}.`
        : `${capital(formatOffset(offset))}: ${evidence}.`;
    });
  return [...new Set(sentences)];
};

const gravest = ({ alerts, rules }: NarrativeInput): string | undefined => {
  const [first] = [...alerts].sort((a, b) => b.alert.risk_score - a.alert.risk_score);
  return first && evidenceOf(first, rules);
};

/** Says what happened, from the call and what rules found; only facts that are in the documents. */
export const narrate = (input: NarrativeInput): Narrative => {
  const { call, number } = input;
  const who = whoCalledWhom(call, number);
  const evidence = gravest(input);
  const direction = call.vishing.call.direction;
  const short =
    direction === 'outbound'
      ? `${personName(call)} called ${number ?? 'a number'}`
      : `${call.vishing.external?.is_first_seen ? 'Unknown number' : (number ?? 'Withheld number')} called ${personName(call)}`;
  return {
    title: evidence ? `${short}; ${shorten(evidence, MOST_OF_TITLE)}` : short,
    sentences: [`${capital(who)}.`, howItEnded(call), ...evidenceSentences(input)],
  };
};

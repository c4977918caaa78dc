import {
  EXCEPTION_PAIRS,
  type ExceptionPart,
  type RuleException,
} from '../../common/model/exception';
import { quote } from '../detection_content/literal';
import { isMeaningful, isSymbol, tokenise } from '../esql/tokens';

/** What the event says of itself, kept beside the call: the join brings the call's own columns. */
const EVENT_COLUMNS: Readonly<Partial<Record<ExceptionPart, readonly [string, string]>>> = {
  host: ['vishing.event_host', 'TO_LOWER(MV_FIRST(host.name))'],
  tool: ['vishing.event_tool', 'TO_LOWER(MV_FIRST(process.name))'],
};

const isPart = (part: ExceptionPart, value: string): string => {
  switch (part) {
    case 'number':
      return `vishing.external.number == ${quote(value)}`;
    case 'person':
      return `vishing.person.id == ${quote(value)}`;
    case 'team':
      return `TO_LOWER(vishing.person.department) == ${quote(value.toLowerCase())}`;
    case 'host':
    case 'tool':
      return `${EVENT_COLUMNS[part]?.[0] ?? part} == ${quote(value.toLowerCase())}`;
  }
};

const partsOf = ({ kind, values }: RuleException): (readonly [ExceptionPart, string])[] => {
  const [first, second] = EXCEPTION_PAIRS[kind];
  return [
    [first, values[0]],
    [second, values[1]],
  ];
};

/** It stops by itself: the query looks at the clock, so that nothing has to be installed when an exception ends. */
const excludes = (exception: RuleException): string => {
  const pair = partsOf(exception).map(([part, value]) => isPart(part, value));
  return `WHERE NOT COALESCE(NOW() < TO_DATETIME(${quote(exception.expires)}) AND ${pair.join(' AND ')}, false)/*=exception*/`;
};

interface Step {
  /** In capitals. */
  readonly name: string;
  /** Where its pipe stands; 0 for the first one. */
  readonly start: number;
}

const stepsOf = (query: string): Step[] => {
  const steps: Step[] = [];
  let at = 0;
  let depth = 0;
  let start: number | undefined = 0;
  for (const token of tokenise(query)) {
    if (isSymbol(token, '(')) depth += 1;
    if (isSymbol(token, ')')) depth -= 1;
    if (depth === 0 && isSymbol(token, '|')) start = at;
    else if (start !== undefined && isMeaningful(token)) {
      steps.push({ name: token.text.toUpperCase(), start });
      start = undefined;
    }
    at += token.text.length;
  }
  return steps;
};

const insert = (query: string, at: number, commands: readonly string[]): string =>
  query.slice(0, at) + commands.map((command) => `| ${command}\n`).join('') + query.slice(at);

/**
 * An ES|QL rule that leaves out the pairs of its exceptions. Kibana's own exceptions of such a rule only filter the events
 * that it reads: they know neither the number nor the person of the call.
 */
export const withExceptions = (query: string, exceptions: readonly RuleException[]): string => {
  if (exceptions.length === 0) return query;
  const steps = stepsOf(query);
  const end = steps.findLast(({ name }) => name === 'SORT') ?? steps.at(-1);
  const second = steps[1];
  if (!end || !second) return query;
  const columns = new Map(
    exceptions.flatMap((exception) =>
      partsOf(exception).flatMap(([part]) => {
        const column = EVENT_COLUMNS[part];
        return column ? [column] : [];
      })
    )
  );
  const excluded = insert(query, end.start, exceptions.map(excludes));
  const made = [...columns].map(([name, value]) => `${name} = ${value}`);
  return made.length === 0 ? excluded : insert(excluded, second.start, [`EVAL ${made.join(', ')}`]);
};

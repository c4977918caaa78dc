import { CALLS_INDEX } from '../../common/constants';
import { DAY, ON_DAY } from '../joins/calls_on_day';
import { assignedNames, splitCommands, type Command } from '../esql/commands';
import {
  asEvaluable,
  conjunctsOf,
  fieldsOf,
  writtenAs,
  type ConditionTree,
} from '../esql/condition_tree';
import { calculatedSide, comparisonOf } from './comparison';
import { isMeaningful, isSymbol, splitOutside, textOf, type Token } from '../esql/tokens';
import type { CheckedCondition } from '../../common/api/why';

/** A part of a condition with the columns that hold its answer and the values of its fields. */
export interface PlannedCondition {
  readonly column: string;
  readonly fields: readonly { readonly field: string; readonly column: string }[];
  readonly about: CheckedCondition['about'];
  readonly expression: string;
  readonly needed: CheckedCondition['needed'];
  /** Column of the value that is compared, where that is calculated from several. */
  readonly computed?: string;
  readonly parameters: readonly string[];
}

export type PlannedTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly PlannedTree[] }
  | { readonly kind: 'leaf'; readonly condition: PlannedCondition };

/** A command after the calls came in, and whether it reads what the event brought. */
export interface CallCommand {
  readonly text: string;
  readonly needsEvent: boolean;
}

/** A rule's query with every filter turned into columns. */
export interface Plan {
  /** Of FROM, such as `logs-okta.system-*, vishing-fields METADATA _id`. */
  readonly from: string;
  /** Commands before the calls come in, and after; for a rule over calls only everything is after. */
  readonly event: readonly string[];
  readonly call: readonly CallCommand[];
  /** The field over which events and calls belong together; absent for a rule over calls only. */
  readonly join?: { readonly field: string };
  /** Columns that the event brings. */
  readonly eventColumns: readonly string[];
  readonly conditions: readonly PlannedTree[];
}

/** Commands that only choose and sort what is shown. */
const LEFT_OUT = new Set(['SORT', 'LIMIT']);
/** After these a row is no longer one event with one call. */
const NOT_EXPLAINED = new Set(['STATS', 'CHANGE_POINT', 'FORK', 'FUSE', 'RERANK', 'COMPLETION']);

/** What a part was filled from: the annotated query says so in comments, `=` and the name. */
const filledFrom = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(({ kind, text }) => kind === 'comment' && text.startsWith('/*='))
    .map(({ text }) => text.slice(3, -2));

/** Which parameters a part was filled from. */
const parametersOf = (tokens: readonly Token[]): string[] => [
  ...new Set(
    filledFrom(tokens)
      .filter((name) => !/^(signal|tools|alerts)\./.test(name))
      .map((name) => name.split('.')[0] ?? name)
  ),
];

/** A condition that only spares the reading of events for which the conditions that follow do not hold. */
const isAskedFirst = (rest: readonly Token[]): boolean =>
  filledFrom(rest).some((name) => /^signal\..*\.first$/.test(name));

/** Columns that only bring in the calls of some days; here the call is given. */
const WHOSE = new Map<string, string>(Object.entries(ON_DAY).map(([whose, key]) => [key, whose]));
const OF_DAY = new Set<string>([DAY, ...WHOSE.keys()]);

const isOfDay = (name: string, rest: readonly Token[]): boolean => {
  if (name === 'MV_EXPAND') return OF_DAY.has(textOf(rest));
  const made = name === 'EVAL' ? assignedNames(rest) : [];
  return made.length > 0 && made.every((column) => OF_DAY.has(column));
};

class Planner {
  private readonly event: string[] = [];
  private readonly call: CallCommand[] = [];
  private readonly conditions: PlannedTree[] = [];
  private readonly eventColumns = new Set<string>();
  private from = '';
  private join: Plan['join'];
  private columns = 0;

  constructor(private readonly callsOnly: boolean) {}

  take({ name, rest }: Command): void {
    if (LEFT_OUT.has(name) || isOfDay(name, rest)) return;
    if (NOT_EXPLAINED.has(name)) throw new Error(`Queries with ${name} cannot be explained.`);
    if (name === 'FROM') this.from = textOf(rest);
    else if (name === 'WHERE') this.takeWhere(rest);
    else if (name === 'LOOKUP') this.takeJoin(rest);
    else if (name === 'KEEP')
      this.add(`KEEP ${textOf(rest)}${this.columns > 0 ? ', vishing.why_*' : ''}`);
    else if (name === 'EVAL') this.takeEval(rest);
    else this.add(`${name} ${textOf(rest)}`, fieldsOf(rest));
  }

  plan(): Plan {
    const { from, event, call, join, eventColumns, conditions } = this;
    return { from, event, call, join, eventColumns: [...eventColumns], conditions };
  }

  private get isEventSide(): boolean {
    return !this.callsOnly && this.join === undefined;
  }

  /** @param fields that the command reads */
  private add(text: string, fields: readonly string[] = []): void {
    if (this.isEventSide) this.event.push(text);
    else this.call.push({ text, needsEvent: this.readEvent(fields) });
  }

  private readEvent(fields: readonly string[]): boolean {
    return fields.some((field) => this.eventColumns.has(field));
  }

  /** On the call's side, what is calculated from the event is about both. */
  private takeEval(rest: readonly Token[]): void {
    for (const part of splitOutside(rest, (token) => isSymbol(token, ','))) {
      const [name] = assignedNames(part);
      this.add(`EVAL ${textOf(part)}`, fieldsOf(part));
      if (
        name !== undefined &&
        !this.callsOnly &&
        (this.isEventSide || this.readEvent(fieldsOf(part)))
      )
        this.eventColumns.add(name);
    }
  }

  /** Only the calls end the event's side; what else is looked up says more about the event, or about calls that are in. */
  private takeJoin(rest: readonly Token[]): void {
    const isOfCalls = textOf(rest).startsWith(`JOIN ${CALLS_INDEX} `);
    if (!isOfCalls || this.join) return this.add(`LOOKUP ${textOf(rest)}`);
    const key = rest.filter(isMeaningful).at(-1)?.text ?? '';
    const field = WHOSE.get(key) ?? key;
    this.join = { field };
    this.eventColumns.delete(field);
  }

  private takeWhere(rest: readonly Token[]): void {
    if (isAskedFirst(rest)) return;
    this.conditions.push(...conjunctsOf(rest).map((tree) => this.planned(tree)));
  }

  private planned(tree: ConditionTree): PlannedTree {
    if (tree.kind !== 'leaf') {
      return { kind: tree.kind, parts: tree.parts.map((part) => this.planned(part)) };
    }
    const nth = this.columns;
    this.columns += 1;
    const column = `vishing.why_c${nth}`;
    const fields = fieldsOf(tree.tokens).map((field, index) => ({
      field: field.replaceAll('`', ''),
      column: `vishing.why_v${nth}_${index}`,
      written: field,
    }));
    const assigned = [
      `${column} = COALESCE(${asEvaluable(tree.tokens)}, false)`,
      ...fields.map(
        ({ column: name, written }) => `${name} = MV_CONCAT(TO_STRING(${written}), ", ")`
      ),
    ];
    const calculated = calculatedSide(tree.tokens);
    const computed = calculated && `vishing.why_l${nth}`;
    if (calculated) assigned.push(`${computed} = TO_STRING(${textOf(calculated)})`);
    this.add(`EVAL ${assigned.join(', ')}`, fieldsOf(tree.tokens));
    return {
      kind: 'leaf',
      condition: {
        column,
        fields: fields.map(({ field, column: name }) => ({ field, column: name })),
        about: this.aboutOf(fields.map(({ written }) => written)),
        expression: writtenAs(tree.tokens),
        needed: comparisonOf(tree.tokens),
        computed,
        parameters: parametersOf(tree.tokens),
      },
    };
  }

  private aboutOf(fields: readonly string[]): CheckedCondition['about'] {
    if (this.isEventSide) return 'event';
    return this.readEvent(fields) ? 'both' : 'call';
  }
}

/**
 * Turns a rule's query into one that filters nothing and tells of every condition whether it holds.
 * @param annotated ES|QL, with a comment `=name` behind each value that came from a parameter
 * @throws Error for a query with commands after which a row is no longer one event with one call
 */
export const planQuestion = (annotated: string): Plan => {
  const commands = splitCommands(annotated);
  const planner = new Planner(!commands.some(({ name }) => name === 'LOOKUP'));
  for (const command of commands) planner.take(command);
  return planner.plan();
};

/** Every part of a tree of conditions. */
export const leavesOf = (tree: PlannedTree): PlannedCondition[] =>
  tree.kind === 'leaf' ? [tree.condition] : tree.parts.flatMap(leavesOf);

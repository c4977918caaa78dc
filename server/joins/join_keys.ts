import { CALLS_INDEX } from '../../common/constants';

/** ECS fields by which events name a person, and by which rules find the calls of that person. */
export const JOIN_FIELDS = ['user.name', 'user.email', 'user.id'] as const;
export type JoinField = (typeof JOIN_FIELDS)[number];

/**
 * Fields of a resolved call: a name of our person with the day (UTC) on which the call began. A join over the name alone
 * reads every call that the person ever had, thousands of an agent, while rules look at most a day before and after a call.
 * Elasticsearch joins over single values only (8.19), so that each name has its own field.
 */
const KEY_FIELDS = {
  'user.name': 'name_day',
  'user.email': 'email_day',
  'user.id': 'id_day',
} as const satisfies Readonly<Record<JoinField, string>>;

/** What `vishing.join` of a resolved call holds beside how our person was found. */
export type JoinKeys = Readonly<Partial<Record<(typeof KEY_FIELDS)[JoinField], string>>>;

const keyColumn = (field: JoinField): string => `vishing.join.${KEY_FIELDS[field]}`;

/**
 * The keys of a call under the names that it has of our person.
 * @param startMs epoch milliseconds
 */
export const joinKeys = (
  startMs: number,
  names: Readonly<Partial<Record<JoinField, string>>>
): JoinKeys => {
  const day = new Date(startMs).toISOString().slice(0, 10);
  return Object.fromEntries(
    JOIN_FIELDS.flatMap((field): [string, string][] => {
      const name = names[field];
      return name === undefined ? [] : [[KEY_FIELDS[field], `${name} ${day}`]];
    })
  );
};

/** Column that keeps whose event it was, while the call's own columns come in. */
const ACCOUNT = 'vishing.account';

/** Seconds before and after an event in which a call may have begun; at most a day each, or days between would be missed. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}
const A_DAY = 86_400;
const DAY_EITHER_SIDE: Reach = { before: A_DAY, after: A_DAY };

/** The day of the event, moved by so many seconds. */
const dayOf = (moved: string): string => `DATE_FORMAT("yyyy-MM-dd", vishing.signal_time${moved})`;

/** The days in reach of an event, each in a row of its own, as the key of a call; mostly one. */
const expandKey = (field: JoinField, { before, after }: Reach): readonly string[] => {
  const key = keyColumn(field);
  const [earliest, own, latest] = [
    dayOf(` - ${before} seconds`),
    dayOf(''),
    dayOf(` + ${after} seconds`),
  ];
  return [
    `EVAL ${ACCOUNT} = ${field},
         ${key} = MV_DEDUPE(MV_APPEND(MV_APPEND(${earliest}, ${own}), ${latest}))`,
    `MV_EXPAND ${key}`,
    `EVAL ${key} = CONCAT(${field}, " ", ${key})`,
    `LOOKUP JOIN ${CALLS_INDEX} ON ${key}`,
  ];
};

const asEventHasIt = (field: JoinField): string => `EVAL ${field} = ${ACCOUNT}`;
const piped = (commands: readonly string[]): string => commands.join('\n| ');

/**
 * Commands of ES|QL that bring in the calls from a day before to a day after an event. They read `field` and
 * `vishing.signal_time`, and leave `field` as the event has it. An event may come in several rows, as with any join; the key
 * is dropped, so that Kibana makes one alert of them.
 */
export const joinCommands = (field: JoinField): string =>
  piped([
    ...expandKey(field, DAY_EITHER_SIDE),
    asEventHasIt(field),
    `DROP ${ACCOUNT}, ${keyColumn(field)}`,
  ]);

/**
 * The same in two steps, for rules that read many events: these commands find the calls, then the rule leaves out those that
 * were at other times, and `readCommands` reads the others. Elasticsearch reads of a call what later commands use, so that
 * the first step reads its id and start, of some fifty columns.
 */
export const findCommands = (field: JoinField, reach: Reach): string =>
  piped([...expandKey(field, reach), `DROP ${keyColumn(field)}`]);

/** The second step: all columns of the calls that are left. */
export const readCommands = (field: JoinField): string =>
  piped([`LOOKUP JOIN ${CALLS_INDEX} ON vishing.call.id`, asEventHasIt(field), `DROP ${ACCOUNT}`]);

/** How the first of the commands begins that bring in calls. */
export const JOIN_START = `EVAL ${ACCOUNT} = `;

/** The field that a join over keys is about. @param column behind `ON` */
export const fieldOfKey = (column: string): JoinField | undefined =>
  JOIN_FIELDS.find((field) => keyColumn(field) === column);

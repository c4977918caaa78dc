import { anyJunk, deepJson, hugeText, oddNumber, oddTime } from './junk';
import { mutateText, type TextMutation } from './mutate_text';
import type { Random } from './random';

type Container = Record<string, unknown> | unknown[];
interface Slot {
  readonly container: Container;
  readonly key: string | number;
}

const MAX_SLOTS = 2_000;
const HUGE_SHARE = 0.004;
const GROWN_SHARE = 0.02;
const MAX_MEMBER = 1_000;
/** Deeper JSON cannot be copied and written again; it is changed as a text. */
const MAX_BRACKETS = 1_000;
/** Stands for a text that JSON.stringify could not write. */
const RAW = '\u0001raw\u0001';

const slotsOf = (root: unknown): Slot[] => {
  const slots: Slot[] = [];
  const open: unknown[] = [root];
  for (
    let value = open.pop();
    value !== undefined && slots.length < MAX_SLOTS;
    value = open.pop()
  ) {
    if (typeof value !== 'object' || value === null) continue;
    const container = value as Container;
    for (const [key, inner] of Object.entries(container)) {
      slots.push({ container, key });
      if (typeof inner === 'object' && inner !== null) open.push(inner);
    }
  }
  return slots;
};

const get = ({ container, key }: Slot): unknown => (container as Record<string, unknown>)[key];
const set = ({ container, key }: Slot, value: unknown): void => {
  (container as Record<string, unknown>)[key] = value;
};

const STRANGE = [
  null,
  true,
  false,
  0,
  -1,
  7,
  1.5,
  '',
  ' ',
  [],
  {},
  [[]],
  [null],
  [1, { a: 1 }],
  { id: { a: 1 } },
  { '': 1 },
] as [unknown, ...unknown[]];
const KEYS = ['', '.', 'a.b', '..', '_id', '__proto__x', 'id', 'type', ' ', 'x'.repeat(300)] as [
  string,
  ...string[],
];

const oddToken = (random: Random): string =>
  random.pick([
    () => oddNumber(random),
    () => JSON.stringify(oddTime(random)),
    () => JSON.stringify(oddNumber(random)),
    () => JSON.stringify(anyJunk(random)),
    () => deepJson(random),
    () => (random.chance(HUGE_SHARE * 10) ? JSON.stringify(hugeText(random)) : 'NaN'),
  ])();

const replaceValue = (slot: Slot, random: Random): void => {
  const value = get(slot);
  if (random.chance(0.3)) set(slot, random.pick(STRANGE));
  else if (random.chance(0.3) && typeof value === 'string') set(slot, mutateText(value, random));
  else set(slot, RAW);
};

const removeKey = ({ container, key }: Slot): void => {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
};

const addKey = ({ container }: Slot, value: unknown, random: Random): void => {
  if (Array.isArray(container))
    container.push(...Array.from({ length: 1 + random.below(40) }, () => value));
  else container[random.pick(KEYS)] = value;
};

/** A list of many members, each of whom is another one: what is compared with each other takes long then. */
const growList = (slots: readonly Slot[], random: Random): void => {
  const lists = slots.map(get).filter((value) => Array.isArray(value));
  const list = lists[random.below(lists.length)];
  const text = JSON.stringify(list?.[0]);
  if (!list || text === undefined || text.length > MAX_MEMBER) return;
  for (let number = random.pick([50, 400, 2_000]); number > 0; number -= 1) {
    list.push(JSON.parse(text.replace(/[0-9a-f](?=")/g, `$&${number}`)));
  }
};

const copyOf = (value: unknown): unknown => structuredClone(value);

/** Changes one value, key or level of a JSON record; a text that is no JSON is changed as a text. */
export const mutateJson: TextMutation = (text, random) => {
  let json: unknown;
  if (text.split(/[[{]/, MAX_BRACKETS).length >= MAX_BRACKETS) return mutateText(text, random);
  try {
    json = JSON.parse(text);
  } catch {
    return mutateText(text, random);
  }
  const root = { root: json };
  const slots = slotsOf(root);
  const slot = slots[random.below(slots.length)] ?? { container: root, key: 'root' };
  const other = slots[random.below(slots.length)] ?? slot;
  if (random.chance(GROWN_SHARE)) growList(slots, random);
  switch (random.below(8)) {
    case 0:
      removeKey(slot);
      break;
    case 1:
      addKey(slot, copyOf(get(other)), random);
      break;
    case 2:
      set(slot, copyOf(get(other)));
      break;
    case 3:
      set(slot, [get(slot)]);
      break;
    default:
      replaceValue(slot, random);
  }
  const token = oddToken(random);
  return (JSON.stringify(root.root) ?? '').replace(JSON.stringify(RAW), () => token);
};

import { anyJunk, deepJson, hugeText, junkText, oddNumber, oddTime } from './junk';
import type { Random } from './random';

export type TextMutation = (text: string, random: Random) => string;

/** Where numbers and times are looked for: the rest of a huge text is alike. */
const SEARCHED = 20_000;

const cut: TextMutation = (text, random) =>
  random.chance(0.7)
    ? text.slice(0, random.below(text.length + 1))
    : text.slice(random.below(text.length + 1));

const insert: TextMutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + anyJunk(random) + text.slice(at);
};

const remove: TextMutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + 1 + random.below(30));
};

const repeat: TextMutation = (text, random) => {
  const at = random.below(text.length);
  const stretch = text.slice(at, at + 1 + random.below(200));
  return random.chance(0.2) ? text + text : text.slice(0, at) + stretch + text.slice(at);
};

/** Replaces one thing that looks like a number or a time by one that is none, or by one of another time or unit. */
const replaceFound = (pattern: RegExp, junk: (random: Random) => string): TextMutation => {
  return (text, random) => {
    const found = [...text.slice(0, SEARCHED).matchAll(pattern)];
    const match = found[random.below(found.length)];
    if (!match) return insert(text, random);
    return text.slice(0, match.index) + junk(random) + text.slice(match.index + match[0].length);
  };
};

const oddTimes = replaceFound(
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{9,19}/g,
  oddTime
);
const oddNumbers = replaceFound(/-?\d+(?:\.\d+)?/g, oddNumber);
const oddQuotes = replaceFound(/"/g, (random) =>
  random.pick(['', '""', "'", '\\"', '\u201c', '" '])
);
const oddWords = replaceFound(/[A-Za-z]{2,}/g, (random) =>
  random.pick(['', 'null', 'x', junkText(random), 'ANSWERED', '-', anyJunk(random)])
);

const INVALID = [
  [0xc3, 0x28],
  [0xff, 0xfe],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f],
  [0x80],
  [0xc0, 0x80],
  [0x00],
] as [number[], ...number[][]];

/** Damages the bytes and reads them as a reader does: what is no UTF-8 becomes U+FFFD. */
const damageBytes: TextMutation = (text, random) => {
  const bytes = Buffer.from(text);
  for (let times = 1 + random.below(4); times > 0 && bytes.length > 0; times--) {
    bytes[random.below(bytes.length)] = random.below(256);
  }
  const at = random.below(bytes.length + 1);
  const broken = Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(random.pick(INVALID)),
    bytes.subarray(at),
  ]);
  return broken.toString(random.chance(0.1) ? 'latin1' : 'utf8');
};

const growHuge: TextMutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + hugeText(random) + text.slice(at);
};

const nest: TextMutation = (text, random) => {
  const at = random.below(text.length + 1);
  return random.chance(0.3)
    ? deepJson(random)
    : text.slice(0, at) + deepJson(random) + text.slice(at);
};

const COMMON = [
  cut,
  insert,
  remove,
  repeat,
  oddTimes,
  oddTimes,
  oddNumbers,
  oddNumbers,
  oddQuotes,
  oddWords,
  damageBytes,
] as [TextMutation, ...TextMutation[]];

/** A megabyte is rare: it takes as long as hundreds of records. */
const HUGE_SHARE = 0.002;
const DEEP_SHARE = 0.02;

/** One random change to a text of whatever format. */
export const mutateText: TextMutation = (text, random) => {
  if (random.chance(HUGE_SHARE)) return growHuge(text, random);
  if (random.chance(DEEP_SHARE)) return nest(text, random);
  return random.pick(COMMON)(text, random);
};

import type { Source } from './pipeline_tester';

/** A small generator of pseudo-random numbers (mulberry32), so that a failing run can be repeated. */
export const createRandom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const JUNK = [
  ...['"', ',', '\n', '\r\n', '{', '}', '[', ']', ':', '\\', '\u0000', '\uFEFF', '\uD800'],
  ...['null', '-1', '0', '99999999999999999999', '1e400', 'true', '""', '{}', '[]', '٣', '漢字'],
  '9999-12-31 23:59:59',
  'x'.repeat(40_000),
];

type Mutation = (text: string, random: (below: number) => number) => string;

const MUTATIONS: readonly Mutation[] = [
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => text.slice(random(text.length + 1)),
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + String(JUNK[random(JUNK.length)]) + text.slice(at);
  },
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random(20));
  },
  (text, random) => {
    const parts = text.split(',');
    parts[random(parts.length)] = String(JUNK[random(JUNK.length)]);
    return parts.join(',');
  },
  (text, random) => {
    const parts = text.split(/("[^"]*"|\d+|null|true|false)/);
    const at = 1 + 2 * random(Math.max(1, Math.floor(parts.length / 2)));
    if (at < parts.length) parts[at] = String(JUNK[random(JUNK.length)]);
    return parts.join('');
  },
  (text) => text + text,
];

const STRANGE = [null, 7, true, 'x', [], {}, [1, { a: 1 }], { id: { a: 1 } }, 'x'.repeat(40_000)];
const PLACES = ['message', 'event', 'vishing', 'tags', 'log', 'host', '@timestamp', 'source'];

/** One to three random changes to a raw document: mostly to its text, sometimes to what stands around it. */
export const mutate = (document: Source, random: (below: number) => number): Source => {
  const mutated: Record<string, unknown> = { ...document };
  for (let times = 1 + random(3); times > 0; times--) {
    const mutation = MUTATIONS[random(MUTATIONS.length)];
    if (random(10) > 0 && mutation && typeof mutated.message === 'string') {
      mutated.message = mutation(mutated.message, random);
    } else {
      mutated[String(PLACES[random(PLACES.length)])] = STRANGE[random(STRANGE.length)];
    }
  }
  return mutated;
};

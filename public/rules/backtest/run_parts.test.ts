import { runParts } from './run_parts';

const parts = ['4', '3', '2', '1', '0'].map((from) => ({ from, to: `${from}+` }));

/** Asks that are answered one by one, in the order the test wants. */
const held = () => {
  const waiting = new Map<string, { answer(text: string): void; fail(error: Error): void }>();
  const ask = ({ from }: { from: string }): Promise<string> =>
    new Promise((resolve, reject) => waiting.set(from, { answer: resolve, fail: reject }));
  const settle = async (from: string, error?: Error): Promise<void> => {
    const one = waiting.get(from);
    waiting.delete(from);
    if (error) one?.fail(error);
    else one?.answer(`result ${from}`);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, settle, asked: () => [...waiting.keys()] };
};

it('asks for two parts at a time, the first ones first', async () => {
  const { ask, settle, asked } = held();
  const told: string[] = [];
  const done = runParts(parts, ask, (result) => void told.push(result));
  expect(asked()).toEqual(['4', '3']);
  await settle('3');
  expect(asked()).toEqual(['4', '2']);
  expect(told).toEqual(['result 3']);
  for (const from of ['4', '2', '1', '0']) await settle(from);
  await done;
  expect(told).toHaveLength(5);
});

it('begins no part after a failure, tells what was under way, and throws', async () => {
  const { ask, settle, asked } = held();
  const told: string[] = [];
  const done = runParts(parts, ask, (result) => void told.push(result));
  const outcome = expect(done).rejects.toThrow('too little memory');
  await settle('4', new Error('too little memory'));
  expect(asked()).toEqual(['3']);
  await settle('3');
  await outcome;
  expect(told).toEqual(['result 3']);
});

import { createBacktestMemory, rememberForNow } from './memory';

const one = (): number => 1;

const counting = () => {
  let count = 0;
  return { work: () => Promise.resolve((count += 1)), done: () => count };
};

it('does the same work once for a page, also in a later request', async () => {
  const memory = createBacktestMemory();
  const { work, done } = counting();
  expect(await memory.of(['ana', 'default', 'page1'])(['query', 1], work, one)).toBe(1);
  expect(await memory.of(['ana', 'default', 'page1'])(['query', 1], work, one)).toBe(1);
  expect(await memory.of(['ana', 'default', 'page1'])(['query', 2], work, one)).toBe(2);
  expect(done()).toBe(2);
});

it('never gives one person what another one read, nor a page what it wants to read anew', async () => {
  const memory = createBacktestMemory();
  const { work, done } = counting();
  for (const owner of [
    ['ana', 'default', 'page1'],
    ['bob', 'default', 'page1'],
    ['ana', 'other', 'page1'],
    ['ana', 'default', 'page2'],
  ])
    await memory.of(owner)(['query'], work, one);
  expect(done()).toBe(4);
});

it('forgets the oldest results when there are too many rows', async () => {
  const memory = createBacktestMemory(10);
  const { work, done } = counting();
  const ask = (key: string) => memory.of(['ana'])([key], work, () => 4);
  await ask('a');
  await ask('b');
  await ask('c');
  await ask('c');
  expect(done()).toBe(3);
  await ask('a');
  expect(done()).toBe(4);
});

it('remembers no failure', async () => {
  const memory = createBacktestMemory();
  const fail = () => Promise.reject(new Error('no memory'));
  await expect(memory.of(['ana'])(['query'], fail, one)).rejects.toThrow('no memory');
  expect(await memory.of(['ana'])(['query'], () => Promise.resolve(7), one)).toBe(7);
});

it('shares work under way within one request', async () => {
  const { work, done } = counting();
  const remember = rememberForNow();
  await Promise.all([remember(['query'], work, one), remember(['query'], work, one)]);
  expect(done()).toBe(1);
});

import { exactTest, passingValuesQuery, valueTests } from './value_tests';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  .map((name) => JSON.stringify(`${name}.exe`))
  .join(', ');
const LONG = `TO_LOWER(process.name) IN (${NAMES})`;

it('finds the long tests of fields of the events, wherever they stand in a condition', () => {
  const stages = [
    'FROM logs-x*, vishing-fields METADATA _id',
    'EVAL vishing.kind = 1',
    `WHERE event.kind == "event" AND (NOT ${LONG} OR process.name == "x")`,
  ];
  expect(valueTests(stages)).toEqual([
    { text: LONG, field: 'process.name', test: `IN (${NAMES})` },
  ]);
});

it('finds long lists of LIKE, too', () => {
  const test = `LIKE (${NAMES})`;
  const text = `TO_LOWER(process.name) ${test}`;
  expect(valueTests(['FROM logs-x*', `WHERE ${text}`])).toEqual([
    { text, field: 'process.name', test },
  ]);
});

it('leaves alone what is short, what is inside a text, and what the query itself made', () => {
  const stages = [
    'FROM logs-x*',
    'WHERE TO_LOWER(process.name) IN ("a.exe", "b.exe")',
    `WHERE host.name == ${JSON.stringify(LONG)}`,
    'EVAL process.name = host.name',
    `WHERE ${LONG}`,
    'KEEP _id, user.name',
    `WHERE ${LONG.replace('process', 'other')}`,
  ];
  expect(valueTests(stages)).toEqual([]);
});

it('asks once for each value, and not once for each event', () => {
  const [test] = valueTests(['FROM logs-x*', `WHERE ${LONG}`]);
  if (!test) throw new Error('No test was found.');
  const stages = passingValuesQuery('FROM logs-x*', test, 5).split('\n| ');
  expect(stages[1]).toMatch(/^STATS .* BY vishing\.value = process\.name$/);
  expect(stages.at(-1)).toBe('LIMIT 5');
});

it('writes values as texts, and a test that nothing passes', () => {
  const test = { text: LONG, field: 'process.name', test: '' };
  expect(exactTest(test, ['A.exe', 'say "b"'])).toBe('process.name IN ("A.exe", "say \\"b\\"")');
  expect(exactTest(test, [])).toBe('(process.name IN ("a") AND process.name IN ("b"))');
});

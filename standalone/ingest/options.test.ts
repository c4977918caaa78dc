import { parseIngestOptions } from './options';

const parse = (...args: readonly string[]) =>
  parseIngestOptions(['--source', 'asterisk_cdr', ...args, 'Master.csv']);

it('reads what the records do not say about the place they come from', () => {
  const options = parse(
    ...['--country', 'US', '--outside-line', '9', '--extension-length', '4'],
    ...['--own-range', '+12025550100-0199', '--own-range', '+1303555']
  );
  expect(options).toMatchObject({
    site: {
      id: 'default',
      country: 'US',
      outside_line: '9',
      extension_lengths: [4],
      own_ranges: ['+12025550100-0199', '+1303555'],
    },
  });
});

it.each(['12025550100-0199', '+12025550199-0100', 'all'])('refuses the own range %s', (range) => {
  expect(() => parse('--own-range', range)).toThrow('--own-range needs a range such as');
});

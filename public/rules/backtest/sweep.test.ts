import { sweepValues } from './sweep';

const base = { id: 'x', help: 'What a larger value does.' };

it('tries lengths of time that people would choose, and the present one', () => {
  const parameter = { ...base, type: 'duration' as const, default: '30m', min: '5m', max: '2h' };
  expect(sweepValues(parameter, '40m')).toEqual([
    ...['5m', '15m', '30m', '40m', '45m', '1h', '90m', '2h'],
  ]);
});

it('writes a length once, however it is written', () => {
  const parameter = { ...base, type: 'duration' as const, default: '1h', min: '30m', max: '60m' };
  expect(sweepValues(parameter, '60m')).toEqual(['30m', '45m', '60m']);
});

it('tries numbers over the whole width of a parameter', () => {
  const parameter = {
    ...{ ...base, type: 'number' as const, unit: 'mails' },
    ...{ default: 50, min: 10, max: 5000 },
  };
  const values = sweepValues(parameter, 50) as number[];
  expect(values).toContain(50);
  expect(values[0]).toBe(10);
  expect(values.at(-1)).toBe(5000);
  expect(values.length).toBeLessThanOrEqual(9);
});

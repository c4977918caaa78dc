import { isExtension, looksInternational, periodFault } from './periods';

const MAY = '2025-05-01T00:00:00.000Z';
const JUNE = '2025-06-01T00:00:00.000Z';
const value = 'berlin:1001';

it.each([
  [{ value }, [], undefined],
  [{ value, valid_from: MAY, valid_to: JUNE }, [{ value, valid_from: JUNE }], undefined],
  [{ value, valid_from: JUNE, valid_to: MAY }, [], 'reversed'],
  [{ value, valid_from: MAY, valid_to: MAY }, [], 'reversed'],
  [{ value, valid_to: JUNE }, [{ value, valid_from: MAY }], 'overlaps'],
  [{ value }, [{ value }], 'overlaps'],
  [{ value }, [{ value: 'munich:1001' }], undefined],
] as const)('the period %j among %j is %s', (period, others, fault) => {
  expect(periodFault(period, [period, ...others])).toBe(fault);
});

it('tells numbers with their calling code and extensions from other texts', () => {
  const numbers = ['+1 (202) 555-0142', '202 555 0142', '+0', 'berlin'];
  expect(numbers.map(looksInternational)).toEqual([true, false, false, false]);
  const extensions = ['1001', 'new york:*12', ':1001', 'a:b:1', 'berlin'];
  expect(extensions.map(isExtension)).toEqual([true, true, false, false, false]);
});

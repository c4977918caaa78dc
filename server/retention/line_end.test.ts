import { lineEndMs } from './line_end';

const JUNE = '2025-06-01T00:00:00.000Z';
const JULY = '2025-07-01T00:00:00.000Z';
const NUMBER = '+12025550114';
const EXTENSION = 'berlin:1001';

it.each([
  ['the latest end of all lines', [JUNE, JULY], Date.parse(JULY)],
  ['nothing when one line has no end', [JUNE, undefined], undefined],
] as const)('tells %s', (_, [first, second], expected) => {
  const lines = [
    { value: NUMBER, valid_to: first },
    { value: EXTENSION, valid_to: second },
  ];
  expect(lineEndMs({ numbers: [NUMBER], extensions: [EXTENSION], lines })).toBe(expected);
});

it('tells nothing of a line without any dates, or of a person without lines', () => {
  const ended = [{ value: NUMBER, valid_to: JUNE }];
  expect(lineEndMs({ numbers: [NUMBER], extensions: [EXTENSION], lines: ended })).toBeUndefined();
  expect(lineEndMs({ numbers: [], extensions: [], lines: [] })).toBeUndefined();
});

it('counts the last period of a line that a person had twice', () => {
  const lines = [
    { value: NUMBER, valid_to: JUNE },
    { value: NUMBER, valid_from: JULY },
  ];
  expect(lineEndMs({ numbers: [NUMBER], extensions: [], lines })).toBeUndefined();
});

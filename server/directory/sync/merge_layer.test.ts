import { addPart, replaceLayer } from './merge_layer';

const AT = '2031-03-15T08:00:00.000Z';

it('keeps a number that is gone as one that was theirs until now', () => {
  const before = { numbers: ['+12025550142', '+12025550143'], extensions: ['1001'] };
  expect(replaceLayer(before, { numbers: ['+12025550143'] }, AT)).toEqual({
    numbers: ['+12025550143', '+12025550142'],
    extensions: ['1001'],
    lines: [
      { value: '+12025550142', valid_to: AT },
      { value: '1001', valid_to: AT },
    ],
    hosts: [],
  });
});

it('does not move the end when it is told again, and forgets it when the number comes back', () => {
  const ended = replaceLayer({ numbers: ['+12025550142'] }, { numbers: [] }, AT);
  const later = '2031-03-16T08:00:00.000Z';
  expect(replaceLayer(ended, { numbers: [] }, later)).toEqual(ended);
  expect(replaceLayer(ended, { numbers: ['+12025550142'] }, later)).toMatchObject({
    numbers: ['+12025550142'],
    lines: [],
  });
});

it('adds hosts and phones of a part, and changes nothing that is known better', () => {
  const layer = { full_name: 'Ana Diaz', numbers: ['+12025550142'], hosts: ['ws-1'] };
  const part = {
    full_name: 'ana',
    numbers: ['+12025550142', '+12025550143'],
    lines: [
      { value: '+12025550142', confidence: 0.9 },
      { value: '+12025550143', confidence: 0.9 },
    ],
    hosts: ['ws-2'],
  };
  expect(addPart(layer, part)).toMatchObject({
    full_name: 'Ana Diaz',
    numbers: ['+12025550142', '+12025550143'],
    lines: [{ value: '+12025550143', confidence: 0.9 }],
    hosts: ['ws-2', 'ws-1'],
  });
});

import type { RuleDetails } from '../../../common/api/rules';
import type { Parameter } from '../../../common/model/parameter';
import { differences, draftOf, fieldError, intervalError, isValid, toTuning } from './draft';

const help = 'What a larger value does.';
const parameters: Parameter[] = [
  { id: 'window', type: 'duration', default: '30m', min: '5m', max: '2h', help },
  { id: 'calls', type: 'number', default: 2, min: 0, max: 100, unit: 'calls', help },
  { id: 'tools', type: 'list', default: [], max: 2, of: 'text', help },
];
const rule = {
  parameters,
  building_block: false,
  interval: '5m',
  severity: 'high',
} as unknown as RuleDetails;
const untuned = { values: {}, settings: {} };
const shipped = draftOf(parameters, untuned);
const withValues = (values: Record<string, string | readonly string[]>) => ({
  ...shipped,
  values: { ...shipped.values, ...values },
});

it('the shipped values save nothing, in whatever unit they are written', () => {
  expect(toTuning(rule, shipped)).toEqual(untuned);
  expect(toTuning(rule, withValues({ window: '1800s', calls: ' 2 ' }))).toEqual(untuned);
  const settings = { mode: 'alert', interval: '5m', severity: 'high' } as const;
  expect(toTuning(rule, { ...shipped, settings })).toEqual(untuned);
});

it('what differs is saved in its own type', () => {
  const draft = withValues({ window: '45m', calls: '5', tools: ['anydesk'] });
  expect(toTuning(rule, draft).values).toEqual({ window: '45m', calls: 5, tools: ['anydesk'] });
  expect(toTuning(rule, { ...shipped, settings: { mode: 'monitor' } }).settings).toEqual({
    mode: 'monitor',
  });
});

it.each([
  ['window', '9h', 'It must be between 5m and 2h.'],
  ['window', 'soon', 'A length of time is a number and s, m, h or d, such as 30m.'],
  ['calls', '', 'It must be a number.'],
  ['calls', '1e', 'It must be a number.'],
  ['calls', '101', 'It must be between 0 and 100.'],
])('a field %s with "%s" says what is wrong', (id, typed, sentence) => {
  const parameter = parameters.find((one) => one.id === id);
  const draft = withValues({ [id]: typed });
  expect(parameter && fieldError(parameter, draft)).toBe(sentence);
  expect(isValid(parameters, draft)).toBe(false);
});

it('a rule cannot run every 0 minutes', () => {
  expect(intervalError({ ...shipped, settings: { interval: '0m' } })).toBeDefined();
  expect(intervalError({ ...shipped, settings: { interval: '10m' } })).toBeUndefined();
});

it('the history names each value that changed, and the shipped one where there is none', () => {
  const after = { values: { calls: 5 }, settings: { mode: 'monitor' as const } };
  expect(differences(untuned, after)).toEqual([
    { name: 'calls', before: 'as shipped', after: '5' },
    { name: 'mode', before: 'as shipped', after: 'monitor' },
  ]);
});

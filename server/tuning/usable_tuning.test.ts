import { join } from 'node:path';
import { loadDetectionContent } from '../detection_content/load_detection_content';
import { usableTuning, wrongValues } from './usable_tuning';

const { rules } = loadDetectionContent(join(__dirname, '..', 'content'));
const rule = rules.find(({ file }) => file === 'initial_access_external_call_then_remote_tool.yml');
if (!rule) throw new Error('There is no rule D2.');

it('keeps the values that the rule takes', () => {
  const tuning = { values: { time_window: '45m', approved_tools: [] }, settings: {} };
  expect(usableTuning(rule, tuning)).toEqual({ tuning, dropped: [] });
  expect(wrongValues(rule, tuning)).toEqual([]);
});

it('leaves out a value beyond the limits and says why, and keeps the others', () => {
  const tuning = { values: { time_window: '9h', min_talk: '90s' }, settings: {} };
  const { tuning: usable, dropped } = usableTuning(rule, tuning);
  expect(usable.values).toEqual({ min_talk: '90s' });
  expect(dropped).toEqual([
    'The saved value of "time_window" is not used: It must be between 5m and 2h.',
  ]);
  expect(wrongValues(rule, tuning)).toEqual(['time_window: It must be between 5m and 2h.']);
});

it('leaves out a parameter that an upgrade removed', () => {
  const { tuning, dropped } = usableTuning(rule, { values: { gone: 1 }, settings: {} });
  expect(tuning.values).toEqual({});
  expect(dropped).toEqual(['This version of the rule has no parameter "gone".']);
});

const counting = rules.find(({ type }) => type === 'threshold');

it.each(['2h', '30s', 'often'])('refuses to run every %s', (interval) => {
  expect(wrongValues(rule, { values: {}, settings: { interval } })).toEqual([
    expect.stringMatching(/^Interval: /),
  ]);
});

it('lets a rule that counts run no less often than its window is long', () => {
  const window = counting?.parameters.find(({ det0245 }) => det0245 === 'TimeWindow');
  if (!counting || window?.type !== 'duration') throw new Error('No rule counts over a window.');
  const values = { [window.id]: window.min };
  expect(wrongValues(counting, { values, settings: { interval: '59m' } })).toEqual([
    expect.stringMatching(/it has to run at least that often/),
  ]);
  expect(wrongValues(counting, { values, settings: { interval: '1m' } })).toEqual([]);
});

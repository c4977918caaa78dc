import type { CheckedCondition, WhyAnswer } from '../../../common/api/why';
import { buildCondition, buildWhyAnswer, tooLate } from '../../../test/builders/why';
import { conditionSentence } from './condition_text';

const answer = buildWhyAnswer({
  parameters: [
    { id: 'time_window', type: 'duration', value: '30m' },
    { id: 'excluded_roles', type: 'list', value: ['it_staff'] },
    { id: 'after_call', type: 'duration', value: '10m' },
  ],
});

it('says a time in minutes, in the rule’s own words', () => {
  expect(conditionSentence(tooLate(), answer)).toBe(
    'Time since the call began: 41 min; at most 30 min'
  );
});

it.each<[string, Partial<CheckedCondition>]>([
  ['Answered: no; must be so', { found: [{ field: 'vishing.call.answered', value: 'false' }] }],
  [
    'Verdict of the watchlist on the number: trusted; must not be trusted',
    {
      found: [{ field: 'vishing.watchlist.verdict', value: 'trusted' }],
      needed: { operator: '!=', values: ['trusted'], total: 1 },
    },
  ],
  [
    'Roles of the person: it_staff; none of: it_staff',
    {
      found: [{ field: 'user.roles', value: 'it_staff' }],
      needed: { operator: 'not_matches', values: ['.*,(it_staff),.*'], total: 1 },
      parameters: ['excluded_roles'],
    },
  ],
  [
    'Program: winword.exe; one of: anydesk.exe and 200 more',
    {
      found: [{ field: 'process.name', value: 'winword.exe' }],
      needed: { operator: 'in', values: ['anydesk.exe'], total: 201 },
    },
  ],
  [
    'After call: 15 min 54 s; at most 10 min',
    {
      computed: '954',
      found: [{ field: 'event.end' }, { field: '@timestamp' }],
      needed: { operator: '<=', values: ['600'], total: 1 },
      parameters: ['after_call'],
    },
  ],
  [
    'a.by: jo@example.com; must not be the same as a.of (jo@example.com)',
    {
      found: [
        { field: 'a.by', value: 'jo@example.com' },
        { field: 'a.of', value: 'jo@example.com' },
      ],
      needed: { operator: '!=', values: ['TO_LOWER(a.of)'], total: 1 },
    },
  ],
  [
    'Exception: +12025550142, p1; not this pair, until the exception ends',
    {
      found: [
        { field: 'vishing.external.number', value: '+12025550142' },
        { field: 'vishing.person.id', value: 'p1' },
      ],
      needed: undefined,
      parameters: ['exception'],
    },
  ],
  [
    'What happened: nothing; f(event.action)',
    { found: [{ field: 'event.action' }], needed: undefined, expression: 'f(event.action)' },
  ],
])('says: %s', (sentence, condition) => {
  const asked: WhyAnswer = answer;
  expect(conditionSentence(buildCondition({ holds: false, ...condition }), asked)).toBe(sentence);
});

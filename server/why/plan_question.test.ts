import { planQuestion, leavesOf } from './plan_question';

it('leaves out a condition that only spares the reading of events', () => {
  const { conditions, event } = planQuestion(
    'FROM a | WHERE b IN ("c")/*=signal.x.y.first*/ OR d | WHERE b IN ("c")/*=signal.x.y.where*/ AND d | LOOKUP JOIN vishing-calls ON user.name'
  );
  expect(conditions.flatMap(leavesOf).map(({ expression }) => expression)).toEqual([
    'b IN ("c")',
    'd',
  ]);
  expect(event).toHaveLength(2);
});

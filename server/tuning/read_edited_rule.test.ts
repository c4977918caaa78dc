import { join } from 'node:path';
import { UNTUNED, type Tuning } from '../../common/model/tuning';
import { createKnowledge } from '../knowledge';
import { readEditedRule } from './read_edited_rule';
import { compileOne, findRule } from './rule_entry';

const space = createKnowledge(join(__dirname, '..', 'content')).ofSpace('default');
const D2 = '1562690c-ad16-496e-9a3e-57ff8faa4df1';
const rule = findRule(space, D2);

const read = (edit: (query: string) => string, tuning: Tuning = UNTUNED, more: object = {}) => {
  const { query } = compileOne(space, rule, tuning);
  return readEditedRule(
    rule,
    { query: edit(String(query)), interval: rule.interval, severity: rule.severity, ...more },
    { tuning, markQuery: (mark) => space.query(rule, tuning, mark) }
  );
};

it('finds no values in a rule that is as shipped', () => {
  expect(read((query) => query)).toEqual({ tuning: UNTUNED, understood: true });
});

it('reads changed numbers and lengths of time as parameters', () => {
  const edit = (query: string): string =>
    query.replace('<= 1800', '<= 2700').replace(', 0) <= 2 ', ', 0) <= 5 ');
  expect(read(edit)).toEqual({
    tuning: { values: { time_window: '45m', max_previous_calls: 5 }, settings: {} },
    understood: true,
  });
});

it('overlooks white space, and keeps the values that the space has set', () => {
  const tuning: Tuning = { values: { excluded_roles: ['finance'] }, settings: {} };
  expect(read((query) => `  ${query.replaceAll('\n', '\n\n  ')}\n`, tuning)).toEqual({
    tuning,
    understood: true,
  });
});

it('does not understand a query with another condition, or a value beyond the limits', () => {
  expect(read((query) => `${query}\n| WHERE host.name != "x"`).understood).toBe(false);
  expect(read((query) => query.replace('<= 1800', '<= 999999')).understood).toBe(false);
});

it('understands a rule with exceptions', () => {
  const tuning: Tuning = {
    values: {},
    settings: {},
    exceptions: [
      {
        ...{ id: '3d9c4f0e-7d7c-4a44-9b1c-0d5f5a6f7b10', kind: 'person_host' },
        values: ['p1', 'ws-114'],
        ...{ expires: '2025-02-01T00:00:00.000Z', reason: 'Our supplier' },
        ...{ created: '2025-01-01T00:00:00.000Z', created_by: 'engineer' },
      },
    ],
  };
  const edit = (query: string): string => query.replace('<= 1800', '<= 2700');
  expect(read(edit, tuning)).toMatchObject({
    tuning: { values: { time_window: '45m' } },
    understood: true,
  });
});

it('does not understand a value that was changed in one of two places only', () => {
  const edit = (query: string): string => query.replace('talk_seconds, 120)', 'talk_seconds, 90)');
  expect(read(edit).understood).toBe(false);
});

it('reads severity, interval and whether it is only watched as settings', () => {
  const settings = { severity: 'low', interval: '10m', building_block_type: 'default' } as const;
  expect(read((query) => query, UNTUNED, settings).tuning.settings).toEqual({
    severity: 'low',
    interval: '10m',
    mode: 'monitor',
  });
});

it.each(space.definitions.map((one) => [one.catalogue, one] as const))(
  'understands every shipped rule as it is: %s',
  (_catalogue, one) => {
    const { query } = compileOne(space, one, UNTUNED);
    const edited = { query: String(query), interval: one.interval, severity: one.severity };
    const building = one.building_block ? { building_block_type: 'default' } : {};
    expect(
      readEditedRule(
        one,
        { ...edited, ...building },
        {
          tuning: UNTUNED,
          markQuery: (mark) => space.query(one, UNTUNED, mark),
        }
      )
    ).toEqual({ tuning: UNTUNED, understood: true });
  }
);

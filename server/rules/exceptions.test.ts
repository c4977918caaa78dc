import type { RuleException } from '../../common/model/exception';
import { withExceptions } from './exceptions';

const buildException = (overrides: Partial<RuleException> = {}): RuleException => ({
  id: '3d9c4f0e-7d7c-4a44-9b1c-0d5f5a6f7b10',
  kind: 'number_person',
  values: ['+12025550142', 'p1'],
  expires: '2025-02-01T00:00:00.000Z',
  reason: 'Our supplier',
  created: '2025-01-01T00:00:00.000Z',
  created_by: 'engineer',
  ...overrides,
});

const QUERY = 'FROM a, b\n| WHERE x == "|"\n| KEEP vishing.*\n| SORT y ASC\n| KEEP vishing.*';

it('leaves a query without exceptions as it is', () => {
  expect(withExceptions(QUERY, [])).toBe(QUERY);
});

it('leaves out a pair until the exception ends, before the rows are sorted', () => {
  expect(withExceptions(QUERY, [buildException()]).split('\n')).toEqual([
    'FROM a, b',
    '| WHERE x == "|"',
    '| KEEP vishing.*',
    '| WHERE NOT COALESCE(NOW() < TO_DATETIME("2025-02-01T00:00:00.000Z") AND vishing.external.number == "+12025550142" AND vishing.person.id == "p1", false)/*=exception*/',
    '| SORT y ASC',
    '| KEEP vishing.*',
  ]);
});

it('keeps the computer and the program of the event before the calls come in', () => {
  const query = withExceptions(QUERY, [
    buildException({ kind: 'person_host', values: ['p1', 'WS-114'] }),
    buildException({ kind: 'tool_team', values: ['AnyDesk.exe', 'Sales'] }),
  ]);
  expect(query.split('\n')[1]).toBe(
    '| EVAL vishing.event_host = TO_LOWER(MV_FIRST(host.name)), vishing.event_tool = TO_LOWER(MV_FIRST(process.name))'
  );
  expect(query).toContain('vishing.person.id == "p1" AND vishing.event_host == "ws-114"');
  expect(query).toContain(
    'vishing.event_tool == "anydesk.exe" AND TO_LOWER(vishing.person.department) == "sales"'
  );
});

it('puts no value into the query that could end a string', () => {
  const query = withExceptions(QUERY, [buildException({ values: ['x" OR true OR "', 'p\\'] })]);
  expect(query).toContain('vishing.external.number == "x\\" OR true OR \\""');
  expect(query).toContain('vishing.person.id == "p\\\\"');
});

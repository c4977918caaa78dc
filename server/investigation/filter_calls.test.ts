import { buildSuspiciousCall } from '../../test/builders/suspicious_call';
import { filterCalls, sortCalls } from './filter_calls';

const ana = buildSuspiciousCall({
  call_id: 'ana00001',
  score: 96,
  started: '2025-01-01T14:00:00.000Z',
});
const bob = buildSuspiciousCall({
  call_id: 'bob00001',
  score: 40,
  severity: 'medium',
  status: 'closed',
  started: '2025-01-02T14:00:00.000Z',
  person: { name: 'Bob Stone', hosts: ['ws-7'] },
  number: { value: '+442079460958', display: '+44 20 7946 0958', verdict: 'none' },
});
const ids = (calls: readonly { call_id: string }[]): string[] => calls.map(({ call_id: id }) => id);

describe('filterCalls', () => {
  it.each([
    ['a part of a name, letter case ignored', { search: 'sTONE' }, ['bob00001']],
    ['a computer', { search: 'ws-7' }, ['bob00001']],
    ['a number without its spaces', { search: '+442079460958' }, ['bob00001']],
    ['a number written with spaces and brackets', { search: '(20) 7946' }, ['bob00001']],
    ['a status', { status: 'open' }, ['ana00001']],
    ['several severities', { severity: 'medium,critical' }, ['ana00001', 'bob00001']],
    ['a rule that did not fire', { rule: 'nothing' }, []],
    ['an empty search', { search: '  ' }, ['ana00001', 'bob00001']],
  ])('finds by %s', (_what, filter, expected) => {
    expect(ids(filterCalls([ana, bob], filter))).toEqual(expected);
  });
});

describe('sortCalls', () => {
  it('puts the highest score first when asked for falling scores', () => {
    expect(ids(sortCalls([bob, ana], { sort: 'score', order: 'desc' }))).toEqual([
      'ana00001',
      'bob00001',
    ]);
  });

  it('puts open calls before closed ones when asked for falling status', () => {
    expect(ids(sortCalls([bob, ana], { sort: 'status', order: 'desc' }))).toEqual([
      'ana00001',
      'bob00001',
    ]);
  });

  it('orders equal rows by time and id, so that pages never overlap', () => {
    const twins = ['c0000002', 'c0000001'].map((id) => buildSuspiciousCall({ call_id: id }));
    expect(ids(sortCalls(twins, { sort: 'score', order: 'asc' }))).toEqual([
      'c0000001',
      'c0000002',
    ]);
  });
});

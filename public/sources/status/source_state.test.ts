import type { SourceStatus } from '../../../common/api/sources';
import { byUrgency, failedShare, stateOf } from './source_state';

const buildStatus = (fields: Partial<SourceStatus> = {}): SourceStatus => ({
  source: 'asterisk_cdr',
  site: 'berlin',
  records: 100,
  failed: 0,
  last_record: '2025-01-01T00:00:00.000Z',
  days: [],
  calls: 0,
  calls_with_person: 0,
  failures: [],
  ...fields,
});

describe('the state of a source', () => {
  it.each([
    [{}, 'fresh'],
    [{ failed: 5 }, 'fresh'],
    [{ failed: 6 }, 'failing'],
    [{ failed: 60, silent: { hours: 50, longest_before: 16 } }, 'silent'],
    [{ records: 0 }, 'fresh'],
  ] as const)('of %j is %s', (fields, state) => {
    expect(stateOf(buildStatus(fields))).toBe(state);
  });

  it('counts no failures where there are no records', () => {
    expect(failedShare({ records: 0, failed: 0 })).toBe(0);
  });

  it('puts what needs a look first', () => {
    const rows = [
      buildStatus({ site: 'a' }),
      buildStatus({ site: 'b', failed: 50 }),
      buildStatus({ site: 'c', silent: { hours: 50, longest_before: 16 } }),
    ];
    expect(rows.sort(byUrgency).map(({ site }) => site)).toEqual(['c', 'b', 'a']);
  });
});

import { content } from '../../test/content/shipped_content';
import { compileRules } from '../rules/compile_rules';
import { rateQueries } from './rates';

const compiled = compileRules({ ...content, spaceId: 'default' });

describe('rateQueries', () => {
  it('cuts every rule that joins a call at the join', () => {
    for (const { name, type, query } of compiled) {
      const joins = type === 'esql' && String(query).includes('LOOKUP JOIN vishing-calls');
      const queries = rateQueries(String(query));
      expect([name, queries !== undefined]).toEqual([name, joins]);
      expect(queries?.events ?? '').not.toContain('LOOKUP JOIN vishing-calls');
    }
  });

  it('keeps the conditions on the call and leaves out those on both', () => {
    const query = [
      'FROM logs-x*, vishing-fields METADATA _id',
      'EVAL vishing.signal_time = @timestamp, vishing.mail = 1',
      'LOOKUP JOIN vishing-calls ON user.name',
      'WHERE vishing.call.answered',
      'WHERE vishing.mail == 1 AND vishing.call.answered',
      'EVAL vishing.gap_seconds = 1',
      'WHERE vishing.gap_seconds <= 1800',
      'KEEP _id, vishing.*',
    ].join('\n| ');
    expect(rateQueries(query)?.calls).toBe(
      'FROM vishing-calls\n| WHERE vishing.call.answered\n| STATS calls = COUNT(*)'
    );
  });

  it('keeps what is calculated from the call for such a condition', () => {
    const query = [
      'FROM .alerts-security.alerts-x*, vishing-fields METADATA _id',
      'EVAL vishing.signal_time = @timestamp',
      'LOOKUP JOIN vishing-calls ON source.address',
      'EVAL vishing.conversations = COALESCE(vishing.external.spoken_30d, 0)',
      'WHERE vishing.conversations >= 1',
      'EVAL vishing.late = DATE_DIFF("seconds", @timestamp, vishing.signal_time)',
      'WHERE vishing.late <= 60',
    ].join('\n| ');
    expect(rateQueries(query)?.calls).toBe(
      'FROM vishing-calls\n| EVAL vishing.conversations = COALESCE(vishing.external.spoken_30d, 0)\n| WHERE vishing.conversations >= 1\n| STATS calls = COUNT(*)'
    );
  });
});

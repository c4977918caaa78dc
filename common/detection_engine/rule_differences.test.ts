import type { CompiledRule } from '../api/setup';
import { ruleDifferences } from './rule_differences';

const ours: CompiledRule = {
  rule_id: 'r',
  name: 'Rule',
  query: 'FROM a',
  interval: '5m',
  threat: [],
  tags: [],
  enabled: true,
  type: 'esql',
  version: 1,
};

describe('ruleDifferences', () => {
  it('finds what a person changed, and overlooks what is theirs to change', () => {
    const theirs = { ...ours, query: 'FROM b', enabled: false, tags: ['mine'], actions: [{}] };
    expect(ruleDifferences(ours, theirs)).toEqual([
      { field: 'query', ours: 'FROM a', theirs: 'FROM b' },
    ]);
  });

  it('shows what is no text as JSON, and nothing for what is not there', () => {
    const theirs = { ...ours, interval: undefined, threat: [{ framework: 'MITRE ATT&CK' }] };
    expect(ruleDifferences(ours, theirs)).toEqual([
      { field: 'interval', ours: '5m', theirs: '' },
      { field: 'threat', ours: '', theirs: '[\n  {\n    "framework": "MITRE ATT&CK"\n  }\n]' },
    ]);
  });
});

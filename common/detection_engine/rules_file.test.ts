import type { CompiledRule } from '../api/setup';
import { toRulesFile } from './rules_file';

const rule: CompiledRule = {
  rule_id: 'r1',
  name: 'Line\nbreak',
  version: 2,
  type: 'esql',
  enabled: true,
  tags: ['Vishing'],
  query: 'FROM a\n| LIMIT 1',
};

it('writes one rule a line, and how many there are at the end', () => {
  const lines = toRulesFile([rule, { ...rule, rule_id: 'r2' }])
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([
    { ...rule, immutable: false },
    { ...rule, rule_id: 'r2', immutable: false },
    expect.objectContaining({ exported_count: 2, exported_rules_count: 2 }),
  ]);
});

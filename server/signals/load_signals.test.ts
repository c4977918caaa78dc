import { compileSignal } from './compile_signal';
import { parseSignal } from './load_signals';

const FILE = `
id: rmm.process_start
name: Tool started
sentence: '{process.name} started'
lane: endpoint
family: rmm
weight: 60
attack: [T1219.002]
platforms: [Windows]
index: [logs-endpoint.events.process-*]
where: 'process.name IN {{tools.processes}}'
identity: [{ field: user.name, value: TO_LOWER(user.name) }]
window: { before: 5m, after: 4h }
typical_delay: minutes
false_positives: [support]
event: [process.name]
`;
const tool = { id: 'a', name: 'A', processes: ['a.exe'], original_file_names: ['b.exe'] };
const none = { unix_processes: [], signers: [], services: [], products: [], seen_in_vishing: [] };
const tables = {
  tools: [{ ...tool, ...none, domains: { suffix: [], exact: [] } }],
};

describe('a signal', () => {
  it('is filled from the tool table, with its window in milliseconds', () => {
    const signal = parseSignal(FILE, 'rmm.process_start.yml');
    const compiled = compileSignal(signal, { tables, spaceId: 'default' });
    expect(compiled.where).toBe('process.name IN ("a.exe", "b.exe")');
    expect(compiled.time).toBe('@timestamp');
    expect([compiled.beforeMs, compiled.afterMs]).toEqual([300_000, 14_400_000]);
    expect(compiled.identities).toEqual([
      { field: 'user.name', value: 'TO_LOWER(user.name)', subject: 'actor' },
    ]);
  });

  it('of alerts reads the counting rules of one space and takes their original time', () => {
    const text = FILE.replace(
      /index:.*\nwhere:.*\n/,
      'building_blocks: [b151c5d3-cd11-4ffa-a94e-ff63b2b804fd]\n'
    );
    const signal = parseSignal(text, 'rmm.process_start.yml');
    const compiled = compileSignal(signal, { tables, spaceId: 'soc' });
    expect(compiled.indices).toEqual(['.alerts-security.alerts-soc*']);
    expect(compiled.where).toBe(
      'kibana.alert.rule.rule_id IN ("b151c5d3-cd11-4ffa-a94e-ff63b2b804fd") AND kibana.space_ids : "soc"'
    );
    expect(compiled.time).toContain('kibana.alert.original_time');
  });

  it.each([
    ['a wrong file name', FILE, 'other.yml', /must be named rmm\.process_start\.yml/],
    ['an unknown key', `${FILE}\ncolour: red`, 'rmm.process_start.yml', /colour/],
    ['a weight above 100', FILE.replace('60', '160'), 'rmm.process_start.yml', /weight/],
    ['no condition', FILE.replace(/where:.*\n/, ''), 'rmm.process_start.yml', /needs a condition/],
    ['text that is no YAML', 'id: [', 'rmm.process_start.yml', /rmm\.process_start\.yml/],
  ])('with %s is refused by name', (_what, text, file, message) => {
    expect(() => parseSignal(text, file)).toThrow(message);
  });

  it('with an unknown placeholder cannot be compiled', () => {
    const signal = parseSignal(
      FILE.replace('tools.processes', 'tools.colours'),
      'rmm.process_start.yml'
    );
    expect(() => compileSignal(signal, { tables, spaceId: 'default' })).toThrow(/tools\.colours/);
  });
});

import { signalQuery } from './signal_query';
import type { Subject, TimelineSignal } from './timeline_signal';

const signal: TimelineSignal = {
  id: 'rmm.process_start',
  name: 'Remote tool started',
  lane: 'endpoint',
  family: 'rmm',
  weight: 60,
  indices: ['logs-endpoint.events.process-*'],
  time: '@timestamp',
  start: '@timestamp',
  where: 'process.name == "anydesk.exe"',
  identities: [
    { field: 'user.name', value: 'TO_LOWER(user.name)' },
    { field: 'host.name', value: 'TO_LOWER(host.name)' },
  ],
  sentence: '{process.name} started on {host.name}',
  beforeMs: 300_000,
  afterMs: 14_400_000,
};
const range = { from: '2025-01-01T13:00:00.000Z', to: '2025-01-01T15:00:00.000Z' };
const nobody: Subject = { 'user.name': [], 'user.email': [], 'user.id': [], 'host.name': [] };

describe('signalQuery', () => {
  it('asks for the events of any of the person’s identities, with their values as parameters', () => {
    const built = signalQuery(
      signal,
      { ...nobody, 'user.name': ['adiaz'], 'host.name': ['ws-1', 'ws-2'] },
      range
    );
    expect(built?.params).toEqual([
      { from: range.from },
      { to: range.to },
      { p0_0: 'adiaz' },
      { p1_0: 'ws-1' },
      { p1_1: 'ws-2' },
    ]);
    expect(built?.query).toContain('TO_LOWER(user.name) == ?p0_0 OR TO_LOWER(host.name) == ?p1_0');
    expect(built?.query).toContain('FROM logs-endpoint.events.process-*, vishing-fields');
  });

  it('never puts a value of the person into the query text', () => {
    const built = signalQuery(signal, { ...nobody, 'user.name': ['x" OR true'] }, range);
    expect(built?.query).not.toContain('x" OR true');
  });

  it('takes the time of an alert from its own field, and then does not filter by @timestamp', () => {
    const time = 'COALESCE(kibana.alert.original_time, @timestamp)';
    const built = signalQuery({ ...signal, time }, { ...nobody, 'user.name': ['adiaz'] }, range);
    expect(built?.filter).toBeUndefined();
    expect(built?.query).toContain(`EVAL vishing.signal_time = ${time}`);
    expect(built?.query).toContain('vishing.signal_start = @timestamp');
  });

  it('asks nothing when the person has no identity that the signal knows', () => {
    expect(
      signalQuery(signal, { ...nobody, 'user.email': ['a@example.com'] }, range)
    ).toBeUndefined();
  });

  it('keeps the columns that the sentence mentions', () => {
    const built = signalQuery(signal, { ...nobody, 'user.name': ['adiaz'] }, range);
    expect(built?.query).toContain('`process`.`name`');
  });
});

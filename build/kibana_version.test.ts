import { parseKibanaVersion } from './kibana_version';

describe('parseKibanaVersion', () => {
  it.each(['9.2.0', '9.5.4', '9.10.0', '10.0.0', '9.6.0-SNAPSHOT'])('accepts %s', (version) => {
    expect(parseKibanaVersion(version)).toBe(version);
  });

  it.each(['', '9', '9.5', 'v9.5.4', 'kibana', '9.5.4.1', '9.5.x', '9.5.4 '])(
    'refuses %p with an example',
    (version) => {
      expect(() => parseKibanaVersion(version)).toThrow(/all three numbers, such as 9\.5\.4/);
    }
  );

  it.each(['8.19.4', '9.0.0', '9.1.9'])('refuses %s as too old', (version) => {
    expect(() => parseKibanaVersion(version)).toThrow(/too old: this plugin needs 9\.2\.0/);
  });
});

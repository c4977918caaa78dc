import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseRule } from './load_rules';

const FILE = 'initial_access_external_call_then_remote_tool.yml';
const TEXT = readFileSync(join(__dirname, '..', 'content', 'rules', FILE), 'utf8');

const parsed = (change: (text: string) => string) => parseRule(change(TEXT), FILE);

describe('calls in a rule', () => {
  it('stand in its query for as long as its parameters may be set, so that a tuned value is one number in it', () => {
    const { query } = parsed((text) => text.replace(/default: 30m/, 'default: 45m'));
    expect(query).toContain('vishing.signal_time - 7200 seconds');
    expect(query).not.toContain('{{calls}}');
    expect(query).toBe(parsed((text) => text).query);
  });

  it('need their place in the query, and the query needs them', () => {
    const message = 'calls: and {{calls}} in the query need each other';
    expect(() => parsed((text) => text.replace('  | {{calls}}\n', ''))).toThrow(message);
    expect(() => parsed((text) => text.replace(/\ncalls:\n(  .*\n)+/, '\n'))).toThrow(message);
  });

  it('say which parameter is none with a length of time', () => {
    expect(() =>
      parsed((text) => text.replace('before: [time_window]', 'before: [window]'))
    ).toThrow('calls: window is no parameter with a length of time');
  });
});

import { join } from 'node:path';
import { loadDetectionContent } from '../detection_content/load_detection_content';
import { compileRules } from './compile_rules';
import type { ParameterValues } from '../../common/model/parameter';

const content = loadDetectionContent(join(__dirname, '..', 'content'));
const REMOTE_TOOL = '1562690c-ad16-496e-9a3e-57ff8faa4df1';
const MAIL_FLOOD = 'b151c5d3-cd11-4ffa-a94e-ff63b2b804fd';

const compile = (ruleId: string, values: ParameterValues[string] = {}, spaceId = 'default') => {
  const rules = compileRules({ ...content, spaceId, parameters: { [ruleId]: values } });
  const rule = rules.find(({ rule_id: id }) => id === ruleId);
  if (!rule) throw new Error(`no rule ${ruleId}`);
  return { rule, query: String(rule.query) };
};

describe('compileRules', () => {
  it('puts the defaults into the query, durations as seconds', () => {
    const { query } = compile(REMOTE_TOOL);
    expect(query).toContain('vishing.gap_seconds <= 1800');
    expect(query).toContain('vishing.gap_seconds >= -120');
    expect(query).not.toMatch(/\{\{/);
  });

  it('takes a person’s own values', () => {
    const { query } = compile(REMOTE_TOOL, { time_window: '45m', approved_tools: ['anydesk'] });
    expect(query).toContain('vishing.gap_seconds <= 2700');
    expect(query).toContain('IN ("anydesk.exe", "anydesk")');
  });

  it('keeps what a person typed inside quotes, whatever it is', () => {
    const evil = '") OR true | KEEP _id //';
    const { query } = compile('e6f53f03-b0e5-43b1-8650-e682bfcd7414', { listed_numbers: [evil] });
    expect(query).toContain('IN ("\\") OR true | KEEP _id //")');
  });

  it('looks back further when the window is tuned beyond the shipped look-back', () => {
    expect(compile(REMOTE_TOOL).rule.from).toBe('now-4h');
    // 2 h window, 2 h longest call, 30 min delay of its record, 5 min between two runs.
    expect(compile(REMOTE_TOOL, { time_window: '2h' }).rule.from).toBe('now-275m');
  });

  it('makes counts and the counting window of a threshold rule tunable', () => {
    const { rule, query } = compile(MAIL_FLOOD, {
      mails: 80,
      count_window: '2h',
      ignored_mailboxes: ['a@example.com'],
    });
    expect(rule.threshold).toEqual({
      field: ['email.to.address'],
      value: 80,
      cardinality: [{ field: 'email.from.address', value: 30 }],
    });
    expect(rule.from).toBe('now-120m');
    expect(query).toContain('not (email.to.address : "a@example.com")');
  });

  it.each([
    ['too long a window', { time_window: '3d' }, /time_window/],
    ['no length of time', { time_window: 'soon' }, /time_window/],
    ['a text where a list belongs', { approved_tools: 'anydesk' }, /approved_tools/],
    ['a negative count', { max_previous_calls: -1 }, /max_previous_calls/],
  ])('refuses %s and names the parameter', (_what, values, message) => {
    expect(() => compile(REMOTE_TOOL, values)).toThrow(message);
  });

  it('reads the alerts of the given space only', () => {
    const { query } = compile('56efd22e-43a8-47a9-9539-726d020a1f35', {}, 'soc');
    expect(query).toContain('FROM .alerts-security.alerts-soc*, vishing-fields');
    expect(query).toContain('kibana.space_ids : "soc"');
  });

  it('gives every rule our tag and its techniques as tags', () => {
    for (const rule of compileRules({ ...content, spaceId: 'default' })) {
      expect(rule.tags).toContain('Vishing');
      expect(rule.tags.some((tag) => /^T\d{4}/.test(tag))).toBe(true);
    }
  });

  it('puts counting rules before the rules that read their alerts', () => {
    const kinds = content.rules.map(({ building_block: counts }) => counts);
    expect(kinds).toEqual([...kinds].sort((a, b) => Number(b) - Number(a)));
  });
});

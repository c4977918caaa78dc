import { buildAlert, buildCall } from '../../test/builders/call';
import type { AlertOfCall } from './alerts';
import type { RuleCatalogue } from './rule_knowledge';
import { narrate } from './sentences';

const rules: RuleCatalogue = new Map([
  [
    'r1',
    {
      ruleId: 'r1',
      name: 'External call, then a remote tool started',
      conditions: [],
      evidence: '{process.name} started on {host.name}',
      guide: '',
    },
  ],
]);
const alert: AlertOfCall = {
  callId: 'c0ffee00c0ffee00',
  alert: buildAlert(),
  source: { process: { name: 'quickassist.exe' }, host: { name: 'WS-114' } },
};
const number = '+1 202 555 0142';

describe('narrate', () => {
  it('says who called whom, for how long, and what followed when', () => {
    const call = buildCall({
      vishing: { external: { is_first_seen: true, number_type: 'VOIP', people_30d: 6 } },
    });
    expect(narrate({ call, alerts: [alert], rules, number })).toEqual({
      title: 'Unknown number called Ana Diaz; quickassist.exe started on WS-114',
      sentences: [
        'A number never seen before, +1 202 555 0142 (US, voip, reached 6 of our people in the 30 days before) called Ana Diaz (Finance).',
        'They spoke for 18 min 04 s.',
        '4 min 12 s after the call began: quickassist.exe started on WS-114.',
      ],
    });
  });

  it('turns the sentence round when our person made the call', () => {
    const call = buildCall({ vishing: { call: { direction: 'outbound' } } });
    const { title, sentences } = narrate({ call, alerts: [], rules, number });
    expect(title).toBe('Ana Diaz called +1 202 555 0142');
    expect(sentences[0]).toBe('Ana Diaz (Finance) called +1 202 555 0142 (US).');
  });

  it('says that nobody answered and that the number was withheld', () => {
    const call = buildCall({
      event: { action: 'call-missed' },
      vishing: { call: { answered: false, talk_seconds: 0 } },
    });
    delete call.vishing.external;
    const { title, sentences } = narrate({ call, alerts: [], rules, number: undefined });
    expect(title).toBe('Withheld number called Ana Diaz');
    expect(sentences).toEqual(['A withheld number called Ana Diaz (Finance).', 'Nobody answered.']);
  });

  it('says the same evidence once, however many rules found it', () => {
    const twice = [alert, { ...alert, alert: buildAlert({ id: 'alert-2' }) }];
    expect(narrate({ call: buildCall(), alerts: twice, rules, number }).sentences).toHaveLength(3);
  });
});

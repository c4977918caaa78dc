import { maskAnswer } from './mask_answer';

const call = {
  '@timestamp': '2025-01-01T14:03:00.000Z',
  event: { id: '1735740180.1', provider: 'asterisk_cdr' },
  source: { address: '+12025550142' },
  destination: { address: '1001', user: { name: 'adiaz', email: 'ana.diaz@example.com' } },
  user: {
    id: 'S-1-5-21-1-2-3-1114',
    name: 'adiaz',
    email: 'ana.diaz@example.com',
    full_name: 'Ana Diaz',
  },
  host: { name: ['ws-114', 'ana-laptop', 'DIAZPC'] },
  vishing: {
    call: { id: 'c0ffee00c0ffee00', forwarded_from: '1002', dialed: '+44 20 7946 0114' },
    caller: { number: '+12025550142', number_raw: '12025550142', display_name: 'Carl Caller' },
    callee: { extension: '1001', number_raw: '1001', device: 'CSFADIAZ' },
    external: { number: '+12025550142', country: 'US', block: '+1202555' },
    person: { id: 'ana.diaz', department: 'Finance' },
    on_day: {
      email: '2025-01-01 ana.diaz@example.com',
      name: '2025-01-01 adiaz',
      id: '2025-01-01 S-1-5-21-1-2-3-1114',
      person: '2025-01-01 ana.diaz',
    },
    account: { name: 'adm-7', in_calls: 'adiaz' },
  },
};
const answer = {
  call,
  title: 'Unknown number called Ana Diaz; Quick Assist gave full control of ana-laptop',
  sentences: [
    '“Carl Caller” (+1 202 555 0142) called ana diaz (Finance) on 2025-01-01.',
    'whoami ran as CORP\\adiaz in C:\\Users\\adiaz\\Downloads, mails to ana.diaz@example.com',
  ],
  number_display: '+1 202 555 0142',
  suspicion: {
    call_id: 'c0ffee00c0ffee00',
    person: { id: 'ana.diaz', name: 'Ana Diaz', hosts: ['ws-114'] },
    number: { value: '+12025550142', display: '+1 202 555 0142', name: 'Carl Caller' },
    alerts: [{ id: 'alert-1', rule_name: 'Ana Diaz rule', reason: 'process by bob on ws-9' }],
  },
  number_calls: [{ call_id: 'beefbeefbeef', person: 'Ben Young', number: '+12025550142' }],
};

describe('maskAnswer', () => {
  const masked = maskAnswer(answer);

  it('hides the last four digits of numbers, and extensions whole', () => {
    expect(masked.call.vishing.caller).toEqual({
      number: '+1202555****',
      number_raw: '1202555****',
      display_name: 'C. C.',
    });
    expect(masked.call.vishing.callee).toMatchObject({ extension: '****', number_raw: '****' });
    expect(masked.call.vishing.call).toMatchObject({
      forwarded_from: '****',
      dialed: '+44 20 7946 ****',
    });
    expect(masked.number_display).toBe('+1 202 555 ****');
    expect(masked.call.source.address).toBe('+1202555****');
    expect(masked.call.destination.address).toBe('****');
  });

  it('shows names as initials, in fields and in sentences', () => {
    expect(masked.call.user.full_name).toBe('A. D.');
    expect(masked.suspicion.person.name).toBe('A. D.');
    expect(masked.number_calls[0]?.person).toBe('B. Y.');
    expect(masked.title).toBe(
      'Unknown number called A. D.; Quick Assist gave full control of a***'
    );
    expect(masked.sentences[0]).toBe(
      '“C. C.” (+1 202 555 ****) called A. D. (Finance) on 2025-01-01.'
    );
  });

  it('leaves no name, account, address or number anywhere', () => {
    const text = JSON.stringify(masked);
    expect(text).not.toMatch(/diaz(?! rule)|adiaz|carl|caller"? ?called|0142|0114|1001|young|bob/i);
    expect(text).not.toContain('S-1-5-21-1-2-3');
    expect(text).not.toContain('adm-7');
  });

  it('hides what rules join over in the columns of an alert too', () => {
    const columns = {
      'vishing.on_day.person': '2025-01-01 ana.diaz',
      'vishing.account.name': 'adm-7',
      'vishing.account.in_calls': 'adiaz',
    };
    expect(JSON.stringify(maskAnswer(columns))).not.toMatch(/diaz|adm-7/);
  });

  it('keeps what links and sorting need', () => {
    expect(masked.call['@timestamp']).toBe(call['@timestamp']);
    expect(masked.call.vishing.call.id).toBe('c0ffee00c0ffee00');
    expect(masked.call.vishing.external).toMatchObject({ country: 'US', block: '+1202555' });
    expect(masked.call.host.name).toEqual(['ws-114', 'a***', 'D***']);
    expect(masked.suspicion.alerts[0]).toMatchObject({ id: 'alert-1', rule_name: 'Ana Diaz rule' });
  });

  it('gives one person one mark, which does not tell the id', () => {
    expect(masked.call.vishing.person.id).toMatch(/^masked-[0-9a-f]{10}$/);
    expect(masked.suspicion.person.id).toBe(masked.call.vishing.person.id);
  });

  it('changes nothing the second time', () => {
    expect(maskAnswer(masked)).toEqual(masked);
  });

  it('hides names that only the known documents tell', () => {
    const event = { id: 'e1', sentence: 'adiaz started a tool', label: 'Ana Diaz to Carl' };
    expect(maskAnswer(event, call)).toEqual({
      id: 'e1',
      sentence: '*** started a tool',
      label: 'A. D. to C.',
    });
  });
});

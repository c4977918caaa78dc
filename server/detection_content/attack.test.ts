import { toThreat, type AttackTable } from './attack';

const table: AttackTable = {
  version: '18.1',
  tactics: { TA0001: 'Initial Access', TA0043: 'Reconnaissance' },
  techniques: {
    T1566: { name: 'Phishing', tactics: ['TA0001'] },
    'T1566.004': { name: 'Spearphishing Voice', tactics: ['TA0001'] },
  },
  renamed: {},
};

describe('toThreat', () => {
  it('puts subtechniques below their technique, with the addresses of their pages', () => {
    const threat = toThreat({ tactic: 'TA0001', techniques: ['T1566.004'] }, table, 'x.yml');
    expect(threat.tactic.reference).toBe('https://attack.mitre.org/tactics/TA0001/');
    expect(threat.technique).toEqual([
      {
        id: 'T1566',
        name: 'Phishing',
        reference: 'https://attack.mitre.org/techniques/T1566/',
        subtechnique: [
          {
            id: 'T1566.004',
            name: 'Spearphishing Voice',
            reference: 'https://attack.mitre.org/techniques/T1566/004/',
          },
        ],
      },
    ]);
  });

  it.each([
    [{ tactic: 'TA0043', techniques: ['T1566.004'] }, /does not belong to the tactic TA0043/],
    [{ tactic: 'TA0001', techniques: ['T9999'] }, /unknown ATT&CK technique T9999/],
    [{ tactic: 'TA9999', techniques: ['T1566'] }, /unknown ATT&CK tactic TA9999/],
  ])('refuses %j', (mapping, message) => {
    expect(() => toThreat(mapping, table, 'x.yml')).toThrow(message);
  });
});

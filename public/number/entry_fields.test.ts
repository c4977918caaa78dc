import type { CoveringEntry } from '../../common/api/number';
import { expiriesOf, fieldsFor, ownEntry, toEntry, withVerdict } from './entry_fields';

const NOW = Date.parse('2025-01-01T00:00:00.000Z');
const NUMBER = '+12025550142';
const bad: CoveringEntry = {
  number: NUMBER,
  kind: 'number',
  verdict: 'bad',
  reason: 'said to be the help desk',
  source: 'manual',
  expires: '2025-01-20T00:00:00.000Z',
  state: 'effective',
};

describe('the form for an entry of the watchlist', () => {
  it('begins with the usual end: 30 days for bad numbers, none for trusted ones', () => {
    expect(fieldsFor('bad', undefined)).toEqual({ verdict: 'bad', reason: '', expiry: '30' });
    expect(fieldsFor('trust', undefined)).toEqual({
      verdict: 'trusted',
      reason: '',
      expiry: 'never',
    });
  });

  it('keeps verdict, reason and end when only a note is written', () => {
    expect(fieldsFor('note', bad)).toEqual({
      verdict: 'bad',
      reason: 'said to be the help desk',
      expiry: 'keep',
    });
  });

  it('never lets a bad number stay bad for ever', () => {
    expect(expiriesOf('bad', undefined)).toEqual(['30', '90', '365']);
    expect(expiriesOf('trusted', bad)).toEqual(['keep', '30', '90', '365', 'never']);
    expect(withVerdict(fieldsFor('trust', undefined), 'bad', undefined).expiry).toBe('30');
  });

  it('does not take the end of a bad entry over when the verdict changes', () => {
    expect(fieldsFor('trust', bad).expiry).toBe('never');
    expect(withVerdict(fieldsFor('note', bad), 'own', bad).expiry).toBe('never');
  });

  it('becomes the entry to be sent', () => {
    const send = (fields: Parameters<typeof toEntry>[1], entry?: CoveringEntry) =>
      toEntry(NUMBER, fields, { entry, nowMs: NOW });
    const base = { number: NUMBER, kind: 'number', source: 'manual' };
    expect(send({ verdict: 'bad', reason: ' fraud ', expiry: '30' })).toEqual({
      ...base,
      verdict: 'bad',
      reason: 'fraud',
      expires: '2025-01-31T00:00:00.000Z',
    });
    expect(send({ verdict: 'trusted', reason: '', expiry: 'never' })).toEqual({
      ...base,
      verdict: 'trusted',
    });
    expect(send({ verdict: 'bad', reason: 'x', expiry: 'keep' }, bad).expires).toBe(bad.expires);
  });

  it('belongs to the number, not to a range around it or to an entry that expired', () => {
    const range: CoveringEntry = { ...bad, kind: 'prefix', number: '+1202555' };
    expect(ownEntry([range])).toBeUndefined();
    expect(ownEntry([range, { ...bad, state: 'expired' }])).toBeUndefined();
    expect(ownEntry([bad, { ...range, state: 'overruled' }])).toBe(bad);
  });
});

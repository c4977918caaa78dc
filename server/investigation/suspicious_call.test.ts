import { buildAlert } from '../../test/builders/call';
import { toSuspiciousCall } from './suspicious_call';

const rowOf = (source: unknown) =>
  toSuspiciousCall({
    callId: 'gone',
    call: undefined,
    alerts: [{ callId: 'gone', alert: buildAlert(), source }],
    rules: new Map(),
    signals: [],
    formatNumber: (number) => number,
  });

describe('a suspicious call that is not stored any more', () => {
  it.each([
    ['answered, of unknown length', { 'vishing.call.answered': true }, true],
    ['answered, as a list', { vishing: { call: { answered: [true] } } }, true],
    [
      'not answered, with a voicemail',
      { vishing: { call: { answered: false, talk_seconds: 9 } } },
      false,
    ],
    ['with a length only', { 'vishing.call.talk_seconds': 9 }, true],
    ['with neither', {}, false],
  ])('is read from its alert: %s', (_name, source, answered) => {
    expect(rowOf(source).answered).toBe(answered);
  });
});

import type { CallAlert } from '../../../common/model/alert';
import type { CallDocument } from '../../../common/model/call';
import { buildAlert, buildCall } from '../../../test/builders/call';
import type { SignalWeight } from './alert_reasons';
import { scoreCall as score, type Score } from './score';

const signals: readonly SignalWeight[] = [
  { id: 'rmm.process_start', family: 'rmm', lane: 'endpoint', weight: 60 },
  { id: 'rmm.domain', family: 'rmm', lane: 'network', weight: 60 },
  { id: 'mfa.push_denied', family: 'mfa', lane: 'identity', weight: 60 },
];

const scoreCall = (call: CallDocument | undefined, alerts: readonly CallAlert[]): Score =>
  score({ call, alerts: alerts.map((alert) => ({ callId: 'c', alert, source: {} })), signals });

/** The call of 18 minutes, and for each signal an alert of risk 73 so many minutes after the call began. */
const withSignals = (call: CallDocument, ...found: readonly (readonly [string, number])[]): Score =>
  score({
    call,
    signals,
    alerts: found.map(([id, minutes], index) => ({
      callId: 'c',
      alert: buildAlert({ rule_id: `rule-${index}`, rule_name: id }),
      source: { vishing: { signal_id: id, gap_seconds: minutes * 60 } },
    })),
  });

const sum = (terms: readonly { points: number }[]): number =>
  terms.reduce((total, { points }) => total + points, 0);

describe('scoreCall', () => {
  it('is explained by its terms: their points add up to it', () => {
    const call = buildCall({
      vishing: { external: { is_first_seen: true }, watchlist: { verdict: 'bad' } },
    });
    const score = scoreCall(call, [
      buildAlert({ risk_score: 73 }),
      buildAlert({ rule_id: 'r2', risk_score: 47 }),
    ]);
    expect(sum(score.terms)).toBe(score.value);
    expect(score.value).toBeGreaterThan(80);
  });

  it('counts a rule once, however many alerts it wrote', () => {
    const one = scoreCall(buildCall(), [buildAlert({ risk_score: 73 })]);
    const many = scoreCall(buildCall(), [
      buildAlert({ risk_score: 73 }),
      buildAlert({ risk_score: 21 }),
    ]);
    expect(many).toEqual(one);
  });

  it('rises when the number is first seen and falls when it is trusted', () => {
    const alerts = [buildAlert({ risk_score: 73 })];
    const plain = scoreCall(buildCall(), alerts).value;
    const unknown = scoreCall(
      buildCall({ vishing: { external: { is_first_seen: true } } }),
      alerts
    ).value;
    const trusted = scoreCall(
      buildCall({ vishing: { watchlist: { verdict: 'trusted' } } }),
      alerts
    );
    expect(unknown).toBeGreaterThan(plain);
    expect(trusted.value).toBeLessThan(plain);
    expect(sum(trusted.terms)).toBe(trusted.value);
  });

  it('never passes 100', () => {
    const alerts = Array.from({ length: 20 }, (_, n) =>
      buildAlert({ rule_id: `r${n}`, risk_score: 100 })
    );
    expect(scoreCall(buildCall(), alerts).value).toBe(100);
  });

  it('scores an alert whose call is gone', () => {
    expect(scoreCall(undefined, [buildAlert({ risk_score: 73 })]).value).toBe(62);
  });

  it('halves a second signal of the same family, and says so', () => {
    const same = withSignals(buildCall(), ['rmm.process_start', 4], ['rmm.domain', 5]);
    const different = withSignals(buildCall(), ['rmm.process_start', 4], ['mfa.push_denied', 5]);
    expect(same.value).toBeLessThan(different.value);
    expect(same.terms.map(({ note }) => note)).toContain(
      'a second sign of the same kind counts half'
    );
    expect(different.terms.every(({ note }) => note === undefined)).toBe(true);
  });

  it('counts an event less the later it came after the call, and says so', () => {
    const soon = withSignals(buildCall(), ['rmm.process_start', 4]);
    const late = withSignals(buildCall(), ['rmm.process_start', 90]);
    expect(late.value).toBeLessThan(soon.value);
    expect(late.terms[0]?.note).toMatch(/^far from the call in time: \d+ %$/);
  });

  it('counts an event less when it is not sure who was on the phone', () => {
    const unsure = buildCall({ vishing: { join: { method: 'extension', confidence: 0.6 } } });
    const score06 = withSignals(unsure, ['rmm.process_start', 4]);
    expect(score06.value).toBeLessThan(withSignals(buildCall(), ['rmm.process_start', 4]).value);
    expect(score06.terms[0]?.note).toBe('our person on the call is 60 % certain');
  });

  it('rises for a person whose role callers want', () => {
    const finance = withSignals(buildCall({ user: { roles: ['finance'] } }), ['rmm.domain', 4]);
    expect(finance.terms.map(({ label }) => label)).toContain('The person works in finance');
  });
});

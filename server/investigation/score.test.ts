import { buildAlert, buildCall } from '../../test/builders/call';
import { scoreCall } from './score';

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
});

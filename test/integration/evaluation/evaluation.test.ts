import { reportPage } from '../../evaluation/report/report_page';
import { evaluate, type Evaluation } from '../../evaluation/run/evaluate';
import { installContent } from '../../pipelines/pipeline_tester';
import { testClient } from '../../setup/test_client';

const es = testClient();
let result: Evaluation;

beforeAll(async () => {
  await installContent(es);
  const small = { seed: 3, people: 160, days: 2, historyDays: 1 };
  result = await evaluate(es, { ...small, delayMinutes: [120], tell: () => undefined });
}, 300_000);

afterAll(() => es.close());

describe('the evaluation of the rules', () => {
  it('finds every attack although call records come two hours late', () => {
    const missed = result.delays[0]?.campaigns.filter(({ found }) => !found).map(({ id }) => id);
    expect(missed).toEqual([]);
  });

  it('sees no call before its record has come', () => {
    const minutes = result.delays[0]?.campaigns.map((campaign) => campaign.minutes_to_first_alert);
    expect(Math.min(...(minutes ?? []).map(Number))).toBeGreaterThan(120);
  });

  it('counts what the naive rule finds beside it', () => {
    expect(result.baseline.campaigns).toContain('it_impersonation_anydesk');
    expect(result.baseline.false_alerts).toBeGreaterThan(0);
  });

  it('gives the score a higher precision the higher the threshold is', () => {
    const [first, ...others] = (result.delays[0]?.scores ?? []).flatMap(
      ({ precision }) => precision ?? []
    );
    expect(Math.max(...others)).toBeGreaterThanOrEqual(first ?? 1);
  });

  it('writes a report page with charts that needs no other file', () => {
    const html = reportPage(result);
    expect(html).toContain('It impersonation anydesk');
    expect(html.match(/<svg/g)).toHaveLength(3);
    expect(html).not.toMatch(/(src|href)=/);
  });
});

import type { DelayResult, Evaluation } from '../run/evaluate';
import type { FalseAlert } from '../run/judge';
import { barChart, shareChart, type Series } from './charts';
import { escapeHtml, page, table } from './html';

const KINDS = {
  correlation: 'Correlation',
  single_source: 'One source',
  building_block: 'Building block',
} as const;

const readableId = (id: string): string => {
  const text = id.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const delayName = ({ record_delay_minutes: minutes }: DelayResult): string =>
  minutes === 0 ? 'Records at once' : `Records after ${minutes} min`;

const goal = (kept: boolean, value: string, text: string): string =>
  `<li><strong class="${kept ? 'kept' : 'missed'}">${escapeHtml(value)} ${kept ? '✓' : '✗'}</strong>${escapeHtml(text)}</li>`;

const worstOf = ({ delays }: Evaluation): number =>
  Math.max(...delays.map((delay) => delay.false_alerts_per_day_per_1000));

const goalList = (result: Evaluation): string => {
  const { goals, delays } = result;
  const fewest = Math.min(...delays.map(({ found }) => found));
  const all = delays[0]?.campaigns.length ?? 0;
  return `<ul class="goals">${[
    goal(goals.all_campaigns_at_every_delay, `${fewest} of ${all}`, 'attacks found at every delay'),
    goal(
      goals.at_most_one_false_alert_a_day,
      String(worstOf(result)),
      'false alerts a day per 1,000 people, all correlation rules together (goal: at most 1)'
    ),
    goal(
      goals.twenty_times_fewer_than_baseline,
      `${result.times_fewer_false_alerts} times`,
      'fewer false alerts than the naive rule (goal: at least 20 times)'
    ),
  ].join('')}</ul>`;
};

const campaignPart = ({ delays }: Evaluation): string => {
  const campaigns = delays[0]?.campaigns ?? [];
  const series = delays.map((delay): Series => ({
    name: delayName(delay),
    values: delay.campaigns.map(({ minutes_to_first_alert: minutes }) => minutes),
  }));
  const rows = campaigns.map(({ id, rules, first_rule: firstRule = '' }, nth) => ({
    id,
    rules,
    firstRule,
    minutes: delays.map((delay) => delay.campaigns[nth]?.minutes_to_first_alert ?? 'not found'),
  }));
  return `<h2>Attacks</h2>
<p>Minutes from the start of the first call to the first alert. A call record is written when the call ends, so no rule can alert earlier.</p>
${barChart(
  'Minutes to the first alert by attack',
  campaigns.map(({ id }) => readableId(id)),
  series
)}
${table(
  'Attacks, minutes to the first alert, and the rules that alerted',
  [
    { title: 'Attack', value: ({ id }: (typeof rows)[number]) => readableId(id) },
    ...delays.map((delay, nth) => ({
      title: delayName(delay),
      value: ({ minutes }: (typeof rows)[number]) => minutes[nth] ?? '',
    })),
    { title: 'First rule', value: ({ firstRule }) => firstRule },
    { title: 'Rules', value: ({ rules }) => rules.join(' · ') },
  ],
  rows
)}`;
};

const rulePart = ({ delays, baseline }: Evaluation): string => {
  const [first] = delays;
  if (first === undefined) return '';
  const firing = first.rules.filter(({ kind, alerts }) => kind === 'correlation' && alerts > 0);
  const columns = [
    { title: 'Rule', value: ({ name }: (typeof first.rules)[number]) => name },
    { title: 'Kind', value: ({ kind }: (typeof first.rules)[number]) => KINDS[kind] },
    { title: 'Alerts', value: ({ alerts }: (typeof first.rules)[number]) => alerts },
    { title: 'False', value: (rule: (typeof first.rules)[number]) => rule.false_alerts },
    {
      title: 'False a day per 1,000',
      value: (rule: (typeof first.rules)[number]) => rule.false_alerts_per_day_per_1000,
    },
    {
      title: 'Attacks found',
      value: ({ campaigns }: (typeof first.rules)[number]) => campaigns.length,
    },
  ];
  return `<h2>False alerts</h2>
<p>The naive rule, any remote tool within 60 minutes of an external call, gives ${baseline.false_alerts_per_day_per_1000} false alerts a day per 1,000 people and finds ${baseline.campaigns.length} attacks.</p>
${barChart(
  'False alerts a day per 1,000 people',
  ['Naive rule', 'All correlation rules', ...firing.map(({ name }) => name)],
  [
    {
      name: 'False alerts a day per 1,000 people',
      values: [
        baseline.false_alerts_per_day_per_1000,
        first.false_alerts_per_day_per_1000,
        ...firing.map((rule) => rule.false_alerts_per_day_per_1000),
      ],
    },
  ]
)}
${table(`Rules, ${delayName(first).toLowerCase()}`, columns, first.rules)}
${table(
  'False alerts of correlation rules on the days of nothing but noise',
  [
    { title: 'Day', value: ([name]: [string, number]) => readableId(name) },
    { title: 'False alerts', value: ([, count]: [string, number]) => count },
  ],
  Object.entries(first.false_alerts_on_noise_days)
)}
${table(
  `Each false alert of a correlation rule, ${delayName(first).toLowerCase()}`,
  [
    { title: 'When', value: ({ at }: FalseAlert) => at },
    { title: 'Rule', value: ({ rule }: FalseAlert) => rule },
    { title: 'Call', value: ({ call }: FalseAlert) => readableId(call) },
    { title: 'Names', value: ({ names }: FalseAlert) => names.join(' ') },
  ],
  first.false_alerts
)}`;
};

const scorePart = ({ delays }: Evaluation): string => {
  const [first] = delays;
  if (first === undefined) return '';
  const all = first.campaigns.length;
  return `<h2>Score</h2>
<p>Of the suspicious calls with at least this score: how many are attacks, and how many of the attacks are among them.</p>
${shareChart(
  'Precision and recall by score',
  first.scores.map(({ score }) => score),
  [
    { name: 'Precision', values: first.scores.map(({ precision }) => precision) },
    { name: 'Attacks kept', values: first.scores.map(({ campaigns }) => campaigns / all) },
  ]
)}
${table(
  'Calls by score',
  [
    { title: 'Score at least', value: ({ score }: (typeof first.scores)[number]) => score },
    { title: 'Calls', value: ({ calls }: (typeof first.scores)[number]) => calls },
    {
      title: 'Precision',
      value: ({ precision }: (typeof first.scores)[number]) => precision ?? '',
    },
    { title: 'Attacks', value: ({ campaigns }: (typeof first.scores)[number]) => campaigns },
  ],
  first.scores
)}`;
};

const methodPart = (result: Evaluation): string => `<h2>How this was measured</h2>
<p>Seed ${result.seed}: ${result.people} people, ${result.days} days after ${result.history_days} days of history, ${result.records} phone records (${result.calls} calls) of three phone systems and ${result.events} events. Phone records went through the pipelines and the resolver. Each rule ran at the times of its schedule at which something new was there for it; it saw only events that had arrived and calls whose records had. A simulated record arrives as long after the call's end as the delay says.</p>
<ul>
<li>Every parameter has its default, but that ${escapeHtml(result.approved_tools.join(', '))}, which the company's help desk works with, is an approved tool.</li>
<li>Events of programs, look-ups and mails are fewer than in a real company; what looks like a step of an attack is not.</li>
<li>What a call knows of its number's past contains calls whose records would have come minutes later.</li>
<li>The naive rule was asked with all records there.</li>
</ul>
<p class="weak">Seconds: ${escapeHtml(JSON.stringify(result.seconds))}</p>`;

/** The report as one HTML file. */
export const reportPage = (result: Evaluation): string =>
  page(
    `Vishing rules: evaluation with seed ${result.seed}`,
    [
      goalList(result),
      campaignPart(result),
      rulePart(result),
      scorePart(result),
      methodPart(result),
    ].join('\n')
  );

import { severityOfScore } from '../../common/model/alert';
import { toSeconds } from '../../common/model/duration';
import { neededLookBackSeconds } from '../../server/rules/look_back';
import { valuesOf } from '../../server/rules/fill_rule';
import type { Rule } from '../../server/rules/rule';
import {
  accountFields,
  callFields,
  columnsMadeBy,
  compiledRules,
  content,
  fieldsIn,
  sourceFields,
} from './shipped_content';

const { rules, attack, signals } = content;
const named = rules.map((rule) => ({ file: rule.file, rule }));
const bodyOf = (rule: Rule): string =>
  String(compiledRules.find(({ rule_id: id }) => id === rule.rule_id)?.query);

/** Adding or removing a rule is a decision: this list changes with it. */
const SHIPPED = [
  'D1 e6f53f03-b0e5-43b1-8650-e682bfcd7414',
  'D10 611e5712-e25e-4b24-84bd-2fa1b383165c',
  'D10 a2c782da-e53d-47b1-8830-370b556e7f06',
  'D11 68e1f3b7-2d5c-4a90-87be-c09a4f61d25e',
  'D12 0d94c8e5-7f36-4b12-a6e8-b25d1f703c9a',
  'D13 7f1340d5-301e-4858-a231-98710282d391',
  'D13 8508ed1b-33fd-4877-a807-3a46c22fd53e',
  'D13 8a52d12c-5f87-42e5-af40-d0eb9f9ed64e',
  'D14 3f0e6b1c-7d1a-4b5e-9a3c-52c1f0b7a914',
  'D15 021f581a-c508-46c2-92d6-253e35ea4811',
  'D15 528abe95-b1c9-419d-a30d-9bf60961c554',
  'D15 7d0b3c64-9e1f-4a28-8c5d-f46a1e92b073',
  'D15 c85de5e2-5888-4c19-b213-0ff6f2c22316',
  'D17 b7d4a0de-2c39-4f5b-8f3f-0e6f5f0a7c21',
  'D18 5c1f9a52-6a0e-4d0c-b6a5-9f5c7a1d3e80',
  'D19 b83a5d17-06c9-4a2e-9f64-71d8e0c2a945',
  'D2 1562690c-ad16-496e-9a3e-57ff8faa4df1',
  'D2 3c9f1e67-84d2-4ab5-9f70-e1d6b05a7c28',
  'D20 1f6f2f0a-9a57-4bb3-8a0e-6d2d1f0b7c01',
  'D20 7a9d3c52-e810-4b6f-a1c4-35f0b7e2d968',
  'D21 b4d1c6f7-52e9-4a03-8f6b-91c7e0a35d28',
  'D21 d5f1b0a8-93c7-4e1d-8b26-c4a07e95f312',
  'D22 2e7b94d0-6a3f-4c58-b0d9-8f15c6a23e71',
  'D22 90c6e2f4-b71a-4d35-8e0c-5a2d7f94b186',
  'D23 c1f8e5a2-37d4-4b96-9a0e-62d5b7f4138c',
  'D23 e2a6c7f4-1b8d-4c3f-8d52-6b0c9f7e4a35',
  'D24 91d3b8e6-4f27-4a6c-9c1e-7a8d2b5f6c04',
  'D25 5b2c71f9-e04d-4837-b9a6-f31e8d60a7c4',
  'D25 e16d4b82-50f7-4c3a-9b28-7c0fa5e39d61',
  'D26 a47e50d1-c3b8-4692-9e0f-6d81b7f4c235',
  'D27 c8f25a06-1b9e-4d74-83c0-9e6a7d4b51f8',
  'D29 1b7c0e92-5d8f-46a3-92e4-d0a6f83b57c1',
  'D29 e4a92d76-0c3b-4f18-b76d-58c1f29e0a43',
  'D3 4c0e7a1b-52d6-4f0c-8a57-0f2b6c9d1e33',
  'D4 9e82a568-3703-4a05-837f-275f0e43010a',
  'D5 56efd22e-43a8-47a9-9539-726d020a1f35',
  'D5 b151c5d3-cd11-4ffa-a94e-ff63b2b804fd',
  'D6 d08c5e17-93b6-4e52-a7f0-1c4e6d9b8f23',
  'D7 31d8a7c6-4e92-4fb0-9d15-e60b2c7f8a54',
  'D8 f2b60d39-8c41-47ea-b5f7-1d93e0a6c728',
  'D9 6e4b2d90-8c15-4b7a-b3d9-f25a0c71e6d8',
];

const slug = (tactic: string): string =>
  (attack.tactics[tactic] ?? '').toLowerCase().replaceAll(' ', '_');

describe('the shipped rules', () => {
  it('can all be read', () => {
    expect(content.broken).toEqual([]);
    expect(rules.map(({ catalogue, rule_id: id }) => `${catalogue} ${id}`).sort()).toEqual(SHIPPED);
  });

  it('have names of their own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  it.each(named)('$file is named after its first tactic', ({ file, rule }) => {
    expect(file.startsWith(`${slug(rule.attack[0]?.tactic ?? '')}_`)).toBe(true);
  });

  it.each(named)('$file has the severity of its risk score', ({ rule }) => {
    expect(rule.severity).toBe(severityOfScore(rule.risk_score));
  });

  it.each(named)('$file has a triage guide with the usual headings', ({ rule }) => {
    const headings = rule.note.match(/^#+ .*$/gm);
    expect(headings).toEqual([
      '## Triage and analysis',
      `### Investigating ${rule.name}`,
      '#### Possible investigation steps',
      '### False positive analysis',
      '### Response and remediation',
    ]);
  });

  it.each(named)('$file mentions only fields that exist', ({ rule }) => {
    const query = bodyOf(rule);
    const known = [...sourceFields, ...callFields, ...accountFields, ...columnsMadeBy(query)];
    const shown = [...rule.explanation.map(({ field }) => field), ...rule.highlighted_fields];
    const inSentence = [...(rule.evidence ?? '').matchAll(/\{([^}]+)\}/g)].map((m) => m[1] ?? '');
    const unknown = [...fieldsIn(query), ...shown, ...inSentence].filter(
      (field) => !known.includes(field)
    );
    expect(unknown).toEqual([]);
  });

  it.each(named)('$file uses every parameter that it offers', ({ rule }) => {
    const text = JSON.stringify(rule);
    const idle = rule.parameters.filter(
      ({ id, det0245 }) =>
        !text.includes(`{{${id}`) && !(rule.type === 'threshold' && det0245 === 'TimeWindow')
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it('that join calls carry T1566.004', () => {
    const without = rules.filter(
      ({ building_block: counts, attack: mappings }) =>
        !counts && !mappings.some(({ techniques }) => techniques.includes('T1566.004'))
    );
    expect(without.map(({ file }) => file)).toEqual([]);
  });

  it('that count are read by a signal or another rule', () => {
    const read =
      signals.flatMap(({ building_blocks: ids }) => ids).join(' ') + rules.map(bodyOf).join(' ');
    const idle = rules.filter(
      ({ type, building_block: counts, rule_id: id }) =>
        counts && type !== 'esql' && !read.includes(id)
    );
    expect(idle.map(({ file }) => file)).toEqual([]);
  });
});

const joining = named.filter(({ rule }) => rule.type === 'esql');
const LAST_KEEP = /\| KEEP _id, _index, _version(, [\w.]+)?, vishing\.\*$/;

const readsAlerts = (rule: Rule): boolean => bodyOf(rule).includes('.alerts-security');
const JOIN =
  /\| KEEP _id, _index, _version, ([\w.]+), vishing\.\*\n\| EVAL vishing\.day = .*\n\| SORT vishing\.day\n\| LIMIT 100000\n(?:\| LOOKUP JOIN vishing-accounts .*\n\| EVAL .*\n)?\| MV_EXPAND vishing\.day\n\| EVAL (vishing\.on_day\.\w+) = CONCAT\(vishing\.day, " ", ([\w.]+)\)\n\| LOOKUP JOIN vishing-calls ON ([\w.]+)\n\| EVAL vishing\.day = .*\n/;

describe('joining rules', () => {
  it.each(joining)('$file looks back far enough for late call records', ({ rule }) => {
    const needed = neededLookBackSeconds(rule, valuesOf(rule, {}));
    expect(toSeconds(rule.from.slice('now-'.length))).toBeGreaterThanOrEqual(needed);
  });

  it.each(joining)(
    '$file keeps what makes an alert’s id stable, and nothing that hides the event',
    ({ rule }) => {
      const query = bodyOf(rule);
      expect(query).toMatch(/^FROM [^|]*, vishing-fields METADATA _id, _index, _version\n/);
      expect(query).toMatch(LAST_KEEP);
      // An alert depends on when the rule ran in one way only: nobody can have called later.
      expect(query.replaceAll(', NOW())', ')')).not.toMatch(/\b(STATS|NOW\()/);
      // An expanded column is part of an alert's id, with the value that it has in the end.
      const expanded = query.match(/\bMV_EXPAND \S+/g) ?? [];
      expect(expanded).toEqual(expanded.map(() => 'MV_EXPAND vishing.day'));
      expect(
        query.match(
          /\| EVAL vishing\.day = DATE_FORMAT\("yyyy-MM-dd", vishing\.signal_time\)\n/g
        ) ?? []
      ).toEqual(expanded.map(() => expect.anything() as unknown));
    }
  );

  it.each(joining)(
    '$file keeps the event under other names before the call’s columns replace it',
    ({ rule }) => {
      const query = bodyOf(rule);
      const join = JOIN.exec(query);
      if (query.startsWith('FROM vishing-calls')) return expect(query).not.toContain('LOOKUP JOIN');
      // Its alerts are few, and the calls of a number are not those of a person.
      if (query.includes('vishing-calls ON source.address'))
        return expect(query.match(LAST_KEEP)?.[1]).toBe(', source.address');
      // The call is found by whose account or computer it was; the event keeps all that it says.
      if (/LOOKUP JOIN vishing-(targets|hosts) ON /.test(query))
        return expect(query.match(LAST_KEEP)?.[1]).toBeUndefined();
      expect(join?.[1]).toBe(join?.[3]);
      expect(join?.[2]).toBe(join?.[4]);
      expect(query).toContain('vishing.signal_time = ');
      return expect(query.match(LAST_KEEP)?.[1]).toBe(`, ${join?.[1]}`);
    }
  );

  it.each(
    joining.filter(
      ({ rule }) => /ON vishing\.on_day\.(name|email|id)\n/.test(rule.query) && !readsAlerts(rule)
    )
  )(
    '$file finds the calls in time before it reads what they are: each column that a join reads costs as much as the next',
    ({ rule }) => {
      expect(bodyOf(rule)).toMatch(
        /LOOKUP JOIN vishing-calls ON vishing\.on_day\.\w+\n\| EVAL vishing\.day = .*\n\| EVAL vishing\.gap_seconds = .*\n\| WHERE vishing\.gap_seconds .*\n(\| WHERE .*\n)*\| LOOKUP JOIN vishing-calls ON vishing\.call\.id\n/
      );
    }
  );

  it.each(joining.filter(({ rule }) => /ON vishing\.on_day\.(name|email)\n/.test(rule.query)))(
    '$file finds the calls of people whose event has another of their names',
    ({ rule }) => {
      const [, field] = JOIN.exec(bodyOf(rule)) ?? [];
      expect(bodyOf(rule)).toContain(
        `\n| LOOKUP JOIN vishing-accounts ON ${field}\n| EVAL ${field} = COALESCE(vishing.account.in_calls, ${field})\n`
      );
      expect(rule.explanation.map((line) => line.field)).toContain('vishing.account.name');
    }
  );

  it.each(joining)(
    '$file sorts, because an event that meets two calls keeps the first only',
    ({ rule }) => {
      expect(bodyOf(rule)).toMatch(/\n\| SORT .*\n\| KEEP/);
    }
  );
});

const counting = named.filter(({ rule }) => rule.type === 'threshold');

describe('counting rules', () => {
  it.each(counting)('$file counts over its whole look-back', ({ rule }) => {
    const window = rule.parameters.find(({ det0245 }) => det0245 === 'TimeWindow');
    expect(toSeconds(String(window?.default))).toBe(toSeconds(rule.from.slice('now-'.length)));
  });
});

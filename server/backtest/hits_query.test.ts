import type { Hit } from './hit';
import { eventsQuery, hitsQuery, mentioned, stagesOf } from './hits_query';

const QUERY = `FROM .alerts-security.alerts-soc*, vishing-fields METADATA _id, _index, _version
| WHERE kibana.alert.rule.rule_id == "r1" AND kibana.space_ids : "soc"
| EVAL user.email = TO_LOWER(kibana.alert.threshold_result.terms.value), vishing.signal_time = COALESCE(kibana.alert.original_time, @timestamp)
| KEEP _id, _index, _version, user.email, vishing.*
| LOOKUP JOIN vishing-calls ON user.email`;

const FIELDS = new Map([
  ['@timestamp', 'date'],
  ['kibana.alert.original_time', 'date'],
  ['kibana.alert.threshold_result.terms.value', 'keyword'],
  ['user.email', 'keyword'],
  ['user.email_other', 'keyword'],
]);

const hit = (value?: string): Hit => ({
  ...{ id: 'h1', writtenMs: 300_000, originalMs: 120_000 },
  columns: value === undefined ? {} : { 'kibana.alert.threshold_result.terms.value': value },
});

const queryOf = (...values: (string | undefined)[]): string =>
  hitsQuery({
    query: QUERY,
    hits: values.map((value) => ({ ruleId: 'r1', hit: hit(value) })),
    fields: FIELDS,
    spaceId: 'soc',
  });

describe('hitsQuery', () => {
  it('puts the hits where the alerts were and keeps everything behind', () => {
    const [source, ...rest] = stagesOf(queryOf('ana@example.com', 'bob@example.com'));
    expect(source).toBe('ROW vishing.hit = [0, 1]');
    expect(rest.slice(-3)).toEqual(stagesOf(QUERY).slice(-3));
    expect(rest[2]).toBe('WHERE kibana.alert.rule.rule_id == "r1" AND true');
  });

  it('writes a value as an escaped text, whatever it is', () => {
    expect(queryOf('a" , x = 1 // \n | DROP b')).toContain('"a\\" , x = 1 // \\n | DROP b"');
  });

  it('gives fields that no hit has their type and no value', () => {
    expect(queryOf('a')).toContain('`user.email` = NULL::keyword');
    expect(queryOf('a')).not.toContain('user.email_other');
  });

  it('leaves a value out that one of the hits does not have', () => {
    expect(queryOf('a', undefined)).toMatch(/terms\.value` = CASE\(.* == "", NULL, .*\)/);
  });

  it('takes a field for mentioned only by its whole name', () => {
    expect(mentioned('WHERE user.email_other == 1', FIELDS)).toEqual(['user.email_other']);
  });

  it('asks a table for one of several values in a way that needs no index', () => {
    const query = hitsQuery({
      query: `${QUERY}\n| WHERE event.category : "process" AND b`,
      ...{ hits: [{ ruleId: 'r1', hit: hit('a') }], fields: FIELDS, spaceId: 'soc' },
    });
    expect(query).not.toContain(' : ');
    expect(stagesOf(query).at(-1)).toMatch(/^WHERE COALESCE\(LOCATE\(.*\) > 0 AND b$/);
  });
});

describe('the part that reads events', () => {
  it('leaves out alerts, which the back-test makes itself', () => {
    expect(
      eventsQuery(
        'FROM logs-a-*, .alerts-security.alerts-soc*, vishing-fields METADATA _id\n| KEEP a'
      )
    ).toBe('FROM logs-a-*, vishing-fields METADATA _id\n| KEEP a');
  });

  it('is not there in a rule that reads alerts only', () => {
    expect(eventsQuery(QUERY)).toBeUndefined();
  });
});

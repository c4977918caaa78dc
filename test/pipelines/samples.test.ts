import { readFixture } from './fixtures';
import { essentials, field, pipelineBench } from './pipeline_tester';
import { describeSamples, readText, sample } from './samples';

const es = pipelineBench();

describe('a file of call records', () => {
  it('is read from its header line to its last record', async () => {
    const rows = readFixture('cisco_cucm', 'not-answered');
    const header = String(field(rows[0], 'vishing.header'));
    const types = header.replace(/"\w+"/g, 'INTEGER');
    const text = [header, types, ...rows.map(({ message }) => String(message))].join('\r\n');
    expect(await readText(es, 'cisco_cucm', text)).toHaveLength(rows.length);
  });
});

describeSamples('public samples of real systems', () => {
  it('are read with every disposition of Asterisk', async () => {
    const rows = await readText(
      es,
      'asterisk_cdr',
      sample('asterisk/Master_dispositions_18col.csv')
    );
    const outcomes = rows.map(({ source }) => field(source, 'event.outcome'));
    expect(outcomes).toEqual(['success', 'success', 'failure', 'failure', 'failure']);
    expect(rows.map(essentials)[0]).toEqual({
      time: '2009-01-14T23:51:15Z',
      caller: 'test',
      callee: '100',
      action: 'call-answered',
      outcome: 'success',
      duration: 5,
      talk: 5,
    });
  });

  it('are read as a CUCM call, its recording legs and its quality', async () => {
    const rows = await readText(es, 'cisco_cucm', sample('cucm/cdr.txt'));
    const types = rows.map(({ source }) => field(source, 'vishing.call.leg_type'));
    expect(types).toEqual(['recording', 'recording', 'leg']);
    expect(rows.map(essentials)[2]).toMatchObject({
      direction: 'internal',
      outcome: 'success',
      duration: 13,
      talk: 11,
    });
    expect(field(rows[2]?.source, 'source.ip')).toBe('10.248.64.14');
    expect(field(rows[2]?.source, 'vishing.call.hangup_by')).toBe('caller');
    const [quality] = await readText(es, 'cisco_cucm', sample('cucm/cmr.txt'));
    expect(field(quality?.source, 'event.id')).toBe(field(rows[2]?.source, 'event.id'));
  });

  it.each(['callRecord-basic', 'callRecord-expanded', 'getPstnCalls', 'getDirectRoutingCalls'])(
    'are read as an answered call of Teams (%s)',
    async (name) => {
      const rows = await readText(es, 'ms_teams', sample(`msteams/${name}.json`));
      expect(rows).toHaveLength(1);
      expect(field(rows[0]?.source, 'event.action')).toBe('call-answered');
      expect(field(rows[0]?.source, 'vishing.call.talk_seconds')).toBeGreaterThan(0);
    }
  );
});

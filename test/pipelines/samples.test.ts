import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecordCutter } from '../../common/readers/record_cutter';
import { loadSources } from '../../server/sources/load_sources';
import { readFixture } from './fixtures';
import { essentials, field, parse, pipelineBench, type Parsed } from './pipeline_tester';

const es = pipelineBench();

const sources = loadSources(join(__dirname, '../../server/content/sources'));
const formatOf = (provider: string) => {
  const source = sources.find(({ id }) => id === provider);
  if (!source) throw new Error(`There is no source ${provider}`);
  return source.format;
};

/** A file's text, cut by its reader and read by the pipelines. @throws for a record that is refused */
const read = async (provider: string, text: string): Promise<Parsed[]> => {
  const cutter = createRecordCutter(formatOf(provider));
  const documents = [...cutter.push(text), ...cutter.end()].map(({ message, header }) => ({
    message,
    event: { provider },
    vishing: header === undefined ? {} : { header },
  }));
  return (await parse(es, documents)).map((document) => {
    if (!document || document.source.error) throw new Error(JSON.stringify(document?.source));
    return document;
  });
};

describe('a file of call records', () => {
  it('is read from its header line to its last record', async () => {
    const rows = readFixture('cisco_cucm', 'not-answered');
    const header = String(field(rows[0], 'vishing.header'));
    const types = header.replace(/"\w+"/g, 'INTEGER');
    const text = [header, types, ...rows.map(({ message }) => String(message))].join('\r\n');
    expect(await read('cisco_cucm', text)).toHaveLength(rows.length);
  });
});

// Records of other people's systems are no part of this repository: these tests exist where their folder does.
const SAMPLES = process.env.VISHING_SAMPLES ?? join(__dirname, '../../../shared/samples');
const sample = (file: string): string => readFileSync(join(SAMPLES, file), 'utf8');

if (existsSync(SAMPLES)) {
  describe('public samples of real systems', () => {
    it('are read with every disposition of Asterisk', async () => {
      const rows = await read('asterisk_cdr', sample('asterisk/Master_dispositions_18col.csv'));
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
      const rows = await read('cisco_cucm', sample('cucm/cdr.txt'));
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
      const [quality] = await read('cisco_cucm', sample('cucm/cmr.txt'));
      expect(field(quality?.source, 'event.id')).toBe(field(rows[2]?.source, 'event.id'));
    });

    it.each(['callRecord-basic', 'callRecord-expanded', 'getPstnCalls', 'getDirectRoutingCalls'])(
      'are read as an answered call of Teams (%s)',
      async (name) => {
        const rows = await read('ms_teams', sample(`msteams/${name}.json`));
        expect(rows).toHaveLength(1);
        expect(field(rows[0]?.source, 'event.action')).toBe('call-answered');
        expect(field(rows[0]?.source, 'vishing.call.talk_seconds')).toBeGreaterThan(0);
      }
    );
  });
}

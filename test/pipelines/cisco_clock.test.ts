import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const PIPELINES = join(__dirname, '../../server/content/ingest_pipelines');

interface Script {
  readonly source?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The script of a pipeline that reads Cisco's clock. */
const scriptOf = (name: string): Script => {
  const file = join(PIPELINES, `logs-vishing.call.${name}.yml`);
  const { processors } = parse(readFileSync(file, 'utf8')) as {
    processors: { script?: Script }[];
  };
  const scripts = processors.flatMap(({ script }) => script ?? []);
  const found = scripts.find(({ source }) => source?.includes('String clock('));
  if (!found) throw new Error(`${name} reads no clock`);
  return found;
};

const clockOf = (name: string): string | undefined =>
  /\n?(\/\/ Cisco's clock[^]*?\n\}\n)/.exec(scriptOf(name).source ?? '')?.[1];

// Scripts of pipelines cannot share code.
describe('the clock of Cisco, AudioCodes and RADIUS', () => {
  it.each(['audiocodes_sbc_call', 'radius_accounting'])(
    'is read by %s as by cisco_cube',
    (name) => {
      expect(clockOf(name)).toEqual(expect.stringContaining('JanFebMar'));
      expect(clockOf(name)).toBe(clockOf('cisco_cube'));
      expect(scriptOf(name).params?.zones).toEqual(scriptOf('cisco_cube').params?.zones);
    }
  );
});

import type { Client } from '@elastic/elasticsearch';
import { parseFixture, readFixture } from './fixtures';
import { callEssentials, mergedCalls } from './merged_calls';
import { essentials, field, parse, type Essentials } from './pipeline_tester';

/** What a person expects of the fixtures of one source, by their names. */
export interface SourceChecks {
  readonly es: Client;
  readonly provider: string;
  /** Of each record by itself. */
  readonly records?: Readonly<Record<string, readonly Essentials[]>>;
  /** Of the calls that the resolver makes of all records together. */
  readonly calls?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** The reason why each document of `refused` cannot be read. */
  readonly refused?: readonly RegExp[];
}

/** Declares the tests that every source has. */
export const checkSource = ({ es, provider, records, calls, refused }: SourceChecks): void => {
  if (records) {
    it.each(Object.keys(records))('reads who called whom, when, how long in %s', async (name) => {
      const parsed = await parseFixture(es, provider, name);
      expect(parsed.map(essentials)).toEqual(records[name]);
    });
  }
  if (calls) {
    it.each(Object.keys(calls))('makes one call of its records in any order: %s', async (name) => {
      const parsed = await parseFixture(es, provider, name);
      expect(mergedCalls(parsed).map(callEssentials)).toEqual(calls[name]);
      expect(mergedCalls([...parsed].reverse()).map(callEssentials)).toEqual(calls[name]);
    });
  }
  if (refused) {
    it('says what is wrong with a record that it cannot read', async () => {
      const rows = await parse(es, readFixture('refused', provider));
      const reasons = rows.map((row) => String(field(row?.source, 'error.message')));
      expect(reasons).toHaveLength(refused.length);
      refused.forEach((pattern, index) => expect(reasons[index]).toMatch(pattern));
    });
  }
};

/** One field of every record of a fixture. */
export const fieldOfAll = async (
  { es, provider }: Pick<SourceChecks, 'es' | 'provider'>,
  fixture: string,
  path: string
): Promise<unknown[]> =>
  (await parseFixture(es, provider, fixture)).map(({ source }) => field(source, path));

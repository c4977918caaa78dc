import { VishingError } from '../errors';
import { askEsql, MAX_ROWS } from './ask_esql';
import { within, type BacktestRun, type Span } from './hit';
import { joinOf, stagesOf } from './hits_query';
import { exactTest, passingValuesQuery, valueTests, type ValueTest } from './value_tests';

/** Values that a test is written with; with more the test itself is as good. */
const MOST_VALUES = 1000;

/** Grouping by a field with very many values may need more memory than there is; the test itself does not. */
const unlessTooLarge = (error: unknown): undefined => {
  if (error instanceof VishingError && error.code === 'elasticsearch_unavailable') return undefined;
  throw error;
};

const passingValues = async (
  run: BacktestRun,
  { from, test, span }: { from: string; test: ValueTest; span: Span }
): Promise<readonly string[] | undefined> => {
  const query = passingValuesQuery(from, test, MOST_VALUES + 1);
  const values = await run
    .remember(
      ['values', query, span],
      async () => {
        const { rows } = await askEsql(run, { query, filter: [within(span)] });
        return rows.map((row) => String(row['vishing.value']));
      },
      ({ length }) => length
    )
    .catch(unlessTooLarge);
  return values === undefined || values.length > MOST_VALUES ? undefined : values;
};

/** The part before the join with its long tests over the values that the span really has, which gives the same events. */
const narrowed = async (
  run: BacktestRun,
  stages: readonly string[],
  span: Span
): Promise<readonly string[]> => {
  const [from = ''] = stages;
  const tests = valueTests(stages);
  const values = await Promise.all(tests.map((test) => passingValues(run, { from, test, span })));
  return stages.map((stage, at) =>
    at === 0 || !stage.startsWith('WHERE ')
      ? stage
      : tests.reduce((text, test, index) => {
          const passing = values[index];
          return passing ? text.replaceAll(test.text, () => exactTest(test, passing)) : text;
        }, stage)
  );
};

export interface LinkableEvents {
  /** The rule's query, which finds the same and costs less. */
  readonly query: string;
  /** Ids of the events before the join; absent when there are more than one answer of Elasticsearch holds. */
  readonly ids?: readonly string[];
}

/**
 * The events that a joining rule would link to a call. They do not depend on values that only the part behind the join
 * reads, so they are found once however often those change.
 * @returns undefined for a rule that joins no call
 */
export const linkableEvents = async (
  run: BacktestRun,
  query: string,
  span: Span
): Promise<LinkableEvents | undefined> => {
  const stages = stagesOf(query);
  const join = joinOf(stages);
  if (join < 0) return undefined;
  const before = stages.slice(0, join);
  return run
    .remember(
      ['linkable', before, span],
      async () => {
        const narrow = await narrowed(run, before, span);
        const { rows } = await askEsql(run, {
          query: [...narrow, 'KEEP _id', `LIMIT ${MAX_ROWS}`].join('\n| '),
          filter: [within(span)],
        });
        const ids = [...new Set(rows.map(({ _id: id }) => String(id)))];
        return { before: narrow, ...(rows.length < MAX_ROWS ? { ids } : {}) };
      },
      ({ ids = [] }) => ids.length
    )
    .then(({ before: narrow, ids }) => ({
      query: [...narrow, ...stages.slice(join)].join('\n| '),
      ...(ids ? { ids } : {}),
    }));
};

import { COUNTRIES } from './dirty_numbers/plan';
import { generateDirtyNumbers, KINDS, type DirtyNumbers } from './dirty_numbers/generate';
import { measure, type Failure, type Measurement } from './dirty_numbers/measure';

const RIGHT_SHARE = 0.995;
/** A kind of form has a few hundred texts in the large run. */
const RIGHT_SHARE_OF_KIND = 0.98;
/** Texts that nobody could read may be left out, as long as they are few. */
const LEFT_OUT_SHARE = 0.05;

/** Takes about ten seconds on a machine that has nothing else to do. */
const TIMEOUT_MS = 120_000;

const show = ({ raw, site, role, truth, read }: Failure): string =>
  JSON.stringify({ raw, site, role, truth, read: read.e164 ?? read.quality });
const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

describe('50,000 dirty forms of numbers of all countries, and of other things', () => {
  let dirty: DirtyNumbers;
  let result: Measurement;

  beforeAll(() => {
    dirty = generateDirtyNumbers(50_000, 2026);
    result = measure(dirty.forms);
  }, TIMEOUT_MS);

  it('are read right in 99.5 % of all cases', () => {
    expect(result.forms).toBe(50_000);
    expect(result.share).toBeGreaterThanOrEqual(RIGHT_SHARE);
  });

  it('never become a number where there is none', () => {
    expect(result.failures.filter(({ mistake }) => mistake === 'invented').map(show)).toEqual([]);
  });

  it('hold every kind of form, and each of them is read right', () => {
    expect(Object.keys(result.kinds).sort()).toEqual([...KINDS].sort());
    const bad = Object.entries(result.kinds).filter(
      ([, { forms, right }]) => right / forms < RIGHT_SHARE_OF_KIND
    );
    expect(bad).toEqual([]);
  });

  it('come from every country that the library knows an example of', () => {
    const { countries } = dirty;
    expect(COUNTRIES.filter((country) => !countries.has(country))).toEqual([]);
  });

  it('are nearly all that were made: few are left out because nobody could read them', () => {
    expect(
      sum(Object.values(dirty.leftOut).map(({ length }) => length)) / dirty.forms.length
    ).toBeLessThan(LEFT_OUT_SHARE);
  });

  it('are the same for the same seed', () => {
    const [first, second] = [generateDirtyNumbers(500, 7), generateDirtyNumbers(500, 7)];
    expect(first.forms).toEqual(second.forms);
    expect(generateDirtyNumbers(500, 8).forms).not.toEqual(first.forms);
  });
});

it.each([1, 99])(
  'as many are read right with the seed %d',
  (seed) => {
    const result = measure(generateDirtyNumbers(8000, seed).forms);
    expect(result.share).toBeGreaterThanOrEqual(RIGHT_SHARE);
    expect(result.failures.filter(({ mistake }) => mistake === 'invented').map(show)).toEqual([]);
  },
  TIMEOUT_MS
);

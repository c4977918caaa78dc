import { parseArgs } from 'node:util';
import { AMBIGUITIES, type Ambiguity } from './dirty_numbers/dirty_form';
import { generateDirtyNumbers, type DirtyNumbers } from './dirty_numbers/generate';
import { MISTAKES, measure, type Failure, type Measurement } from './dirty_numbers/measure';
import { measureSpeed, type Speed } from './dirty_numbers/speed';

const HELP = `Usage: npm run numbers -- [options]
Reads texts whose truth is known from how they were made, and says how many of them are read right.
  --seed N     other texts for another number, default 1
  --count N    how many texts, default 60000
  --json       prints one JSON object
`;
const DEFAULT_COUNT = 60_000;
const EXAMPLES_PER_MISTAKE = 10;
const write = (text: string): void => void process.stdout.write(text);
const percent = (share: number): string => `${(share * 100).toFixed(2).padStart(6)} %`;

interface Report {
  readonly seed: number;
  readonly dirty: DirtyNumbers;
  readonly result: Measurement;
  readonly speed: Speed;
}

const toExample = ({ kind, raw, site, role, truth, read }: Failure) => ({
  kind,
  raw,
  site,
  role,
  truth,
  read: { e164: read.e164, quality: read.quality, extension: read.extension },
});

/** Of texts that nobody can be sure of, how many are read as what they were made of all the same. */
const leftOutCounts = ({ leftOut }: DirtyNumbers) =>
  Object.fromEntries(
    Object.entries(leftOut).map(([ambiguity, forms]) => [
      ambiguity,
      { texts: forms.length, as_made: measure(forms).right },
    ])
  );

const toJson = ({ seed, dirty, result, speed }: Report) => ({
  seed,
  numbers: dirty.numbers,
  countries: dirty.countries.size,
  forms: result.forms,
  right: result.right,
  share: result.share,
  ...result.mistakes,
  per_second: speed,
  kinds: result.kinds,
  left_out: leftOutCounts(dirty),
  examples: Object.fromEntries(
    MISTAKES.map((mistake) => [
      mistake,
      result.failures
        .filter((failure) => failure.mistake === mistake)
        .slice(0, EXAMPLES_PER_MISTAKE)
        .map(toExample),
    ])
  ),
});

const toText = ({ dirty, result, speed }: Report): string => {
  const kinds = Object.entries(result.kinds).map(
    ([kind, { forms, right }]) =>
      `${percent(right / forms)} of ${String(forms).padStart(5)}  ${kind}`
  );
  const leftOut = Object.entries(leftOutCounts(dirty)).map(
    ([ambiguity, { texts, as_made }]) =>
      `${String(texts).padStart(6)}  ${AMBIGUITIES[ambiguity as Ambiguity]} (${as_made} read as made)`
  );
  const mistakes = MISTAKES.map((mistake) => `${result.mistakes[mistake]} ${mistake}`).join(', ');
  const failures = result.failures.map((failure) => JSON.stringify(toExample(failure)));
  return [
    ...kinds,
    `\nLeft out, because nobody could know:`,
    ...leftOut,
    ...(failures.length === 0 ? [] : ['\nMistakes:', ...failures.slice(0, EXAMPLES_PER_MISTAKE)]),
    `\n${dirty.numbers} numbers of ${dirty.countries.size} countries and networks; read in a second of processor time: ${speed.uncached} new, ${speed.cached} known`,
    `${result.right} of ${result.forms} right (${percent(result.share).trim()}); ${mistakes}\n`,
  ].join('\n');
};

const main = (): void => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: String(DEFAULT_COUNT) },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const count = Number(values.count);
  if (values.help) return write(HELP);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
    write(`--seed and --count take whole numbers.\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  const dirty = generateDirtyNumbers(count, seed);
  const speed = measureSpeed(dirty.forms);
  const report = { seed, dirty, result: measure(dirty.forms), speed };
  write(values.json ? `${JSON.stringify(toJson(report), null, 2)}\n` : toText(report));
};

main();

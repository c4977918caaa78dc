import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WhyAnswer } from '../../../common/api/why';

const FILE = join(__dirname, '..', 'why.yml');

/** By rule and name of the case: the answer in short, see `inShort`. */
export const readExpectations = (): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const raw: unknown = parse(readFileSync(FILE, 'utf8'));
  const checked = z.record(z.string(), z.record(z.string(), z.string())).parse(raw);
  return new Map(
    Object.entries(checked).map(([rule, cases]) => [rule, new Map(Object.entries(cases))])
  );
};

const countInShort = ({ counted, needed, different }: WhyAnswer['counts'][number]): string =>
  `${counted} of ${needed}${different ? `, different ${different.counted} of ${different.needed}` : ''}`;

/**
 * An answer in one line: the outcome, then the fields of each missing condition of the nearest candidate with the
 * parameters that decide it, then how far each counting rule got, then foreign events on the person's computers.
 */
export const inShort = ({
  outcome,
  candidates,
  call_conditions,
  counts,
  source,
}: WhyAnswer): string => {
  const [best] = candidates;
  const missing = (best?.conditions ?? call_conditions).filter(({ holds }) => holds === false);
  return [
    outcome,
    ...missing.map(({ found, parameters }) =>
      [found.map(({ field }) => field).join(' and '), ...parameters.map((id) => `(${id})`)].join(
        ' '
      )
    ),
    ...(outcome === 'no_event' ? counts.map(countInShort) : []),
    ...(source?.others ? ['under another account'] : []),
  ].join('; ');
};

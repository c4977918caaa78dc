import { anyJunk, hugeText } from './junk';
import { mutateText, type TextMutation } from './mutate_text';
import type { Random } from './random';

const DELIMITERS = [',', ';', '\t', '|', ' '] as const;
const HUGE_SHARE = 0.004;

/** The delimiter that occurs most often. */
const delimiterOf = (text: string): string => {
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    // A blank counts less: it also stands inside of columns.
    count: (text.split(delimiter).length - 1) * (delimiter === ' ' ? 0.3 : 1),
  }));
  return counted.reduce((best, entry) => (entry.count > best.count ? entry : best)).delimiter;
};

/** Splits at delimiters outside of quotes, so that a changed column is a column. */
const split = (text: string, delimiter: string): string[] => {
  const columns: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (!quoted && text[i] === delimiter) {
      columns.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...columns, text.slice(start)];
};

const replacement = (column: string, random: Random): string => {
  const text = random.chance(HUGE_SHARE)
    ? hugeText(random)
    : random.pick([anyJunk(random), '', mutateText(column, random)]);
  return random.chance(0.5) ? `"${text}"` : text;
};

/** Drops, doubles, swaps, adds or replaces a column, or changes the delimiter. */
export const mutateColumns: TextMutation = (text, random) => {
  const delimiter = delimiterOf(text);
  const columns = split(text, delimiter);
  const at = random.below(columns.length);
  const other = random.below(columns.length);
  const column = columns[at] ?? '';
  switch (random.below(7)) {
    case 0:
      columns.splice(at, 1 + random.below(3));
      break;
    case 1:
      columns.splice(at, 0, column);
      break;
    case 2:
      columns[at] = columns[other] ?? '';
      columns[other] = column;
      break;
    case 3:
      columns.push(
        ...Array.from({ length: 1 + random.below(random.chance(0.05) ? 5000 : 30) }, () => column)
      );
      break;
    case 4:
      return columns.join(random.pick(DELIMITERS));
    default:
      columns[at] = replacement(column, random);
  }
  return columns.join(delimiter);
};

import type { ImportRequest } from '../../../common/api/watchlist';
import type { ListedVerdict } from '../../../common/model/watchlist';
import { guessImport } from '../../../common/watchlist/guess_import';
import type { ImportLayout } from '../../../common/watchlist/import_rows';
import { isCountry, NEVER, usualExpiry } from '../entry/entry_fields';

const DAY_MS = 86_400_000;
const MAX_SOURCE = 100;
/** Characters of a file by which its layout is recognised and the first rows are shown. */
export const BEGINNING = 65_536;

/** What the person decides about a list. */
export interface ImportSettings {
  readonly layout: ImportLayout;
  readonly country: string;
  readonly verdict: ListedVerdict;
  readonly source: string;
  readonly expiry: string;
  readonly replace: boolean;
}

const SOURCES: Readonly<Partial<Record<ImportLayout['format'], string>>> = {
  ftc: 'FTC complaints',
  misp_csv: 'MISP',
};

/** A first guess, by the file's name and its beginning. */
export const guessSettings = (name: string, text: string, country: string): ImportSettings => {
  const layout = guessImport(text);
  return {
    layout,
    // Their numbers are of the United States, without a plus.
    country: layout.format === 'ftc' ? 'US' : country,
    verdict: 'bad',
    source: SOURCES[layout.format] ?? name.replace(/(?:\.\w{1,5}){1,2}$/, '').slice(0, MAX_SOURCE),
    expiry: usualExpiry('bad'),
    replace: false,
  };
};

/** What keeps an import from starting. */
export const settingErrors = ({
  country,
  source,
}: ImportSettings): { readonly country?: true; readonly source?: true } => ({
  ...(country === '' || isCountry(country) ? {} : { country: true as const }),
  ...(source.trim() === '' ? { source: true as const } : {}),
});

/** So that the same file, sent twice on a day, changes nothing the second time. */
const endOfDay = (ms: number): number => Math.ceil(ms / DAY_MS) * DAY_MS;

/** What goes with every batch of rows. */
export const toBase = (
  { country, verdict, source, expiry, replace }: ImportSettings,
  nowMs: number
): Omit<ImportRequest, 'rows'> => ({
  ...(country === '' ? {} : { country: country.toUpperCase() }),
  source: source.trim(),
  verdict,
  ...(expiry === NEVER
    ? {}
    : { expires: new Date(endOfDay(nowMs + Number(expiry) * DAY_MS)).toISOString() }),
  replace,
});

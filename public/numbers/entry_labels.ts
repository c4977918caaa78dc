import type { Confidence, ListedVerdict, WatchlistEntry } from '../../common/model/watchlist';
import { t } from './translations';

type Named = Pick<WatchlistEntry, 'number' | 'kind'>;

/** As one text: ranges end in a star. */
export const entryId = ({ number, kind }: Named): string =>
  kind === 'prefix' ? `${number}*` : number;

export const VERDICTS: Readonly<
  Record<ListedVerdict, { readonly label: string; readonly color: string; readonly icon: string }>
> = {
  bad: { label: t('vishing.numbers.badLabel'), color: 'danger', icon: 'warning' },
  trusted: { label: t('vishing.numbers.trustedLabel'), color: 'success', icon: 'check' },
  own: { label: t('vishing.numbers.ownLabel'), color: 'primary', icon: 'user' },
};

export const CONFIDENCES: Readonly<Record<Confidence, string>> = {
  low: t('vishing.numbers.lowConfidenceLabel'),
  medium: t('vishing.numbers.mediumConfidenceLabel'),
  high: t('vishing.numbers.highConfidenceLabel'),
};

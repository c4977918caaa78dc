import type { SourceStatus } from '../../../common/api/sources';

/** More failures than this are a fault of the set-up and not of single records. */
const FAILING_SHARE = 0.05;

export type SourceState = 'silent' | 'failing' | 'fresh';

/** Share of the records that could not be read, 0 to 1. */
export const failedShare = ({
  records,
  failed,
}: Pick<SourceStatus, 'records' | 'failed'>): number => (records === 0 ? 0 : failed / records);

/** The one thing that an admin should know first about a source. */
export const stateOf = (status: SourceStatus): SourceState => {
  if (status.silent) return 'silent';
  return failedShare(status) > FAILING_SHARE ? 'failing' : 'fresh';
};

/** Names one row: a source at a site. */
export const rowId = ({ source, site }: Pick<SourceStatus, 'source' | 'site'>): string =>
  `${source}/${site}`;

const ORDER: Readonly<Record<SourceState, number>> = { silent: 0, failing: 1, fresh: 2 };

/** What needs a look comes first, then by name. */
export const byUrgency = (a: SourceStatus, b: SourceStatus): number =>
  ORDER[stateOf(a)] - ORDER[stateOf(b)] || rowId(a).localeCompare(rowId(b));

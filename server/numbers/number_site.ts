import type { Site } from '../../common/model/call';

/** How numbers are written and dialled at the place that a record comes from. */
export type NumberSite = Pick<
  Site,
  'country' | 'outside_line' | 'extension_lengths' | 'own_ranges'
>;

/** Digits of a called party may begin with the outside-line prefix; those of a caller seldom do. */
export type NumberRole = 'caller' | 'called';

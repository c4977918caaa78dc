import type { Site } from '../../common/model/call';
import { GenerationCache } from '../numbers/generation_cache';

/** A company has few sites, and each record repeats the settings of its own. */
const KNOWN_SITES = 500;
const known = new GenerationCache<string, Partial<Site>>(KNOWN_SITES);

/** One object for the same settings, so that what was worked out for a site is found again by the object. */
export const internSite = (site: Partial<Site>): Partial<Site> => {
  const key = JSON.stringify(site);
  const present = known.get(key);
  if (present) return present;
  known.set(key, site);
  return site;
};

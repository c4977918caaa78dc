import { splitExtension } from '../../common/people/extension';

/** The extensions of one site; without a site they count everywhere. */
export interface SiteExtensions {
  readonly site: string | undefined;
  readonly extensions: readonly string[];
}

/** `london:177`, `london:178`, `9` -> those of London, and one of any site. */
export const groupExtensions = (extensions: readonly string[]): SiteExtensions[] => {
  const sites = new Map<string | undefined, string[]>();
  for (const text of extensions) {
    const { site, extension } = splitExtension(text);
    sites.set(site, [...(sites.get(site) ?? []), extension]);
  }
  return [...sites].map(([site, list]) => ({ site, extensions: list }));
};

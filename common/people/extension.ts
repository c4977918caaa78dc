/** Site of records that name none, and of extensions that are the same at any. */
export const DEFAULT_SITE = 'default';

export interface SiteExtension {
  /** Undefined where the extension counts at any site. */
  readonly site: string | undefined;
  readonly extension: string;
}

/** `berlin:1001` -> `berlin` and `1001`. */
export const splitExtension = (value: string): SiteExtension => {
  const colon = value.lastIndexOf(':');
  return { site: colon > 0 ? value.slice(0, colon) : undefined, extension: value.slice(colon + 1) };
};

/** `berlin:1001` -> `1001`. */
export const withoutSite = (value: string): string => splitExtension(value).extension;

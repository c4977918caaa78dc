/** `EXAMPLE\Ana.Diaz` -> `ana.diaz`: an account name as it is compared, lower case and without domain. */
export const normaliseAccount = (name: string): string =>
  name
    .slice(name.lastIndexOf('\\') + 1)
    .trim()
    .toLowerCase();

/** `CORP.example.com\ADiaz` -> `corp`: the first label of an account's domain, lower case; absent where none is told. */
export const domainOfAccount = (name: string): string | undefined => {
  const end = name.lastIndexOf('\\');
  return end > 0 ? name.slice(0, end).trim().split('.')[0]?.toLowerCase() : undefined;
};

/** An e-mail address or user principal name as it is compared. */
export const normaliseAddress = (address: string): string => address.trim().toLowerCase();

/** `WS-114.corp.example.com` -> `ws-114`: the first label, lower case. */
export const normaliseHost = (host: string): string =>
  (host.trim().split('.')[0] ?? '').toLowerCase();

/** Windows security identifiers are written in upper case, object ids of clouds in lower case. */
export const normaliseId = (id: string): string => {
  const text = id.trim();
  return isSid(text) ? text.toUpperCase() : text.toLowerCase();
};

export const isSid = (id: string): boolean => /^S-1-\d+(-\d+)+$/i.test(id.trim());

/** Accounts of machines and of the operating system, which are nobody's. */
export const isSystemAccount = (name: string): boolean =>
  name.endsWith('$') ||
  /^(?:system|local service|network service|anonymous logon|dwm-\d+|umfd-\d+)$/i.test(name);

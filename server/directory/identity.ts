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

/**
 * The object id of the Entra ID user behind the security identifier of a computer that is joined to Entra ID:
 * `S-1-12-1-` and the id's 16 bytes as four little-endian numbers.
 * @returns undefined for every other security identifier
 */
export const entraIdOfSid = (sid: string): string | undefined => {
  const numbers = /^S-1-12-1-(\d{1,10})-(\d{1,10})-(\d{1,10})-(\d{1,10})$/i.exec(sid.trim());
  if (!numbers) return undefined;
  const bytes = new DataView(new ArrayBuffer(16));
  for (const [index, text] of numbers.slice(1).entries()) {
    bytes.setUint32(index * 4, Number(text), true);
  }
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  const tail = [8, 9, 10, 11, 12, 13, 14, 15].map((at) => hex(bytes.getUint8(at), 2)).join('');
  return [
    // The first three parts of an id are numbers in the same order of bytes, the others bytes as they are written.
    hex(bytes.getUint32(0, true), 8),
    hex(bytes.getUint16(4, true), 4),
    hex(bytes.getUint16(6, true), 4),
    tail.slice(0, 4),
    tail.slice(4),
  ].join('-');
};

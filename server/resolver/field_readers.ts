/**
 * Reading documents whose fields may be anything, without throwing and at the speed of plain code: the resolver reads
 * every record of the company with these. A field of the wrong type counts as absent.
 */
export type Fields = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;

export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

export const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

export const asFlag = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** @returns undefined when any element is of another type */
export const asList = <T>(
  value: unknown,
  readElement: (element: unknown) => T | undefined
): T[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const read: T[] = [];
  for (const element of value) {
    const item = readElement(element);
    if (item === undefined) return undefined;
    read.push(item);
  }
  return read;
};

/** Makes a reader of texts of which only some are legal. */
export const oneOf = <T extends string>(
  legal: readonly T[]
): ((value: unknown) => T | undefined) => {
  const known = new Set<unknown>(legal);
  return (value) => (known.has(value) ? (value as T) : undefined);
};

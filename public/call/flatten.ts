/** One field of a document as a person reads it. */
export interface FlatField {
  readonly field: string;
  readonly value: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(toText).join(', ');
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
};

const walk = (value: unknown, path: string): FlatField[] => {
  if (!isRecord(value)) return [{ field: path, value: toText(value) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    walk(inner, path === '' ? key : `${path}.${key}`)
  );
};

/** All fields of a document with dotted names, in the order of the alphabet. */
export const flattenDocument = (source: Readonly<Record<string, unknown>>): FlatField[] =>
  walk(source, '').sort((a, b) => a.field.localeCompare(b.field));

/** Fields whose name or value holds the text, letter case ignored. */
export const searchFields = (fields: readonly FlatField[], text: string): FlatField[] => {
  const wanted = text.trim().toLowerCase();
  return fields.filter(
    ({ field, value }) =>
      field.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted)
  );
};

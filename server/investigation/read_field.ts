const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a field of an Elasticsearch `_source` by its dotted name. A `_source` may hold any mix of nested objects and
 * dotted keys (alerts do): every way of cutting the name is tried, the longest key first.
 * @returns undefined when the field is not there
 */
export const readField = (source: unknown, field: string): unknown => {
  if (!isRecord(source)) return undefined;
  if (field in source) return source[field];
  for (let end = field.lastIndexOf('.'); end > 0; end = field.lastIndexOf('.', end - 1)) {
    const value = readField(source[field.slice(0, end)], field.slice(end + 1));
    if (value !== undefined) return value;
  }
  return undefined;
};

/** The first value where a field holds several. */
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

export const readText = (source: unknown, field: string): string | undefined => {
  const value = first(readField(source, field));
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
};

export const readNumberField = (source: unknown, field: string): number | undefined => {
  const value = Number(first(readField(source, field)) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
};

export const readTexts = (source: unknown, field: string): string[] => {
  const value = readField(source, field);
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return values.filter((item): item is string => typeof item === 'string');
};

/** A JSON object. */
export type Document = Record<string, unknown>;

export const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value at a path, whether the document nests objects or has dots in its keys; arrays are opened. */
export const valuesAt = (value: unknown, path: string): unknown[] => {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesAt(item, path));
  if (path === '') return value === undefined || value === null ? [] : [value];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === path) return valuesAt(inner, '');
    return path.startsWith(`${key}.`) ? valuesAt(inner, path.slice(key.length + 1)) : [];
  });
};

export const firstTextAt = (document: Document, path: string): string | undefined => {
  const [first] = valuesAt(document, path);
  return typeof first === 'string' || typeof first === 'number' || typeof first === 'boolean'
    ? String(first)
    : undefined;
};

/** Puts a value at a path of nested objects; whatever is in the way is replaced. */
export const putAt = (document: Document, path: string, value: unknown): void => {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    document[key] = value;
    return;
  }
  const known = document[key];
  const inner: Document = isObject(known) ? known : {};
  document[key] = inner;
  putAt(inner, rest.join('.'), value);
};

/** Takes the value at a path of nested objects away. */
export const removeAt = (document: Document, path: string): void => {
  const [key = '', ...rest] = path.split('.');
  const inner = document[key];
  if (rest.length === 0) delete document[key];
  else if (isObject(inner)) removeAt(inner, rest.join('.'));
};

/** A copy in which `{ 'a.b': 1 }` has become `{ a: { b: 1 } }`; later keys win. */
export const nested = (document: Document): Document => {
  const result: Document = {};
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    return isObject(value) ? nested(value) : value;
  };
  for (const [path, value] of Object.entries(document)) {
    const known = valueOf(result, path);
    const next = copy(value);
    putAt(result, path, isObject(known) && isObject(next) ? merged(known, next) : next);
  }
  return result;
};

const valueOf = (document: Document, path: string): unknown => {
  let value: unknown = document;
  for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined;
  return value;
};

/** Both documents in one; where they disagree the second wins, and its arrays replace the first's. */
export const merged = (first: Document, second: Document): Document => {
  const result: Document = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const known = result[key];
    result[key] = isObject(known) && isObject(value) ? merged(known, value) : value;
  }
  return result;
};

/** Leaves by their full path: `{ a: { b: 1 } }` is `{ 'a.b': 1 }`. Arrays are leaves. */
export const flattened = (document: Document, prefix = ''): Document => {
  const result: Document = {};
  for (const [key, value] of Object.entries(document)) {
    const path = `${prefix}${key}`;
    if (isObject(value)) Object.assign(result, flattened(value, `${path}.`));
    else result[path] = value;
  }
  return result;
};

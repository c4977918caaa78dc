import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadDetectionContent } from '../../server/detection_content/load_detection_content';
import { compileRules } from '../../server/rules/compile_rules';
import { compileSignal } from '../../server/signals/compile_signal';

export const CONTENT_DIR = join(__dirname, '..', '..', 'server', 'content');
/** Everything that ships, read once. */
export const content = loadDetectionContent(CONTENT_DIR);
export const spaceId = 'default';
export const compiledRules = compileRules({ ...content, spaceId });
export const compiledSignals = content.signals.map((signal) =>
  compileSignal(signal, { tables: content.tables, spaceId })
);

interface Mapping {
  readonly properties?: Readonly<Record<string, Mapping>>;
}

const namesOf = (mapping: Mapping, path: string): string[] =>
  Object.entries(mapping.properties ?? {}).flatMap(([name, inner]) => {
    const full = path === '' ? name : `${path}.${name}`;
    return inner.properties ? namesOf(inner, full) : [full];
  });

const readMapping = (file: string, ...path: readonly string[]): string[] => {
  const text = readFileSync(join(CONTENT_DIR, file), 'utf8');
  const root: unknown = parse(text, { merge: true });
  const mapping = path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>>)[key],
    root
  );
  return namesOf(mapping as Mapping, '');
};

/** Fields of `vishing-fields`: what queries may name of other sources. */
export const sourceFields = new Set(readMapping('indices/vishing-fields.yml', 'mappings'));
/** Fields of a resolved call. */
export const callFields = new Set(
  readMapping('component_templates/vishing-call-mappings.yml', 'template', 'mappings')
);

/** Fields of what `vishing-accounts` says of a name. */
export const accountFields = new Set(readMapping('indices/vishing-accounts.yml', 'mappings'));

/** Query text without the values inside quotes. */
export const withoutLiterals = (query: string): string =>
  query.replace(/"(?:[^"\\]|\\.)*"/g, '""').replaceAll('`', '');

/** Dotted names and `@timestamp` in a query, index patterns and wildcards aside. */
export const fieldsIn = (query: string): string[] => {
  const text = withoutLiterals(query)
    .replace(/^FROM[^|]*/, '')
    .replace(/vishing\.\*/g, '');
  return [...new Set(text.match(/@timestamp|\b[a-z]\w*(?:\.\w+)+/g) ?? [])];
};

/** Columns that the query itself makes. */
export const columnsMadeBy = (query: string): string[] =>
  [...withoutLiterals(query).matchAll(/(?:EVAL|,)\s+([a-z_][\w.]*) = /g)].map(
    (match) => match[1] ?? ''
  );

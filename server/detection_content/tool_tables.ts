import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { domainPattern, esqlList } from './literal';
import { parseYaml } from './parse_yaml';

const names = z.array(z.string().min(1).max(200)).default([]);

const toolSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  name: z.string().min(1),
  vendor: z.string().optional(),
  processes: names,
  original_file_names: names,
  signers: names,
  domains: z.strictObject({ suffix: names, exact: names }).default({ suffix: [], exact: [] }),
  seen_in_vishing: names,
});

const tableSchema = z.strictObject({
  version: z.number().int().min(1),
  tools: z.array(toolSchema).min(1),
});

/** One remote access tool of `server/content/rmm_tools.yml`. */
export type Tool = z.infer<typeof toolSchema>;

/** Reference tables that queries are filled from. */
export interface ContentTables {
  readonly tools: readonly Tool[];
}

/** @throws ContentError when the table is not what its schema says */
export const parseTools = (text: string, file: string): Tool[] =>
  parseYaml(text, file, tableSchema).tools;

/** @throws when the file is missing or wrong */
export const loadTables = (contentDir: string): ContentTables => {
  const file = 'rmm_tools.yml';
  return { tools: parseTools(readFileSync(`${contentDir}/${file}`, 'utf8'), file) };
};

/** Lower-case file names, original ones included, of the given tools. */
export const processNames = (tools: readonly Tool[]): string[] => [
  ...new Set(tools.flatMap((tool) => [...tool.processes, ...tool.original_file_names])),
];

/** Text of the placeholders `{{tools.*}}`; undefined for an unknown one. */
export const fillTools = (name: string, { tools }: ContentTables): string | undefined => {
  switch (name) {
    case 'tools.processes':
      return esqlList(processNames(tools));
    case 'tools.signers':
      return esqlList([...new Set(tools.flatMap(({ signers }) => signers))]);
    case 'tools.domain_pattern':
      return domainPattern(
        tools.flatMap(({ domains }) => domains.exact),
        tools.flatMap(({ domains }) => domains.suffix)
      );
    default:
      return undefined;
  }
};

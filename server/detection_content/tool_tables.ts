import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isOneOfDomains, kqlAnyOf, likeList, productFilePattern, productPattern } from './literal';
import { parseYaml } from './parse_yaml';

const names = z.array(z.string().min(1).max(200)).default([]);

const toolSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  name: z.string().min(1),
  vendor: z.string().optional(),
  processes: names,
  /** On macOS and Linux. */
  unix_processes: names,
  original_file_names: names,
  signers: names,
  domains: z.strictObject({ suffix: names, exact: names }).default({ suffix: [], exact: [] }),
  /** Of Windows services. */
  services: names,
  /** How installers and packages call the tool. */
  products: names,
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
  ...new Set(
    tools.flatMap((tool) => [
      ...tool.processes,
      ...tool.unix_processes,
      ...tool.original_file_names,
    ])
  ),
];

const allOf = (tools: readonly Tool[], part: 'signers' | 'services' | 'products'): string[] => [
  ...new Set(tools.flatMap((tool) => tool[part])),
];

/** `{{tools.domain_of.<field>}}`: the field is a host of a tool; `{{tools.domain_in_url.<field>}}`: the URL's host is one. */
const fillDomains = (name: string, tools: readonly Tool[]): string | undefined => {
  const [, form, field] = /^tools\.(domain_of|domain_in_url)\.(.+)$/.exec(name) ?? [];
  if (form === undefined || field === undefined) return undefined;
  const text =
    form === 'domain_of'
      ? `TO_LOWER(${field})`
      : `REPLACE(TO_LOWER(MV_FIRST(${field})), "^[a-z]+://([^/:]+).*$", "$1")`;
  return isOneOfDomains(text, {
    exact: tools.flatMap(({ domains }) => domains.exact),
    suffix: tools.flatMap(({ domains }) => domains.suffix),
  });
};

/** Text of the placeholders `{{tools.*}}`, of which the lists stand behind `LIKE`; undefined for an unknown one. */
export const fillTools = (name: string, { tools }: ContentTables): string | undefined => {
  switch (name) {
    case 'tools.processes':
      return likeList(processNames(tools));
    case 'tools.signers':
      return likeList(allOf(tools, 'signers'));
    case 'tools.kql.signers':
      return kqlAnyOf('process.code_signature.subject_name', allOf(tools, 'signers'));
    case 'tools.services':
      return likeList(allOf(tools, 'services'));
    case 'tools.product_pattern':
      return productPattern(allOf(tools, 'products'));
    case 'tools.product_file_pattern':
      return productFilePattern(allOf(tools, 'products'));
    default:
      return fillDomains(name, tools);
  }
};

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ContentError } from './content_error';
import { parseYaml } from './parse_yaml';

const tacticIdSchema = z.string().regex(/^TA\d{4}$/);
export const techniqueIdSchema = z.string().regex(/^T\d{4}(\.\d{3})?$/);

const attackSchema = z.strictObject({
  version: z.string(),
  tactics: z.record(tacticIdSchema, z.string()),
  techniques: z.record(
    techniqueIdSchema,
    z.strictObject({ name: z.string(), tactics: z.array(tacticIdSchema).min(1) })
  ),
  /** Ids that a later version of ATT&CK gave to the same technique. */
  renamed: z.record(techniqueIdSchema, techniqueIdSchema).default({}),
});

/** The part of MITRE ATT&CK that signals and rules name (`server/content/attack.yml`). */
export type AttackTable = z.infer<typeof attackSchema>;

/** A tactic with the techniques of it that a rule covers. */
export const attackMappingSchema = z.strictObject({
  tactic: tacticIdSchema,
  techniques: z.array(techniqueIdSchema).min(1),
});
export type AttackMapping = z.infer<typeof attackMappingSchema>;

/** @throws when the file is missing or wrong */
export const loadAttack = (contentDir: string): AttackTable =>
  parseYaml(readFileSync(`${contentDir}/attack.yml`, 'utf8'), 'attack.yml', attackSchema);

interface Reference {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
}

/** One entry of a rule's `threat` as the Detection Engine takes it. */
export interface Threat {
  readonly framework: 'MITRE ATT&CK';
  readonly tactic: Reference;
  readonly technique: readonly (Reference & { readonly subtechnique?: readonly Reference[] })[];
}

const referenceTo = (kind: 'tactics' | 'techniques', id: string, name: string): Reference => ({
  id,
  name,
  reference: `https://attack.mitre.org/${kind}/${id.replace('.', '/')}/`,
});

/** @throws ContentError for an id that the table does not know or that belongs to another tactic */
export const toThreat = (mapping: AttackMapping, table: AttackTable, file: string): Threat => {
  const tacticName = table.tactics[mapping.tactic];
  if (!tacticName) throw new ContentError(file, `unknown ATT&CK tactic ${mapping.tactic}`);
  const technique = (id: string): Reference => {
    const known = table.techniques[id];
    if (!known) throw new ContentError(file, `unknown ATT&CK technique ${id}`);
    if (!known.tactics.includes(mapping.tactic)) {
      throw new ContentError(file, `${id} does not belong to the tactic ${mapping.tactic}`);
    }
    return referenceTo('techniques', id, known.name);
  };
  const parents = [...new Set(mapping.techniques.map((id) => id.slice(0, 5)))];
  return {
    framework: 'MITRE ATT&CK',
    tactic: referenceTo('tactics', mapping.tactic, tacticName),
    technique: parents.map((parent) => {
      const children = mapping.techniques.filter((id) => id.startsWith(`${parent}.`));
      return children.length > 0
        ? { ...technique(parent), subtechnique: children.map(technique) }
        : technique(parent);
    }),
  };
};

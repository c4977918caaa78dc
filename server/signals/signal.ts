import { z } from 'zod';
import { joinFieldSchema, laneSchema } from '../../common/model/signal';
import { techniqueIdSchema } from '../detection_content/attack';
import { durationSchema } from '../../common/model/duration';

const text = z.string().trim().min(1);

/** Whose event it is. Kibana's directory of people gives calls the same fields. */
const identitySchema = z.strictObject({
  /** Field of the call's person. */
  field: joinFieldSchema,
  /** ES|QL expression over the event: a lower-case text, or null where the event does not say. */
  value: text,
  /** `target` is the person something was done to, `actor` the one who did it. */
  subject: z.enum(['actor', 'target']).default('actor'),
});

/** A kind of host, identity, mail or network event worth linking with a call: one file of `server/content/signals`. */
export const signalSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+\.[a-z0-9_]+$/, 'An id is family.name in lower case'),
    name: text.max(80),
    /** With `{field}` placeholders, filled from the event. */
    sentence: text,
    lane: laneSchema,
    /** Of one family only the strongest signal counts in full. */
    family: z.string().regex(/^[a-z_]+$/),
    /** How much one event alone says, 0 to 100. */
    weight: z.number().int().min(0).max(100),
    attack: z.array(techniqueIdSchema).min(1),
    platforms: z
      .array(z.enum(['Windows', 'macOS', 'Linux', 'Identity Provider', 'Office Suite', 'SaaS']))
      .min(1),
    /** Index patterns; none for a signal made of alerts. */
    index: z.array(text).default([]),
    /** Rule ids of our counting rules: then the signal is one of their alerts. */
    building_blocks: z.array(z.uuid()).default([]),
    /**
     * ES|QL condition with placeholders for tool tables. The index answers it (Elasticsearch 9.2) as long as no part of it is
     * calculated but by TO_LOWER: LIKE before lists in lower case, `a IS NULL OR a != "b"` rather than COALESCE.
     */
    where: text.optional(),
    identity: z.array(identitySchema).min(1),
    /** Around the start of the call: outside it the event is context. */
    window: z.strictObject({ before: durationSchema, after: durationSchema }),
    /** In words, seconds to days after the call began. */
    typical_delay: text,
    false_positives: z.array(text).min(1),
    /** Fields worth showing beside the event. */
    event: z.array(text).min(1),
  })
  .refine(({ index, building_blocks }) => index.length > 0 !== building_blocks.length > 0, {
    message: 'A signal names either index patterns or building blocks',
  })
  .refine(({ where, building_blocks }) => where !== undefined || building_blocks.length > 0, {
    message: 'A signal over index patterns needs a condition (where)',
  });

export type Signal = z.infer<typeof signalSchema>;

import { z } from 'zod';
import { callActionSchema, directionSchema } from '../../common/model/call';

/** A field of the wrong type counts as absent: one odd value must not hide a call. */
const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const userSchema = z.object({ id: text, name: text, email: text, full_name: text });

const sideSchema = z.object({ address: text, user: userSchema.optional().catch(undefined) });

const partySchema = z.object({
  number: text,
  extension: text,
  display_name: text,
  tenant: text,
  device: text,
});

/** What the resolver reads of a document of `logs-vishing.call-*`, as the ingest pipelines leave it. */
const rawRecordSchema = z.object({
  '@timestamp': z.string(),
  event: z.object({
    provider: z.string(),
    start: text,
    end: text,
    duration: number,
    id: text,
    kind: text,
    action: callActionSchema.optional().catch(undefined),
    outcome: z.enum(['success', 'failure', 'unknown']).optional().catch(undefined),
  }),
  source: sideSchema.optional().catch(undefined),
  destination: sideSchema.optional().catch(undefined),
  network: z
    .object({ direction: text, application: text, protocol: text })
    .optional()
    .catch(undefined),
  observer: z.object({ vendor: text, product: text, name: text }).optional().catch(undefined),
  vishing: z.object({
    site: z
      .object({
        id: text,
        country: text,
        timezone: text,
        outside_line: text,
        extension_lengths: z.array(z.number()).optional().catch(undefined),
        own_ranges: z.array(z.string()).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    call: z.object({
      id: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
      leg: text,
      leg_type: text,
      revision: number,
      direction: directionSchema.optional().catch(undefined),
      answered: flag,
      answered_at: text,
      talk_seconds: number,
      ring_seconds: number,
      hangup_cause: text,
      hangup_by: z.enum(['caller', 'callee', 'system', 'unknown']).optional().catch(undefined),
      forwarded_from: text,
      dialed: text,
      recording: flag,
      spam: text,
      quality: z
        .object({ mos: number, jitter_ms: number, latency_ms: number, packets_lost: number })
        .optional()
        .catch(undefined),
      attestation: z.enum(['A', 'B', 'C', 'failed', 'none']).optional().catch(undefined),
      media: z
        .array(z.enum(['audio', 'video', 'screen_share']))
        .optional()
        .catch(undefined),
    }),
    caller: partySchema.optional().catch(undefined),
    callee: partySchema.optional().catch(undefined),
  }),
});

type RawFields = z.infer<typeof rawRecordSchema>;
export type RawUser = z.infer<typeof userSchema>;

/** One record of a phone system. */
export interface RawRecord extends RawFields {
  readonly docId: string;
  /** Milliseconds since 1970. */
  readonly startMs: number;
}

/** Leg types that describe a call, or something beside it, but are not one. */
const NO_CALL = new Set(['recording', 'quality', 'chat', 'report', 'signalling']);

/** @returns undefined when the document is no readable record; ingest failures are such documents */
export const toRawRecord = (docId: string, source: unknown): RawRecord | undefined => {
  const parsed = rawRecordSchema.safeParse(source);
  if (!parsed.success || parsed.data.event.kind === 'pipeline_error') return undefined;
  const startMs = Date.parse(parsed.data.event.start ?? parsed.data['@timestamp']);
  return Number.isFinite(startMs) ? { ...parsed.data, docId, startMs } : undefined;
};

export const isCallLeg = ({ vishing }: RawRecord): boolean =>
  !NO_CALL.has(vishing.call.leg_type ?? '');

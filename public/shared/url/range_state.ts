import { z } from 'zod';

const page = z.coerce.number().int().min(0).max(10_000).catch(0).default(0);

/** A page of a table in the address. */
export const pageInUrl = page;

/** The time range of a number's or person's page in the address. */
export const rangeInUrl = {
  from: z.string().max(100).catch('now-30d').default('now-30d'),
  to: z.string().max(100).catch('now').default('now'),
} as const;

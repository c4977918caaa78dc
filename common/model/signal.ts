import { z } from 'zod';

/** Rows of the caller timeline, top to bottom. */
export const laneSchema = z.enum([
  'calls',
  'number',
  'mail',
  'identity',
  'endpoint',
  'network',
  'alerts',
]);
export type Lane = z.infer<typeof laneSchema>;

/** ECS field of `vishing-calls` on which a signal joins. */
export const joinFieldSchema = z.enum(['user.name', 'user.email', 'user.id', 'host.name']);
export type JoinField = z.infer<typeof joinFieldSchema>;

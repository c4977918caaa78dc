import { z } from 'zod';
import { MANAGE_PRIVILEGE, READ_PRIVILEGE } from '../constants';
import { defineApi } from './define_api';
import { noBody, nothing } from './shared';

export const assetKindSchema = z.enum([
  'component_template',
  'index_template',
  'index',
  'ingest_pipeline',
  'task',
  'rule',
]);
export type AssetKind = z.infer<typeof assetKindSchema>;

/** What an installation did with one asset; `reason` says why it failed and what to do. */
export const assetResultSchema = z.object({
  kind: assetKindSchema,
  id: z.string(),
  name: z.string(),
  result: z.enum(['installed', 'unchanged', 'updated', 'failed']),
  reason: z.string().optional(),
});
export type AssetResult = z.infer<typeof assetResultSchema>;

/** What is there now, compared with what this version ships. */
export const assetStatusSchema = z.object({
  kind: assetKindSchema,
  id: z.string(),
  name: z.string(),
  state: z.enum(['current', 'missing', 'outdated', 'foreign', 'unknown']),
  detail: z.string().optional(),
});
export type AssetStatus = z.infer<typeof assetStatusSchema>;

export const getSetup = defineApi({
  method: 'get',
  path: '/internal/vishing/setup',
  summary: 'State of every asset in Elasticsearch and of the resolver; changes nothing',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({
    assets: z.array(assetStatusSchema),
    /** True when this Kibana lets the server call the Detection Engine; else the browser does. */
    rules_via_server: z.boolean(),
    resolver: z.object({
      scheduled: z.boolean(),
      last_run: z.string().optional(),
      last_error: z.string().optional(),
      calls: z.number().optional(),
      /** Raw records that are not resolved yet. */
      waiting: z.number().optional(),
    }),
  }),
});
export type SetupStatus = z.infer<typeof getSetup.response>;

export const runSetup = defineApi({
  method: 'post',
  path: '/internal/vishing/setup',
  summary:
    'Installs or updates everything in Elasticsearch and schedules the resolver; safe to repeat',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({ assets: z.array(assetResultSchema) }),
});

export const installRulesOnServer = defineApi({
  method: 'post',
  path: '/internal/vishing/rules/install',
  summary:
    'Installs or updates the detection rules through Kibana’s own API; 501 where Kibana has no self client',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({ assets: z.array(assetResultSchema) }),
});

/** A rule as the Detection Engine's create route takes it. */
export const compiledRuleSchema = z.looseObject({
  rule_id: z.string(),
  name: z.string(),
  version: z.number(),
  type: z.enum(['esql', 'threshold', 'new_terms']),
  enabled: z.boolean(),
  tags: z.array(z.string()),
});
export type CompiledRule = z.infer<typeof compiledRuleSchema>;

export const getCompiledRules = defineApi({
  method: 'get',
  path: '/internal/vishing/rules/compiled',
  summary: 'The shipped rules with their queries filled in, ready for the Detection Engine',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({ rules: z.array(compiledRuleSchema) }),
});

export const runResolver = defineApi({
  method: 'post',
  path: '/internal/vishing/resolver/run',
  summary: 'Resolves waiting records now, or replays all records with rebuild',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({ rebuild: z.boolean().default(false) }),
  response: z.object({ started: z.boolean() }),
});

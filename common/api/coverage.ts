import { z } from 'zod';
import { READ_PRIVILEGE } from '../constants';
import { defineApi } from './define_api';
import { noBody, nothing, timeRangeShape } from './shared';

/** Whether records were found: `unknown` when Elasticsearch could not tell. */
export const presenceSchema = z.enum(['present', 'missing', 'unknown']);
export type Presence = z.infer<typeof presenceSchema>;

const feedSchema = z.object({
  /** Index pattern. */
  index: z.string(),
  state: presenceSchema,
  /** Instant of the newest record in the range. */
  last: z.string().optional(),
  /** Why it is not known. */
  reason: z.string().optional(),
});

const dataSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Id of the integration that brings it. */
  integration: z.string(),
  /** The places in which its records may lie; one is enough. */
  feeds: z.array(feedSchema).min(1),
});
export type CoveredDataSet = z.infer<typeof dataSetSchema>;

const integrationSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Elastic's package; absent for what is set up in this plugin. */
  package: z.string().optional(),
});
export type Integration = z.infer<typeof integrationSchema>;

const needSchema = z.object({
  name: z.string(),
  /** Index patterns that are read. */
  indices: z.array(z.string()),
  /** Ids of data sets in them; one of these, or the alerts of one of `rules`, meet the need. */
  data_sets: z.array(z.string()),
  /** Rules whose alerts are read. */
  rules: z.array(z.string()),
});
export type Need = z.infer<typeof needSchema>;

const coveredRuleSchema = z.object({
  rule_id: z.string(),
  catalogue: z.string(),
  name: z.string(),
  /** It feeds other rules and shows nothing by itself. */
  building_block: z.boolean(),
  techniques: z.array(z.string()),
  needs: z.array(needSchema),
});
export type CoveredRule = z.infer<typeof coveredRuleSchema>;

const coveredSignalSchema = z.object({
  id: z.string(),
  name: z.string(),
  techniques: z.array(z.string()),
  needs: z.array(needSchema),
});
export type CoveredSignal = z.infer<typeof coveredSignalSchema>;

const techniqueSchema = z.object({
  id: z.string(),
  name: z.string(),
  tactics: z.array(z.string()),
  /** Its id in the next version of ATT&CK, where that is another one. */
  renamed: z.string().optional(),
});
export type Technique = z.infer<typeof techniqueSchema>;

const analyticSchema = z.object({
  id: z.string(),
  platform: z.string(),
  meaning: z.string(),
  log_source: z.string(),
  elements: z.array(z.string()),
  parts: z.array(
    z.object({
      name: z.string(),
      /** Numbers in the catalogue of detections. */
      rules: z.array(z.string()),
      /** Data set without which this platform is not seen. */
      platform_data: z.string().optional(),
    })
  ),
});
export type Analytic = z.infer<typeof analyticSchema>;

/** What rules and signals need, and which of it has records. */
export const coverageSchema = z.object({
  attack_version: z.string(),
  strategy: z.string(),
  integrations: z.array(integrationSchema),
  data_sets: z.array(dataSetSchema),
  rules: z.array(coveredRuleSchema),
  signals: z.array(coveredSignalSchema),
  techniques: z.array(techniqueSchema),
  analytics: z.array(analyticSchema),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const getCoverage = defineApi({
  method: 'get',
  path: '/internal/vishing/coverage',
  summary: 'What the shipped rules and signals need, and which of it this cluster has in a range',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: z.strictObject(timeRangeShape),
  body: noBody,
  response: coverageSchema,
});

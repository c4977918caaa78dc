import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { techniqueIdSchema } from '../detection_content/attack';
import { parseYaml } from '../detection_content/parse_yaml';

const text = z.string().trim().min(1);

const feedSchema = z.strictObject({
  /** Index pattern, as rules and signals write it. */
  index: text,
  /** Present where several data sets share the index: records of this one have one of `values` in it. */
  field: text.optional(),
  values: z.array(text).min(1).optional(),
});
export type Feed = z.infer<typeof feedSchema>;

const dataSetSchema = z.strictObject({
  id: text,
  name: text,
  /** Id of the integration that brings it. */
  integration: text,
  feeds: z.array(feedSchema).min(1),
});
export type DataSet = z.infer<typeof dataSetSchema>;

const analyticSchema = z.strictObject({
  id: z.string().regex(/^AN\d{4}$/),
  platform: text,
  meaning: text,
  log_source: text,
  /** Mutable elements of the analytic. */
  elements: z.array(text),
  parts: z
    .array(
      z.strictObject({
        name: text,
        /** Numbers in the catalogue of detections; some may have no rule yet. */
        rules: z.array(z.string().regex(/^D\d{1,2}$/)),
        /** Id of the data set without which this platform is not seen. */
        platform_data: text.optional(),
      })
    )
    .min(1),
});

const dataSetsSchema = z.strictObject({
  integrations: z.array(
    z.strictObject({
      id: text,
      name: text,
      /** Name of Elastic's package; absent for what is set up in this plugin. */
      package: text.optional(),
    })
  ),
  data_sets: z.array(dataSetSchema),
});

const coverageSchema = z.strictObject({
  strategy: z.string().regex(/^DET\d{4}$/),
  analytics: z.array(analyticSchema),
  techniques: z.array(techniqueIdSchema),
});

/** What coverage is measured against: `data_sets.yml` and `coverage.yml` of `server/content`. */
export type CoverageTable = z.infer<typeof dataSetsSchema> & z.infer<typeof coverageSchema>;

/** @throws when a file is missing or wrong */
export const loadCoverageTable = (contentDir: string): CoverageTable => {
  const read = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
    parseYaml(readFileSync(`${contentDir}/${file}`, 'utf8'), file, schema);
  return {
    ...read('data_sets.yml', dataSetsSchema),
    ...read('coverage.yml', coverageSchema),
  };
};

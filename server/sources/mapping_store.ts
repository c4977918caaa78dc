import type { SavedMapping } from '../../common/api/sources';
import { CALL_ROUTER_PIPELINE, MAPPING_PIPELINE_PREFIX } from '../../common/constants';
import { recordMappingSchema, type RecordMapping } from '../../common/model/mapping';
import { elasticsearchStatus } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';
import { MANAGED_BY } from '../setup/content';

/** Id of the source whose records carry a mapping. */
export const GENERIC_SOURCE = 'generic';

const pipelineName = (name: string): string => `${MAPPING_PIPELINE_PREFIX}${name}`;

/** A pipeline that shippers can name: it says how the record is to be read and hands it to the router. */
const toPipeline = (name: string, mapping: RecordMapping) => ({
  description: `Column mapping "${name}" of the voice phishing app; edit it on its Sources page`,
  processors: [
    { set: { tag: 'set_provider', field: 'event.provider', value: GENERIC_SOURCE } },
    { set: { tag: 'set_mapping', field: 'vishing.mapping', value: mapping } },
    { pipeline: { tag: 'read_record', name: CALL_ROUTER_PIPELINE } },
  ],
  _meta: { managed_by: MANAGED_BY, mapping },
});

interface StoredPipeline {
  readonly _meta?: { readonly managed_by?: unknown; readonly mapping?: unknown };
}

const readPipelines = async (
  es: ElasticsearchClient,
  id: string
): Promise<Readonly<Record<string, StoredPipeline>>> => {
  try {
    return await es.ingest.getPipeline({ id });
  } catch (error) {
    if (elasticsearchStatus(error) === 404) return {};
    throw error;
  }
};

/** All saved mappings, by name. Pipelines of this name that somebody else made are left out. */
export const listMappings = async (es: ElasticsearchClient): Promise<SavedMapping[]> => {
  const pipelines = await readPipelines(es, pipelineName('*'));
  return Object.entries(pipelines)
    .flatMap(([pipeline, { _meta }]): SavedMapping[] => {
      const mapping = recordMappingSchema.safeParse(_meta?.mapping);
      const name = pipeline.slice(MAPPING_PIPELINE_PREFIX.length);
      return mapping.success ? [{ name, pipeline, mapping: mapping.data }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
};

/** @throws VishingError `conflict` when a pipeline of this name was made by somebody else, `not_set_up` */
export const saveMapping = async (
  es: ElasticsearchClient,
  name: string,
  mapping: RecordMapping
): Promise<SavedMapping> => {
  const pipeline = pipelineName(name);
  const present = (await readPipelines(es, pipeline))[pipeline];
  if (present && present._meta?.managed_by !== MANAGED_BY) {
    throw new VishingError(
      'conflict',
      `There is an ingest pipeline "${pipeline}" already that this app did not make. Choose another name.`
    );
  }
  if (!(CALL_ROUTER_PIPELINE in (await readPipelines(es, CALL_ROUTER_PIPELINE)))) {
    throw new VishingError(
      'not_set_up',
      'The pipelines that read call records are not installed yet. An administrator has to run the setup first.'
    );
  }
  await es.ingest.putPipeline({ id: pipeline, ...toPipeline(name, mapping) });
  return { name, pipeline, mapping };
};

/** @throws VishingError `not_found` */
export const removeMapping = async (es: ElasticsearchClient, name: string): Promise<void> => {
  const known = (await listMappings(es)).some((saved) => saved.name === name);
  if (!known) throw new VishingError('not_found', `There is no column mapping "${name}".`);
  await es.ingest.deletePipeline({ id: pipelineName(name) });
};

import type { estypes } from '@elastic/elasticsearch';
import type { AssetResult } from '../../common/api/setup';
import { elasticsearchReason, isMissingIndex } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';
import type { Content, ContentAsset } from './content';

interface StreamTemplate {
  readonly index_patterns?: string[];
  readonly composed_of?: readonly string[];
}

/** Index patterns of the streams that are made from a component template. */
const patternsOf = (content: Content, component: ContentAsset): string[] =>
  content.assets
    .filter(({ kind }) => kind === 'index_template')
    .map(({ body }) => body as StreamTemplate)
    .filter(({ composed_of: parts }) => parts?.includes(component.id))
    .flatMap(({ index_patterns: patterns }) => patterns ?? []);

/**
 * Templates act on new indices only: after an updated component template the present write index of each of its data
 * streams gets the new fields here. Older backing indices stay as they are.
 * @returns the result of the template, failed when a stream refused the new fields
 */
export const refreshStreams = async (
  es: ElasticsearchClient,
  content: Content,
  asset: ContentAsset,
  result: AssetResult
): Promise<AssetResult> => {
  if (asset.kind !== 'component_template') return result;
  const { template } = asset.body as {
    template: { mappings?: { properties?: Record<string, estypes.MappingProperty> } };
  };
  try {
    for (const index of patternsOf(content, asset)) {
      await es.indices.putMapping({
        index,
        write_index_only: true,
        ignore_unavailable: true,
        properties: template.mappings?.properties,
      });
    }
    return result;
  } catch (error) {
    // A stream that has no record yet gets the new fields when it is made.
    if (isMissingIndex(error)) return result;
    const reason = `The template is updated, but its data stream refused the new fields: ${elasticsearchReason(error)}`;
    return { ...result, result: 'failed', reason };
  }
};

type Body = Record<string, unknown>;

/** Tag of the processor in the router that stands for one processor for each source. */
const PLACE = 'read_source';

const readerOf = (router: string, id: string): Body => ({
  pipeline: {
    tag: `read_${id}`,
    if: `ctx.event.provider == '${id}'`,
    name: `${router}.${id}`,
  },
});

const fillProcessor = (processor: Body, router: string, ids: readonly string[]): Body[] => {
  const [type, options] = Object.entries(processor)[0] as [string, Body];
  if (options.tag === PLACE) return ids.map((id) => readerOf(router, id));
  const params = options.params as Body | undefined;
  if (params?.providers === undefined) return [processor];
  return [{ [type]: { ...options, params: { ...params, providers: [...ids] } } }];
};

/**
 * Completes the router pipeline with the sources there are: the list of names that it accepts, and the call of each
 * source's pipeline. An ingest node without a template engine cannot call a pipeline by a name it computes.
 */
export const fillRouter = (body: Body, router: string, ids: readonly string[]): Body => ({
  ...body,
  processors: (body.processors as Body[]).flatMap((processor) =>
    fillProcessor(processor, router, ids)
  ),
});

import { join } from 'node:path';
import { CALL_ROUTER_PIPELINE } from '../../common/constants';
import { loadContent } from '../../server/setup/load_content';
import { loadSources } from '../../server/sources/load_sources';

type Body = Record<string, unknown>;
interface Processor {
  readonly type: string;
  readonly options: Body;
}

const CONTENT = join(__dirname, '..', '..', 'server', 'content');
/** The router and what several sources share. */
const PARTS = ['', 'build', 'columns', 'finish', 'json', 'sip'];
const sourceIds = loadSources(join(CONTENT, 'sources')).map(({ id }) => id);
const pipelines = loadContent(CONTENT).assets.filter(({ kind }) => kind === 'ingest_pipeline');
const router = pipelines.find(({ id }) => id === CALL_ROUTER_PIPELINE);

/** All processors of a list, those inside of others too. */
const processorsOf = (list: unknown): Processor[] => {
  if (!Array.isArray(list)) return [];
  return (list as Body[]).flatMap((entry) =>
    Object.entries(entry).flatMap(([type, options]) => [
      { type, options: options as Body },
      ...processorsOf((options as Body).on_failure),
    ])
  );
};
const allProcessors = (body: Body): Processor[] => [
  ...processorsOf(body.processors),
  ...processorsOf(body.on_failure),
];

describe('ingest pipeline files', () => {
  it('are the router, its tail, and for each source one of its name with its parts', () => {
    const suffixes = pipelines.map(({ id }) => id.slice(CALL_ROUTER_PIPELINE.length + 1));
    expect(suffixes).toEqual(expect.arrayContaining([...PARTS, ...sourceIds]));
    const strangers = suffixes.filter(
      (suffix) =>
        !PARTS.includes(suffix) &&
        !sourceIds.some((id) => suffix === id || suffix.startsWith(`${id}_`))
    );
    expect(strangers).toEqual([]);
  });

  it.each(pipelines)('$id has a unique tag on every processor', ({ body }) => {
    const tags = allProcessors(body).map(({ options }) => options.tag);
    expect(tags.filter((tag) => typeof tag !== 'string' || !/^[a-z0-9_]+$/.test(tag))).toEqual([]);
    expect(new Set(tags).size).toBe(tags.length);
  });

  it.each(pipelines)('$id says what it does', ({ body }) => {
    expect(body.description).toEqual(expect.any(String));
    expect(body._meta).toMatchObject({ managed_by: 'vishing' });
  });

  // An embedded node has no template engine: a template would be stored as it stands.
  it.each(pipelines)('$id uses no template', ({ body }) => {
    expect(JSON.stringify(body)).not.toContain('{{');
  });

  it.each(pipelines)('$id uses processors that every node has', ({ body }) => {
    const known = ['append', 'csv', 'dot_expander', 'drop', 'json', 'pipeline', 'remove', 'script'];
    const types = new Set(allProcessors(body).map(({ type }) => type));
    expect([...types].filter((type) => ![...known, 'set'].includes(type))).toEqual([]);
  });

  it('handle failures in one place, the router', () => {
    const handlers = pipelines.filter(({ body }) => body.on_failure !== undefined);
    expect(handlers.map(({ id }) => id)).toEqual([CALL_ROUTER_PIPELINE]);
  });

  it('note processor, tag, message and pipeline of a failure', () => {
    const notes = processorsOf(router?.body.on_failure).map(({ options }) => options.copy_from);
    for (const name of [
      'on_failure_message',
      'on_failure_processor_type',
      'on_failure_processor_tag',
      'on_failure_pipeline',
      'pipeline',
    ]) {
      expect(notes).toContain(`_ingest.${name}`);
    }
  });

  it('call every source from the router, which knows their names', () => {
    const text = JSON.stringify(router?.body);
    for (const id of sourceIds) {
      expect(text).toContain(`ctx.event.provider == '${id}'`);
      expect(text).toContain(`"${CALL_ROUTER_PIPELINE}.${id}"`);
    }
    const check = processorsOf(router?.body.processors).find(
      ({ options }) => options.tag === 'refuse_unreadable_envelope'
    );
    expect(check?.options.params).toEqual({ providers: sourceIds });
  });
});

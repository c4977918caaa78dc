import type { HttpRequest, InstalledRule, SendRequest } from '../../common/detection_engine/client';
import type { CompiledRule } from '../../common/api/setup';

/** An answer of Kibana with an error status, as its browser client throws it. */
export class HttpError extends Error {
  readonly response: { readonly status: number };
  readonly body: { readonly message: string };

  constructor(status: number, message: string) {
    super(message);
    this.response = { status };
    this.body = { message };
  }
}

/** A Detection Engine in memory: the behaviour of its routes that installations depend on. */
export class FakeDetectionEngine {
  readonly rules = new Map<string, InstalledRule>();
  readonly requests: HttpRequest[] = [];
  /** Thrown for matching requests instead of an answer. */
  failWith: (request: HttpRequest) => Error | undefined = () => undefined;
  private nextId = 1;

  /** `T` is what the caller expects of the route, as with every HTTP client. */
  readonly send: SendRequest = <T>(request: HttpRequest): Promise<T> => {
    this.requests.push(request);
    const failure = this.failWith(request);
    if (failure) return Promise.reject(failure);
    try {
      return Promise.resolve(this.answer(request) as T);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };

  countOf(method: HttpRequest['method']): number {
    return this.requests.filter((request) => request.method === method).length;
  }

  /** Changes a stored rule as a person does in Kibana, whose pages replace `meta`. */
  edit(ruleId: string, change: Partial<InstalledRule>, keepMeta = false): void {
    const rule = this.stored(ruleId);
    const meta = keepMeta ? rule.meta : { kibana_siem_app_url: 'x' };
    this.rules.set(ruleId, { ...rule, meta, ...change });
  }

  stored(ruleId: string): InstalledRule {
    const rule = this.rules.get(ruleId);
    if (!rule) throw new HttpError(404, `rule_id: "${ruleId}" not found`);
    return rule;
  }

  private answer({ method, path, query = {}, body }: HttpRequest): unknown {
    if (method === 'GET' && path.endsWith('/_find')) return this.find(query);
    if (method === 'POST' && path.endsWith('/rules')) return this.create(body as CompiledRule);
    if (method === 'PUT' && path.endsWith('/rules')) return this.replace(body as CompiledRule);
    return {};
  }

  private find({
    filter = '',
    page = '1',
    per_page: perPage = '20',
  }: HttpRequest['query'] & object): unknown {
    const tag = /tags: "(.*)"/.exec(filter)?.[1] ?? '';
    const all = [...this.rules.values()].filter(({ tags }) => tags.includes(tag));
    const start = (Number(page) - 1) * Number(perPage);
    return { page, total: all.length, data: all.slice(start, start + Number(perPage)) };
  }

  private create(rule: CompiledRule): InstalledRule {
    if (this.rules.has(rule.rule_id))
      throw new HttpError(409, `rule_id: "${rule.rule_id}" already exists`);
    const id = `object-${(this.nextId += 1)}`;
    const stored = { exceptions_list: [], actions: [], references: [], ...rule, id, revision: 0 };
    this.rules.set(rule.rule_id, stored);
    return stored;
  }

  private replace(rule: CompiledRule): InstalledRule {
    const { id, revision } = this.stored(rule.rule_id);
    const stored = { exceptions_list: [], actions: [], ...rule, id, revision: revision + 1 };
    this.rules.set(rule.rule_id, stored);
    return stored;
  }
}

import type { z } from 'zod';

/** The contract of one route, shared by server and browser. Field names on the wire are snake_case. */
export interface ApiDefinition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With Kibana's placeholders, such as `/internal/vishing/calls/{call_id}`. */
  readonly path: string;
  readonly summary: string;
  readonly privilege: string;
  /**
   * What people get who may not see personal data: the answer with numbers and names masked (when absent), a refusal
   * where only the whole would be of use, or the answer as it is because it names nobody.
   */
  readonly personal?: 'masked' | 'refused' | 'none';
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
}

/** Checks the shape of a route's contract; it changes nothing. */
export const defineApi = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  definition: ApiDefinition<Params, Query, Body, Response>
): ApiDefinition<Params, Query, Body, Response> => definition;

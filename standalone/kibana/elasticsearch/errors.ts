import { errors } from '@elastic/elasticsearch';

/** HTTP status of an answer that came back as an error. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof errors.ResponseError ? error.statusCode : undefined;

/** True when no answer came at all: Elasticsearch is down, starting, or not there. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof errors.ConnectionError ||
  error instanceof errors.NoLivingConnectionsError ||
  error instanceof errors.TimeoutError ||
  statusOf(error) === 503;

/** The sentence for a person when Elasticsearch does not answer. */
export const unreachableSentence = (url: string): string =>
  `Elasticsearch at ${url} does not answer. Start it or check the address; this works again by itself as soon as it does.`;

/** Elasticsearch's own reason, else the error's message. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof errors.ResponseError) {
    const body: unknown = error.meta.body;
    const reason = readReason(body);
    if (reason) return reason;
  }
  return error instanceof Error ? error.message : String(error);
};

const readReason = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('reason' in error)) return undefined;
  return typeof error.reason === 'string' ? error.reason : undefined;
};

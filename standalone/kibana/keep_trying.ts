import type { Logger } from '../../server/kibana';

const RETRY_MS = 2000;

/**
 * Does something that needs Elasticsearch, again and again until it works.
 * @returns `firstTry` ends after the first attempt, whether it worked or not
 */
export const keepTrying = (
  what: string,
  attempt: () => Promise<void>,
  log: Logger
): { readonly firstTry: Promise<void>; stop(): void } => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const tryOnce = async (): Promise<void> => {
    try {
      await attempt();
    } catch (error) {
      log.warn(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
      if (!stopped) timer = setTimeout(() => void tryOnce(), RETRY_MS).unref();
    }
  };
  return {
    firstTry: tryOnce(),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

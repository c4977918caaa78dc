import { useCallback, useEffect, useState } from 'react';
import { isAbort, toApiError, type ApiError } from './api_error';

/** The states of one fetch. While it is repeated, the last data stays. */
export interface QueryState<T> {
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  /** True from the first moment until an answer or a failure, and again while repeating. */
  readonly isLoading: boolean;
  reload(): void;
}

interface Settled<T> {
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  readonly isLoading: boolean;
}

/**
 * Fetches when `load` changes and on `reload()`; an older answer never overwrites a newer one, and leaving the page
 * aborts. @param load must be stable (`useCallback`); it gets the signal to pass on
 */
export const useQuery = <T>(load: (signal: AbortSignal) => Promise<T>): QueryState<T> => {
  const [state, setState] = useState<Settled<T>>({
    data: undefined,
    error: undefined,
    isLoading: true,
  });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    setState(({ data }) => ({ data, error: undefined, isLoading: true }));
    load(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setState({ data, error: undefined, isLoading: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted || isAbort(error)) return;
        setState(({ data }) => ({ data, error: toApiError(error), isLoading: false }));
      }
    );
    return () => controller.abort();
  }, [load, round]);

  const reload = useCallback(() => setRound((count) => count + 1), []);
  return { ...state, reload };
};

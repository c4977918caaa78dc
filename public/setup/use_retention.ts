import { useCallback, useEffect, useState } from 'react';
import {
  getRetention,
  previewRetention,
  putRetention,
  type RetentionPreview,
  type RetentionSettings,
  type RetentionStatus,
} from '../../common/api/retention';
import { toApiError } from '../api/api_error';
import { callApi } from '../api/call_api';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';

const POLL_MS = 3000;

/** The settings as they are stored; asks again while a run is in progress. */
export const useRetention = (): QueryState<RetentionStatus> => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getRetention, { signal }),
    [core]
  );
  const query = useQuery(load);
  const { data, reload } = query;
  useEffect(() => {
    if (data?.running_since === undefined) return;
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [data, reload]);
  return query;
};

export interface RetentionChange {
  /** Waits for a decision: what saving would delete. */
  readonly preview: RetentionPreview | undefined;
  readonly isBusy: boolean;
  readonly error: string | undefined;
  ask(settings: RetentionSettings): Promise<void>;
  save(settings: RetentionSettings): Promise<void>;
  cancel(): void;
}

/** Saving in two steps: first what would go, then the decision. */
export const useRetentionChange = (onSaved: () => void): RetentionChange => {
  const { core } = useServices();
  const [preview, setPreview] = useState<RetentionPreview>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (reason) {
      setError(toApiError(reason).message);
    } finally {
      setBusy(false);
    }
  };
  return {
    preview,
    isBusy,
    error,
    ask: (settings) =>
      attempt(async () => {
        setPreview(await callApi(core.http, previewRetention, { body: { settings } }));
      }),
    save: (settings) =>
      attempt(async () => {
        setPreview(undefined);
        await callApi(core.http, putRetention, { body: { settings } });
        onSaved();
      }),
    cancel: () => setPreview(undefined),
  };
};

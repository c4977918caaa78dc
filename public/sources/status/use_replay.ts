import { useCallback, useEffect, useRef, useState } from 'react';
import { replayFailures } from '../../../common/api/sources';
import type { Site } from '../../../common/model/call';
import { isAbort, toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { useServices } from '../../shared/services';

export interface ReplayProgress {
  readonly read: number;
  readonly repaired: number;
  /** Failures there were when it began. */
  readonly total: number;
}

export interface Replay {
  readonly phase: 'idle' | 'running' | 'done' | 'stopped';
  readonly progress: ReplayProgress;
  /** Why it stopped. */
  readonly error: string | undefined;
  start(settings: Partial<Omit<Site, 'id'>>): Promise<void>;
  cancel(): void;
}

const NOTHING: ReplayProgress = { read: 0, repaired: 0, total: 0 };

/** Reads the failed records of one source and site again, batch by batch; leaving the page stops it between two batches. */
export const useReplay = (source: string, site: string): Replay => {
  const { core } = useServices();
  const [phase, setPhase] = useState<Replay['phase']>('idle');
  const [progress, setProgress] = useState(NOTHING);
  const [error, setError] = useState<string>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    async (settings: Partial<Omit<Site, 'id'>>) => {
      const { signal } = (controller.current = new AbortController());
      const before = new Date().toISOString();
      setPhase('running');
      setError(undefined);
      let state = NOTHING;
      let after: (string | number)[] | undefined;
      try {
        do {
          const answer = await callApi(core.http, replayFailures, {
            body: { source, site, settings, before, ...(after === undefined ? {} : { after }) },
            signal,
          });
          after = answer.next;
          state = {
            read: state.read + answer.read,
            repaired: state.repaired + answer.repaired,
            total: Math.max(state.total, answer.total),
          };
          setProgress(state);
        } while (after !== undefined && !signal.aborted);
        setPhase('done');
      } catch (reason) {
        if (isAbort(reason)) return;
        setError(toApiError(reason).message);
        setPhase('stopped');
      }
    },
    [core, source, site]
  );
  const cancel = useCallback(() => {
    controller.current?.abort();
    setPhase('done');
  }, []);
  return { phase, progress, error, start, cancel };
};

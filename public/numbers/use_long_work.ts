import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbort, toApiError } from '../api/api_error';
import { UnreadableFileError } from '../shared/file_text';

/** Work in parts that shows how far it is and can be cancelled. */
export interface LongWork<Progress> {
  readonly phase: 'idle' | 'running' | Outcome;
  readonly progress: Progress | undefined;
  /** Why it failed. */
  readonly error: string | undefined;
  /** Never throws. */
  start(work: Work<Progress>): Promise<Outcome>;
  cancel(): void;
  reset(): void;
}

export type Outcome = 'done' | 'cancelled' | 'failed';

type Work<Progress> = (options: {
  readonly signal: AbortSignal;
  tell(progress: Progress): void;
}) => Promise<void>;

/** The page is drawn at most so often. */
const DRAW_EVERY_MS = 200;

const messageOf = (reason: unknown): string =>
  reason instanceof UnreadableFileError ? reason.message : toApiError(reason).message;

/** Runs one piece of long work at a time; leaving the page cancels it. */
export const useLongWork = <Progress>(): LongWork<Progress> => {
  const [phase, setPhase] = useState<LongWork<Progress>['phase']>('idle');
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<string>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(async (work: Work<Progress>): Promise<Outcome> => {
    const { signal } = (controller.current = new AbortController());
    let latest: Progress | undefined;
    let drawnMs = 0;
    const tell = (next: Progress): void => {
      latest = next;
      const nowMs = performance.now();
      if (nowMs - drawnMs < DRAW_EVERY_MS) return;
      drawnMs = nowMs;
      setProgress(next);
    };
    setPhase('running');
    setError(undefined);
    setProgress(undefined);
    let outcome: Outcome = 'done';
    try {
      await work({ signal, tell });
    } catch (reason) {
      outcome = signal.aborted || isAbort(reason) ? 'cancelled' : 'failed';
      if (outcome === 'failed') setError(messageOf(reason));
    }
    setProgress(latest);
    setPhase(outcome);
    return outcome;
  }, []);
  const cancel = useCallback(() => controller.current?.abort(), []);
  const reset = useCallback(() => {
    controller.current?.abort();
    setPhase('idle');
    setProgress(undefined);
    setError(undefined);
  }, []);
  return { phase, progress, error, start, cancel, reset };
};

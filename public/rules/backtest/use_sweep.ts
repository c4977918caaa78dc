import { useCallback, useEffect, useRef, useState } from 'react';
import type { BacktestAlert } from '../../../common/api/backtest';
import type { TunedValues } from '../../../common/model/tuning';
import { isAbort, toApiError } from '../../api/api_error';
import type { AbsoluteRange } from '../../shared/url/time_range';
import type { BacktestClient } from './backtest_client';
import { foundOf } from './compare';
import { partsOf } from './parts';
import { runParts } from './run_parts';

export interface SweepPoint {
  readonly value: string | number;
  readonly alerts: number;
  readonly found: number;
  readonly truncated: boolean;
}

export interface Sweep {
  readonly parameterId: string;
  readonly isRunning: boolean;
  readonly reason?: string;
  readonly done: number;
  readonly total: number;
  readonly points: readonly SweepPoint[];
}

interface Start {
  readonly parameterId: string;
  readonly candidates: readonly (string | number)[];
  readonly range: AbsoluteRange;
  readonly values: TunedValues;
  readonly confirmed: readonly string[];
}

export interface SweepControl {
  readonly sweep: Sweep | undefined;
  run(start: Start): void;
  cancel(): void;
}

/** Runs the back-test once for each value of one parameter. */
export const useSweep = (client: BacktestClient): SweepControl => {
  const [sweep, setSweep] = useState<Sweep>();
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), [client]);

  const runAll = useCallback(
    async (start: Start, signal: AbortSignal): Promise<void> => {
      const { parameterId, candidates, range, values, confirmed } = start;
      const update = (change: (state: Sweep) => Sweep): void => {
        if (!signal.aborted) setSweep((state) => state && change(state));
      };
      try {
        for (const value of candidates) {
          const alerts: BacktestAlert[] = [];
          let truncated = false;
          const tried = { ...values, [parameterId]: value };
          await runParts(
            partsOf(range),
            (part) => client.run({ values: tried, part, signal, withRates: false }),
            (result) => {
              alerts.push(...result.alerts);
              truncated ||= result.truncated;
              update((state) => ({ ...state, done: state.done + 1 }));
            }
          );
          signal.throwIfAborted();
          const found = foundOf(alerts, confirmed);
          const point = { value, alerts: alerts.length, found, truncated };
          update((state) => ({ ...state, points: [...state.points, point] }));
        }
        update((state) => ({ ...state, isRunning: false }));
      } catch (error) {
        if (isAbort(error)) return;
        const reason = toApiError(error).message;
        update((state) => ({ ...state, isRunning: false, reason }));
      }
    },
    [client]
  );

  const run = useCallback(
    (start: Start): void => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const total = start.candidates.length * partsOf(start.range).length;
      const { parameterId } = start;
      setSweep({ parameterId, isRunning: true, done: 0, total, points: [] });
      void runAll(start, controller.signal);
    },
    [runAll]
  );

  const cancel = useCallback((): void => {
    running.current?.abort();
    setSweep((state) => state && { ...state, isRunning: false });
  }, []);
  return { sweep, run, cancel };
};

import { useCallback, useEffect, useRef, useState } from 'react';
import {
  getBacktestGround,
  type BacktestAlert,
  type BacktestGround,
  type BacktestRates,
} from '../../../common/api/backtest';
import type { TunedValues } from '../../../common/model/tuning';
import { isAbort, toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { useServices } from '../../shared/services';
import type { AbsoluteRange, PickedRange } from '../../shared/url/time_range';
import { sameValues, type BacktestClient, type PartResult } from './backtest_client';
import { partsOf } from './parts';
import { runParts } from './run_parts';

/** What is known so far of one back-test. */
export interface Backtest {
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  /** Why it stopped. */
  readonly reason?: string;
  readonly range: AbsoluteRange;
  /** The range as it was chosen. */
  readonly picked: PickedRange;
  readonly values: TunedValues;
  readonly done: number;
  readonly total: number;
  /** Of the parts that are done together. */
  readonly readMs: number;
  readonly tried: readonly BacktestAlert[];
  /** With the values in force; absent when those are tried. */
  readonly present: readonly BacktestAlert[] | undefined;
  readonly truncated: boolean;
  readonly rates: BacktestRates | undefined;
  readonly ground?: BacktestGround;
  readonly groundReason?: string;
}

interface Start {
  readonly range: AbsoluteRange;
  readonly picked: PickedRange;
  readonly values: TunedValues;
  readonly current: TunedValues;
}

const addRates = (
  a: BacktestRates | undefined,
  b: BacktestRates | undefined
): BacktestRates | undefined =>
  b ? { events: (a?.events ?? 0) + b.events, calls: (a?.calls ?? 0) + b.calls } : a;

interface PartAnswers {
  readonly mine: PartResult;
  readonly present: PartResult | undefined;
}

const withPart = (
  state: Backtest,
  { from, to }: AbsoluteRange,
  { mine, present }: PartAnswers
): Backtest => ({
  ...state,
  done: state.done + 1,
  readMs: state.readMs + Date.parse(to) - Date.parse(from),
  tried: [...state.tried, ...mine.alerts],
  present: present && [...(state.present ?? []), ...present.alerts],
  truncated: state.truncated || mine.truncated || present?.truncated === true,
  rates: addRates(state.rates, mine.rates),
});

export interface BacktestControl {
  readonly backtest: Backtest | undefined;
  run(start: Start): void;
  cancel(): void;
}

/** Runs back-tests part by part, newest first, two at a time; a new one ends the one before, and so does leaving the page. */
export const useBacktest = (ruleId: string, client: BacktestClient): BacktestControl => {
  const { core, zone } = useServices();
  const [backtest, setBacktest] = useState<Backtest>();
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), [client]);

  const update = useCallback((signal: AbortSignal, change: (state: Backtest) => Backtest): void => {
    if (!signal.aborted) setBacktest((state) => state && change(state));
  }, []);

  const readGround = useCallback(
    async ({ range }: Start, signal: AbortSignal): Promise<void> => {
      try {
        const body = { ...range, timezone: zone };
        const params = { rule_id: ruleId };
        const ground = await callApi(core.http, getBacktestGround, { params, body, signal });
        update(signal, (state) => ({ ...state, ground }));
      } catch (error) {
        if (isAbort(error)) return;
        update(signal, (state) => ({ ...state, groundReason: toApiError(error).message }));
      }
    },
    [core, ruleId, update, zone]
  );

  const runAll = useCallback(
    async ({ range, values, current }: Start, signal: AbortSignal): Promise<void> => {
      const same = sameValues(values, current);
      const ask = async (part: AbsoluteRange): Promise<PartAnswers> => {
        const mine = await client.run({ values, part, signal, withRates: true });
        // Not at the same time: what both have in common is remembered from the first one.
        const present = same
          ? undefined
          : await client.run({ values: current, part, signal, withRates: false });
        signal.throwIfAborted();
        return { mine, present };
      };
      try {
        await runParts(partsOf(range), ask, (answers, part) =>
          update(signal, (state) => withPart(state, part, answers))
        );
        update(signal, (state) => ({ ...state, status: 'done' }));
      } catch (error) {
        if (isAbort(error)) return;
        update(signal, (state) => ({
          ...state,
          status: 'failed',
          reason: toApiError(error).message,
        }));
      }
    },
    [client, update]
  );

  const run = useCallback(
    (start: Start): void => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setBacktest({
        ...{ status: 'running', range: start.range, picked: start.picked, values: start.values },
        ...{
          done: 0,
          total: partsOf(start.range).length,
          readMs: 0,
          tried: [],
          present: undefined,
        },
        ...{ truncated: false, rates: undefined },
      });
      void runAll(start, controller.signal);
      void readGround(start, controller.signal);
    },
    [readGround, runAll]
  );

  const cancel = useCallback((): void => {
    running.current?.abort();
    setBacktest((state) => state && { ...state, status: 'cancelled' });
  }, []);

  return { backtest, run, cancel };
};

import { useCallback, useMemo } from 'react';
import {
  getRuleActivity,
  getRules,
  type RuleActivity,
  type RuleEntry,
} from '../../common/api/rules';
import { getCoverage } from '../../common/api/coverage';
import { dataRange, lackingRules, waitingRules } from '../../common/coverage/lacking';
import type { InstalledRule } from '../../common/detection_engine/client';
import { isAbort, toApiError, type ApiError } from '../api/api_error';
import { callApi } from '../api/call_api';
import { createBrowserDetectionEngine } from '../api/detection_engine';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';

/** Days of alerts beside each rule. */
const ACTIVITY_DAYS = 14;
const DAY_MS = 86_400_000;

/** What the list of rules shows; a part that failed leaves its error, and the others stay. */
export interface Rules {
  readonly entries: readonly RuleEntry[];
  readonly installed?: readonly InstalledRule[];
  readonly engineError?: ApiError;
  readonly activity: readonly RuleActivity[];
  readonly activityError?: ApiError;
  /** By rule id, the data that had no record lately. */
  readonly lacking?: ReadonlyMap<string, readonly string[]>;
  /** By rule id, the data that the rule waits for before it is switched on. */
  readonly waiting?: ReadonlyMap<string, readonly string[]>;
  readonly coverageError?: ApiError;
}

type Part<T> = { readonly value: T } | { readonly error: ApiError };

const attempt = async <T>(work: Promise<T>): Promise<Part<T>> => {
  try {
    return { value: await work };
  } catch (error) {
    if (isAbort(error)) throw error;
    return { error: toApiError(error) };
  }
};

/** The shipped rules, Kibana's rules, and what they found lately. */
export const useRules = (): QueryState<Rules> => {
  const { core, zone } = useServices();
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Rules> => {
      const nowMs = Date.now();
      const query = {
        from: new Date(nowMs - (ACTIVITY_DAYS - 1) * DAY_MS).toISOString(),
        to: new Date(nowMs).toISOString(),
        timezone: zone,
      };
      const [{ rules: entries }, installed, activity, coverage] = await Promise.all([
        callApi(core.http, getRules, { signal }),
        attempt(engine.findOurRules()),
        attempt(callApi(core.http, getRuleActivity, { query, signal })),
        attempt(callApi(core.http, getCoverage, { query: dataRange(nowMs), signal })),
      ]);
      return {
        entries,
        ...('value' in installed
          ? { installed: installed.value }
          : { engineError: installed.error }),
        ...('value' in activity
          ? { activity: activity.value.rules }
          : { activity: [], activityError: activity.error }),
        ...('value' in coverage
          ? { lacking: lackingRules(coverage.value), waiting: waitingRules(coverage.value) }
          : { coverageError: coverage.error }),
      };
    },
    [core, engine, zone]
  );
  return useQuery(load);
};

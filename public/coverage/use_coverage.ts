import { useCallback, useMemo } from 'react';
import { getCoverage, type Coverage } from '../../common/api/coverage';
import type { InstalledRule } from '../../common/detection_engine/client';
import { isAbort, toApiError, type ApiError } from '../api/api_error';
import { callApi } from '../api/call_api';
import { createBrowserDetectionEngine } from '../api/detection_engine';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';
import type { AbsoluteRange } from '../shared/url/time_range';
import type { RuleRun } from '../../common/coverage/world';

/** What the page shows; when Kibana does not say which rules run, the rest stays. */
export interface CoverageAndRuns {
  readonly coverage: Coverage;
  readonly runs?: ReadonlyMap<string, RuleRun>;
  readonly engineError?: ApiError;
}

const toRuns = (installed: readonly InstalledRule[]): ReadonlyMap<string, RuleRun> =>
  new Map(installed.map(({ rule_id: id, enabled }) => [id, enabled ? 'enabled' : 'disabled']));

/** What rules and signals need and have in the range, and which rules run in Kibana. */
export const useCoverage = ({ from, to }: AbsoluteRange): QueryState<CoverageAndRuns> => {
  const { core } = useServices();
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const load = useCallback(
    async (signal: AbortSignal): Promise<CoverageAndRuns> => {
      const rules = engine.findOurRules().then(
        (installed) => ({ runs: toRuns(installed) }),
        (error: unknown) => {
          if (isAbort(error)) throw error;
          return { engineError: toApiError(error) };
        }
      );
      const [coverage, found] = await Promise.all([
        callApi(core.http, getCoverage, { query: { from, to }, signal }),
        rules,
      ]);
      return { coverage, ...found };
    },
    [core, engine, from, to]
  );
  return useQuery(load);
};

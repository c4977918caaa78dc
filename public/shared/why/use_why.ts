import { useCallback } from 'react';
import { askWhyNot, type WhyAnswer } from '../../../common/api/why';
import type { TunedValues } from '../../../common/model/tuning';
import { callApi } from '../../api/call_api';
import { useQuery, type QueryState } from '../../api/use_query';
import { useServices } from '../services';
import { useDebounced } from '../use_debounced';

/** While somebody types, the question waits. */
const WAIT_MS = 300;

/** Why a rule did not alert on a call. @param values in place of the saved ones */
export const useWhy = (
  ruleId: string,
  callId: string,
  values: TunedValues | undefined
): QueryState<WhyAnswer> => {
  const { core } = useServices();
  const body = useDebounced(JSON.stringify(values ? { values } : {}), WAIT_MS);
  const load = useCallback(
    (signal: AbortSignal) =>
      callApi(core.http, askWhyNot, {
        params: { rule_id: ruleId, call_id: callId },
        body: JSON.parse(body) as { values?: TunedValues },
        signal,
      }),
    [body, callId, core, ruleId]
  );
  return useQuery(load);
};

import { useCallback, useMemo, useState } from 'react';
import {
  readEdits,
  tuneRule,
  type ReadEdits,
  type RuleDetails,
} from '../../../../common/api/rules';
import type { InstalledRule } from '../../../../common/detection_engine/client';
import { replaceRule } from '../../../../common/detection_engine/install_rules';
import { severitySchema } from '../../../../common/model/alert';
import { toApiError } from '../../../api/api_error';
import { callApi } from '../../../api/call_api';
import { createBrowserDetectionEngine } from '../../../api/detection_engine';
import { useQuery, type QueryState } from '../../../api/use_query';
import { useServices } from '../../../shared/services';
import { t } from './translations';

/** What the person's edit comes to in values of parameters. */
export const useEdits = (rule: RuleDetails, installed: InstalledRule): QueryState<ReadEdits> => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) => {
      const { query, interval, building_block_type: block } = installed as Record<string, unknown>;
      return callApi(core.http, readEdits, {
        params: { rule_id: rule.rule_id },
        body: {
          query: String(query),
          interval: String(interval),
          severity: severitySchema.catch(rule.severity).parse(installed.severity),
          ...(typeof block === 'string' ? { building_block_type: block } : {}),
        },
        signal,
      });
    },
    [core, installed, rule.rule_id, rule.severity]
  );
  return useQuery(load);
};

export interface TakeOver {
  readonly isRunning: boolean;
  /** Puts our rule in the place of theirs. @param edits their values, which are saved first */
  run(edits?: ReadEdits): Promise<void>;
}

/** Ends an edit in Kibana; says what it did. */
export const useTakeOver = (
  rule: RuleDetails,
  installed: InstalledRule,
  onDone: () => void
): TakeOver => {
  const { core } = useServices();
  const { toasts } = core.notifications;
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const [isRunning, setRunning] = useState(false);
  const run = useCallback(
    async (edits?: ReadEdits): Promise<void> => {
      setRunning(true);
      try {
        const { compiled } = edits
          ? await callApi(core.http, tuneRule, {
              params: { rule_id: rule.rule_id },
              body: { ...edits.tuning, note: t('vishing.edited.takenOverNote'), token: rule.token },
            })
          : rule;
        await replaceRule(engine, compiled, installed);
        toasts.addSuccess({ title: t('vishing.edited.takenOverTitle') });
        onDone();
      } catch (error) {
        toasts.addDanger({
          title: t('vishing.edited.notTakenOverTitle'),
          text: toApiError(error).message,
        });
      } finally {
        setRunning(false);
      }
    },
    [core, engine, installed, onDone, rule, toasts]
  );
  return { isRunning, run };
};

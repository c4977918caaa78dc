import { useCallback, useMemo, useState } from 'react';
import { getRule, tuneRule, type RuleDetails } from '../../../common/api/rules';
import { installRules } from '../../../common/detection_engine/install_rules';
import type { Tuning } from '../../../common/model/tuning';
import { toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { createBrowserDetectionEngine } from '../../api/detection_engine';
import { useQuery, type QueryState } from '../../api/use_query';
import { useServices } from '../../shared/services';
import { t } from '../translations';

/** One rule with its parameters and history. */
export const useRule = (ruleId: string): QueryState<RuleDetails> => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getRule, { params: { rule_id: ruleId }, signal }),
    [core, ruleId]
  );
  return useQuery(load);
};

export interface SaveRule {
  readonly isSaving: boolean;
  /** @returns true when the values were saved, whether or not Kibana took the rule */
  save(rule: RuleDetails, tuning: Tuning, note: string): Promise<boolean>;
}

/** Saves values, then brings the rule in Kibana up to date; says which of both was done. */
export const useSaveRule = (): SaveRule => {
  const { core } = useServices();
  const { toasts } = core.notifications;
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const [isSaving, setSaving] = useState(false);

  const apply = useCallback(
    async ({ compiled }: RuleDetails): Promise<void> => {
      try {
        const installed = await engine.findOurRules();
        if (!installed.some(({ rule_id: id }) => id === compiled.rule_id)) {
          toasts.addWarning({ title: t('vishing.rules.savedNotInstalledTitle') });
          return;
        }
        const [result] = await installRules(engine, [compiled]);
        if (result?.reason === undefined)
          toasts.addSuccess({ title: t('vishing.rules.savedTitle') });
        else
          toasts.addWarning({
            title: t('vishing.rules.savedNotAppliedTitle'),
            text: result.reason,
          });
      } catch (error) {
        const { message: text } = toApiError(error);
        toasts.addWarning({ title: t('vishing.rules.savedNotAppliedTitle'), text });
      }
    },
    [engine, toasts]
  );

  const save = useCallback(
    async (rule: RuleDetails, tuning: Tuning, note: string): Promise<boolean> => {
      setSaving(true);
      try {
        const saved = await callApi(core.http, tuneRule, {
          params: { rule_id: rule.rule_id },
          body: { ...tuning, note, token: rule.token },
        });
        await apply(saved);
        return true;
      } catch (error) {
        toasts.addDanger({
          title: t('vishing.rules.notSavedTitle'),
          text: toApiError(error).message,
        });
        return false;
      } finally {
        setSaving(false);
      }
    },
    [apply, core, toasts]
  );
  return { isSaving, save };
};

import { useCallback, useMemo, useState } from 'react';
import { endException, exceptPair, type RuleDetails } from '../../../common/api/rules';
import { installRules } from '../../../common/detection_engine/install_rules';
import type { NewException } from '../../../common/model/exception';
import { toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { createBrowserDetectionEngine } from '../../api/detection_engine';
import { useServices } from '../services';
import { t } from './translations';

export interface ExceptionActions {
  readonly isBusy: boolean;
  /** @returns true when it was saved, whether or not Kibana took the rule */
  add(ruleId: string, exception: NewException): Promise<boolean>;
  remove(ruleId: string, exceptionId: string): Promise<boolean>;
}

/** Saves an exception, then brings the rule in Kibana up to date; says which of both was done. */
export const useExceptions = (): ExceptionActions => {
  const { core } = useServices();
  const { toasts } = core.notifications;
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const [isBusy, setBusy] = useState(false);

  const apply = useCallback(
    async ({ compiled }: RuleDetails, title: string): Promise<void> => {
      try {
        const installed = await engine.findOurRules();
        if (!installed.some(({ rule_id: id }) => id === compiled.rule_id)) {
          toasts.addWarning({ title: t('vishing.exceptions.notInstalledTitle') });
          return;
        }
        const [result] = await installRules(engine, [compiled]);
        if (result?.reason === undefined) toasts.addSuccess({ title });
        else
          toasts.addWarning({
            title: t('vishing.exceptions.notAppliedTitle'),
            text: result.reason,
          });
      } catch (error) {
        const { message: text } = toApiError(error);
        toasts.addWarning({ title: t('vishing.exceptions.notAppliedTitle'), text });
      }
    },
    [engine, toasts]
  );

  const change = useCallback(
    async (
      save: () => Promise<RuleDetails>,
      titles: { done: string; failed: string }
    ): Promise<boolean> => {
      setBusy(true);
      try {
        await apply(await save(), titles.done);
        return true;
      } catch (error) {
        toasts.addDanger({ title: titles.failed, text: toApiError(error).message });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [apply, toasts]
  );

  return {
    isBusy,
    add: (ruleId, body) =>
      change(() => callApi(core.http, exceptPair, { params: { rule_id: ruleId }, body }), {
        done: t('vishing.exceptions.savedTitle'),
        failed: t('vishing.exceptions.notSavedTitle'),
      }),
    remove: (ruleId, exceptionId) =>
      change(
        () =>
          callApi(core.http, endException, {
            params: { rule_id: ruleId, exception_id: exceptionId },
          }),
        {
          done: t('vishing.exceptions.removedTitle'),
          failed: t('vishing.exceptions.notRemovedTitle'),
        }
      ),
  };
};

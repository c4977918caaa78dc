import { useCallback, useMemo, useState } from 'react';
import { installRules } from '../../../common/detection_engine/install_rules';
import { toApiError } from '../../api/api_error';
import { createBrowserDetectionEngine } from '../../api/detection_engine';
import { useServices } from '../../shared/services';
import { t } from '../translations';
import type { RuleRow } from './rule_rows';

export interface RuleActions {
  readonly isRunning: boolean;
  install(rows: readonly RuleRow[]): Promise<void>;
  setEnabled(rows: readonly RuleRow[], enabled: boolean): Promise<void>;
}

/** What can be done with several rules at once; says what it did, and reads the list again. */
export const useRuleActions = (onChanged: () => void): RuleActions => {
  const { core } = useServices();
  const { toasts } = core.notifications;
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const [isRunning, setRunning] = useState(false);

  const run = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      setRunning(true);
      try {
        await work();
      } catch (error) {
        toasts.addDanger({
          title: t('vishing.rules.actionFailedTitle'),
          text: toApiError(error).message,
        });
      } finally {
        setRunning(false);
        onChanged();
      }
    },
    [onChanged, toasts]
  );

  const install = useCallback(
    (rows: readonly RuleRow[]) =>
      run(async () => {
        const results = await installRules(
          engine,
          rows.map(({ offer }) => offer)
        );
        const count = (wanted: string): number =>
          results.filter(({ result }) => result === wanted).length;
        for (const { name, reason } of results.filter(({ result }) => result === 'failed')) {
          toasts.addDanger({ title: t('vishing.rules.failedTitle', { name }), text: reason });
        }
        if (count('failed') === results.length) return;
        toasts.addSuccess({
          title: t('vishing.rules.installedTitle', {
            installed: count('installed'),
            updated: count('updated'),
            unchanged: count('unchanged'),
          }),
        });
      }),
    [engine, run, toasts]
  );

  const setEnabled = useCallback(
    (rows: readonly RuleRow[], enabled: boolean) =>
      run(async () => {
        const ids = rows.flatMap(({ installed }) => (installed ? [installed.id] : []));
        if (ids.length === 0) {
          toasts.addWarning({ title: t('vishing.rules.notInstalledTitle') });
          return;
        }
        await engine.setEnabled(ids, enabled);
        toasts.addSuccess({
          title: t(enabled ? 'vishing.rules.enabledTitle' : 'vishing.rules.disabledTitle', {
            count: ids.length,
          }),
        });
      }),
    [engine, run, toasts]
  );
  return { isRunning, install, setEnabled };
};

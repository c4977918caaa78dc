import { useCallback, useMemo, useState } from 'react';
import { createBrowserDetectionEngine } from '../../api/detection_engine';
import type { CallAlert, WorkflowStatus } from '../../../common/model/alert';
import { useServices } from '../services';
import { t } from './translations';

/** What an action needs to know of a call: its alerts. */
export interface CallWithAlerts {
  readonly alerts: readonly CallAlert[];
}

export interface AlertStatusActions {
  readonly isBusy: boolean;
  /** Gives every alert of the calls this status, says how it went, and then calls `onChanged`. */
  setStatus(
    calls: readonly CallWithAlerts[],
    status: WorkflowStatus,
    reason?: string
  ): Promise<void>;
}

/** Changing the status of calls, as Kibana's own alert table does it. */
export const useAlertStatus = (onChanged: () => void): AlertStatusActions => {
  const { core } = useServices();
  const [isBusy, setBusy] = useState(false);
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const { toasts } = core.notifications;

  const setStatus = useCallback<AlertStatusActions['setStatus']>(
    async (calls, status, reason) => {
      const ids = calls.flatMap(({ alerts }) => alerts.map(({ id }) => id));
      if (ids.length === 0) {
        toasts.addWarning({ title: t('vishing.alertActions.nothingToDoTitle') });
        return;
      }
      setBusy(true);
      try {
        await engine.setAlertStatus(ids, status, reason);
        toasts.addSuccess({
          title: t(`vishing.alertActions.${status}DoneTitle`, { count: calls.length }),
        });
        onChanged();
      } catch (error) {
        toasts.addDanger({
          title: t('vishing.alertActions.failedTitle'),
          text: error instanceof Error ? error.message : String(error),
        });
      } finally {
        setBusy(false);
      }
    },
    [engine, onChanged, toasts]
  );
  return { isBusy, setStatus };
};

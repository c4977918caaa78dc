import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { useCallback, useMemo, type ReactElement } from 'react';
import { getCompiledRules } from '../../common/api/setup';
import { canStart, isWaiting } from '../../common/detection_engine/waiting';
import { callApi } from '../api/call_api';
import { createBrowserDetectionEngine } from '../api/detection_engine';
import { useQuery } from '../api/use_query';
import { AppLink } from '../shared/app_link';
import { useServices } from '../shared/services';
import { t } from './translations';

/** How many rules waited for data that is there now. Mostly none waits, and then nothing else is asked. */
const useReadyRules = (): number => {
  const { core } = useServices();
  const engine = useMemo(() => createBrowserDetectionEngine(core.http), [core]);
  const load = useCallback(
    async (signal: AbortSignal): Promise<number> => {
      const waiting = (await engine.findOurRules()).filter(isWaiting);
      if (waiting.length === 0) return 0;
      const { rules } = await callApi(core.http, getCompiledRules, { signal });
      return waiting.filter((installed) =>
        rules.some((rule) => rule.rule_id === installed.rule_id && canStart(rule, installed))
      ).length;
    },
    [core, engine]
  );
  // Where it cannot be asked, the Rules page says why.
  return useQuery(load).data ?? 0;
};

const Notice = (): ReactElement | null => {
  const count = useReadyRules();
  if (count === 0) return null;
  return (
    <>
      <EuiCallOut
        announceOnMount
        size="s"
        iconType="bell"
        title={t('vishing.suspiciousCalls.readyRulesTitle', { count })}
        data-test-subj="readyRulesNotice"
      >
        <AppLink to={{ pathname: '/rules' }}>
          {t('vishing.suspiciousCalls.readyRulesLinkText')}
        </AppLink>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};

/** Tells those who may change that, that attacks stay unseen because rules were not switched on when their data came. */
export const ReadyNotice = (): ReactElement | null => {
  const { canManage } = useServices();
  return canManage ? <Notice /> : null;
};

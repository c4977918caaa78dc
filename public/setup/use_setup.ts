import { useCallback, useMemo, useState } from 'react';
import {
  getCompiledRules,
  getSetup,
  type AssetResult,
  type AssetStatus,
  type CompiledRule,
  type SetupStatus,
} from '../../common/api/setup';
import type { InstalledRule } from '../../common/detection_engine/client';
import { ruleState } from '../../common/detection_engine/install_rules';
import { isWaiting, waitsFor } from '../../common/detection_engine/waiting';
import { callApi } from '../api/call_api';
import { createBrowserDetectionEngine } from '../api/detection_engine';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';
import { installEverything, type InstallStep } from './install';
import { t } from './translations';

export interface SetupState extends SetupStatus {
  /** Why the rules' states are unknown, when they are. */
  readonly rulesError: string | undefined;
}

const STATES = {
  missing: 'missing',
  current: 'current',
  outdated: 'outdated',
  edited: 'foreign',
} as const;

/** How a rule stands, and what there is to know about that. */
const stateOf = (
  rule: CompiledRule,
  present: InstalledRule | undefined
): Pick<AssetStatus, 'state' | 'detail'> => {
  const state = ruleState(rule, present);
  if (state === 'edited') return { state: STATES[state], detail: t('vishing.setup.editedDetail') };
  if (!present || !isWaiting(present)) return { state: STATES[state] };
  const data = (waitsFor(rule) ?? []).join(', ');
  return {
    state: STATES[state],
    detail:
      data === '' ? t('vishing.setup.readyDetail') : t('vishing.setup.waitingDetail', { data }),
  };
};

/** Loads what is there: our own assets from our server, the rules from the Detection Engine. */
export const useSetup = (): QueryState<SetupState> => {
  const { core } = useServices();
  const load = useCallback(
    async (signal: AbortSignal): Promise<SetupState> => {
      const status = await callApi(core.http, getSetup, { signal });
      if (status.assets.some(({ kind }) => kind === 'rule')) {
        return { ...status, rulesError: undefined };
      }
      const { rules } = await callApi(core.http, getCompiledRules, { signal });
      const engine = createBrowserDetectionEngine(core.http);
      const { installed, error } = await engine.findOurRules().then(
        (found) => ({ installed: found, error: undefined }),
        (reason: unknown) => ({ installed: undefined, error: String((reason as Error).message) })
      );
      const assets = rules.map((rule): AssetStatus => {
        const base = { kind: 'rule', id: rule.rule_id, name: rule.name } as const;
        if (!installed) return { ...base, state: 'unknown' };
        const present = installed.find(({ rule_id }) => rule_id === rule.rule_id);
        return { ...base, ...stateOf(rule, present) };
      });
      return { ...status, assets: [...status.assets, ...assets], rulesError: error };
    },
    [core]
  );
  return useQuery(load);
};

export interface Installation {
  /** The step that runs now. */
  readonly step: InstallStep | undefined;
  /** What the last installation did; `undefined` before the first. */
  readonly results: readonly AssetResult[] | undefined;
  /** Why the last installation stopped. */
  readonly error: string | undefined;
  install(viaServer: boolean): Promise<void>;
}

/** Runs the installation and keeps what it did. */
export const useInstallation = (onDone: () => void): Installation => {
  const { core } = useServices();
  const [step, setStep] = useState<InstallStep>();
  const [results, setResults] = useState<readonly AssetResult[]>();
  const [error, setError] = useState<string>();
  const install = useCallback(
    async (viaServer: boolean) => {
      setError(undefined);
      setResults(undefined);
      try {
        await installEverything(core.http, {
          viaServer,
          onStep: setStep,
          onResults: (found) => setResults((before = []) => [...before, ...found]),
        });
      } catch (reason) {
        setError(reason instanceof Error ? reason.message : String(reason));
      } finally {
        setStep(undefined);
        onDone();
      }
    },
    [core, onDone]
  );
  return useMemo(() => ({ step, results, error, install }), [step, results, error, install]);
};

import {
  getCompiledRules,
  installRulesOnServer,
  runSetup,
  type AssetResult,
} from '../../common/api/setup';
import { installRules } from '../../common/detection_engine/install_rules';
import { ApiError } from '../api/api_error';
import { callApi } from '../api/call_api';
import { createBrowserDetectionEngine } from '../api/detection_engine';
import type { HttpStart } from '../kibana';

/** The two steps of an installation, in their order. */
export type InstallStep = 'assets' | 'rules';

/** Kibana without a self client answers so: the browser has to call the Detection Engine. */
const NOT_SUPPORTED = 501;

const installRulesFromBrowser = async (http: HttpStart): Promise<AssetResult[]> => {
  const { rules } = await callApi(http, getCompiledRules);
  return installRules(createBrowserDetectionEngine(http), rules);
};

const installAllRules = async (http: HttpStart, viaServer: boolean): Promise<AssetResult[]> => {
  if (!viaServer) return installRulesFromBrowser(http);
  try {
    return (await callApi(http, installRulesOnServer)).assets;
  } catch (error) {
    if (error instanceof ApiError && error.status === NOT_SUPPORTED) {
      return installRulesFromBrowser(http);
    }
    throw error;
  }
};

interface InstallOptions {
  /** Whether this Kibana lets its server call the Detection Engine. */
  readonly viaServer: boolean;
  onStep(step: InstallStep): void;
  /** Called after each step, so that its results stay when a later one throws. */
  onResults(results: readonly AssetResult[]): void;
}

/**
 * Installs everything: what lives in Elasticsearch, the task, then the rules. Safe to repeat after any interruption.
 * @throws {Error} when a whole step fails; single failed assets are results, not errors
 */
export const installEverything = async (
  http: HttpStart,
  { viaServer, onStep, onResults }: InstallOptions
): Promise<void> => {
  onStep('assets');
  onResults((await callApi(http, runSetup)).assets);
  onStep('rules');
  onResults(await installAllRules(http, viaServer));
};

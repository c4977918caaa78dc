import { getSetup, installRulesOnServer, runSetup, type AssetResult } from '../../common/api/setup';
import { CommandError } from '../command/command_error';
import type { KibanaApi } from './kibana_api';
import type { Progress } from './progress';

const summarise = (assets: readonly AssetResult[]): string => {
  const count = (result: AssetResult['result']): number =>
    assets.filter((asset) => asset.result === result).length;
  return `${count('installed')} installed, ${count('updated')} updated, ${count('unchanged')} unchanged`;
};

const requireSuccess = (what: string, assets: readonly AssetResult[]): void => {
  const failed = assets.filter(({ result }) => result === 'failed');
  if (failed.length === 0) return;
  const lines = failed.map(
    ({ kind, name, reason }) => `  ${kind} ${name}: ${reason ?? 'no reason given'}`
  );
  throw new CommandError(`${failed.length} ${what} could not be installed:\n${lines.join('\n')}`);
};

/** Presses the button of the Setup page: templates, pipelines, indices and the resolver's task. */
export const setUp = async (api: KibanaApi, progress: Progress): Promise<void> => {
  const { assets } = await api.call(runSetup);
  requireSuccess('assets', assets);
  progress.tell(`Set up: ${summarise(assets)}`);
};

/** Installs the rules. They start to run at once, so this comes after the data. */
export const installDemoRules = async (api: KibanaApi, progress: Progress): Promise<void> => {
  const { assets } = await api.call(installRulesOnServer);
  requireSuccess('rules', assets);
  progress.tell(`Rules: ${summarise(assets)}`);
};

/**
 * Resolves until no record waits.
 * @param runOnce runs the resolver and waits for its end
 * @throws CommandError when the resolver reports an error or makes no progress
 */
export const resolveAll = async (
  api: KibanaApi,
  runOnce: () => Promise<void>,
  progress: Progress
): Promise<void> => {
  let before = Infinity;
  for (;;) {
    await runOnce();
    const { resolver } = await api.call(getSetup);
    if (resolver.last_error !== undefined) {
      throw new CommandError(`The call resolver failed: ${resolver.last_error}`);
    }
    const waiting = resolver.waiting ?? 0;
    if (waiting === 0) {
      progress.tell(`${resolver.calls ?? 0} calls resolved`);
      return;
    }
    if (waiting >= before) {
      throw new CommandError(
        `The call resolver leaves ${waiting} records unread. Its log is above.`
      );
    }
    before = waiting;
  }
};

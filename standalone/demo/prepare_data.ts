import { randomInt } from 'node:crypto';
import { RESOLVER_TASK_ID } from '../../common/constants';
import { CommandError } from '../command/command_error';
import { writeDemoState, type DemoLoad, type DemoState } from './demo_state';
import { createKibanaApi, type KibanaApi } from './kibana_api';
import { loadDemoData } from './load_data';
import type { Progress } from './progress';
import { readResult } from './read_result';
import type { DemoResult } from './result';
import { installDemoRules, resolveAll, setUp } from './set_up';
import type { Stack } from './start_stack';

export interface PrepareContext {
  readonly stack: Stack;
  readonly dataDir: string;
  readonly state: DemoState;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The load that this Elasticsearch has or had begun; a new one, with its own seed and present, when there is none. */
const findLoad = async ({ stack, state, dataDir }: PrepareContext): Promise<DemoLoad> => {
  const { cluster_uuid: clusterId } = await stack.client.info();
  if (state.load?.clusterId === clusterId) return state.load;
  const load = { clusterId, seed: randomInt(1, 2 ** 31), nowMs: Date.now() };
  await writeDemoState(dataDir, { ...state, load });
  return load;
};

const load = async (
  api: KibanaApi,
  begun: DemoLoad,
  context: PrepareContext
): Promise<NonNullable<DemoLoad['done']>> => {
  const { stack, state, dataDir, progress, signal } = context;
  if (begun.done !== undefined) {
    progress.tell('The made-up data is there already');
    return begun.done;
  }
  const done = await loadDemoData(begun, { client: stack.client, api, progress, signal });
  await writeDemoState(dataDir, { ...state, load: { ...begun, done } });
  return done;
};

/**
 * Runs the rules as of the made-up present, then as of now: a slow machine must not run past their look-back. The second time
 * each as of its own moment: rules that read alerts see those that were written since the round began, by whichever run.
 */
const runRules = async (
  { stack, progress }: PrepareContext,
  { nowMs }: DemoLoad
): Promise<void> => {
  for (const now of [new Date(nowMs), undefined]) {
    const summaries = await stack.kibana.detectionEngine.runAllRules({ now });
    const failed = summaries.filter(({ status }) => status === 'failed');
    if (failed.length > 0) {
      const lines = failed.map(({ name, message }) => `  ${name}: ${message}`);
      throw new CommandError(`${failed.length} rules failed:\n${lines.join('\n')}`);
    }
  }
  progress.tell('The rules have run');
};

/**
 * Brings the stack to the state in which people look at it: set up, data loaded and resolved, rules installed and run.
 * Every step can be repeated, so an interrupted start is completed by the next one.
 */
export const prepareData = async (context: PrepareContext): Promise<DemoResult> => {
  const { stack, progress, signal } = context;
  const api = createKibanaApi(stack.kibana.url, stack.admin, signal);
  const begun = await findLoad(context);
  await progress.measure('setup', () => setUp(api, progress));
  const done = await progress.measure('ingest', () => load(api, begun, context));
  const runResolver = (): Promise<void> => stack.kibana.taskManager.runNow(RESOLVER_TASK_ID);
  await progress.measure('resolve', () => resolveAll(api, runResolver, progress));
  await progress.measure('setup', () => installDemoRules(api, progress));
  await progress.measure('rules', () => runRules(context, begun));
  return readResult({ client: stack.client, api }, done, {
    setup: progress.secondsOf('setup'),
    ingest: progress.secondsOf('ingest'),
    resolve: progress.secondsOf('resolve'),
    rules: progress.secondsOf('rules'),
  });
};

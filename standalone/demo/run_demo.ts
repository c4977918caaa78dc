import { mkdir } from 'node:fs/promises';
import { CommandError } from '../command/command_error';
import { tell } from '../command/run_command';
import { readRunFile, removeRunFile, writeRunFile } from '../command/run_file';
import { openDemoState } from './demo_state';
import { describeLogins, describeResult } from './describe_demo';
import { DEMO_HELP, parseDemoOptions, type DemoOptions } from './options';
import { prepareData } from './prepare_data';
import { createProgress } from './progress';
import { requireFreePort } from './require_free_port';
import { startStack, STACK_USERS, type Stack } from './start_stack';

/** Exit status after Ctrl-C, as shells expect it. */
const INTERRUPTED = 130;

/** Rejects with the reason as soon as `signal` is aborted, so that no step outlives what it stands on. */
const untilAborted = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    }),
  ]);

const waitForEnd = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () =>
      signal.reason instanceof CommandError ? reject(signal.reason) : resolve()
    );
  });

const openFolder = async ({ dataDir, elasticsearch }: DemoOptions) => {
  const running = await readRunFile(dataDir);
  if (running !== undefined) {
    throw new CommandError(
      `A demo is running on ${dataDir} already (process ${running.pid}, ${running.kibana_url}). Stop it first, or choose another folder with --data-dir.`
    );
  }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    return await openDemoState(dataDir, elasticsearch === undefined ? STACK_USERS : []);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The data folder ${dataDir} cannot be used: ${reason}. Choose another one with --data-dir, or remove it to start anew.`,
      1,
      { cause: error }
    );
  }
};

const run = async (options: DemoOptions, stopping: AbortController): Promise<number> => {
  const progress = createProgress();
  await requireFreePort(options.port);
  const state = await openFolder(options);
  const { dataDir } = options;
  const { signal } = stopping;
  let stack: Stack | undefined;
  try {
    stack = await progress.measure('setup', () =>
      startStack({ options, state, progress, stopping })
    );
    progress.tell(`The app answers at ${stack.kibana.url}`);
    await writeRunFile(dataDir, {
      pid: process.pid,
      kibana_url: stack.kibana.url,
      elasticsearch: stack.connection,
    });
    if (options.demoData) {
      const result = await untilAborted(
        signal,
        prepareData({ stack, dataDir, state, progress, signal })
      );
      for (const line of describeResult(result)) tell(line);
      if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    }
    if (options.once) return 0;
    for (const line of describeLogins(stack, state.passwords)) tell(line);
    await waitForEnd(signal);
    return 0;
  } finally {
    await removeRunFile(dataDir);
    await stack?.stop();
    progress.tell('Stopped');
  }
};

/** The whole demo. @returns the exit status */
export const runDemo = async (args: readonly string[]): Promise<number> => {
  const options = parseDemoOptions(args);
  if (options === 'help') {
    process.stdout.write(DEMO_HELP);
    return 0;
  }
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => stopping.abort());
  }
  try {
    return await run(options, stopping);
  } catch (error) {
    if (stopping.signal.reason instanceof CommandError) throw stopping.signal.reason;
    if (stopping.signal.aborted) return INTERRUPTED;
    throw error;
  }
};

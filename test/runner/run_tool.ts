import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');

export interface ToolRun {
  /** 0 when the tool was content; undefined when it was ended by a signal or the time limit. */
  readonly exitCode: number | undefined;
  readonly timedOut: boolean;
}

interface ToolOptions {
  readonly args: readonly string[];
  readonly timeLimitMinutes: number;
}

/** Processes that still run, so that an interrupted test run leaves none behind. */
const running = new Set<number>();

/** Ends a tool together with the workers that it started: they share its process group. */
const endGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // It has ended by itself in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

/** Ends everything that `runTool` has started and that has not finished. */
export const endRunningTools = (): void => {
  for (const pid of running) endGroup(pid, 'SIGTERM');
};

/** Runs a JavaScript file of node_modules with this Node in the repository; its output goes to stderr. */
export const runTool = (script: string, options: ToolOptions): Promise<ToolRun> =>
  new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [resolve(ROOT, 'node_modules', script), ...options.args],
      {
        cwd: ROOT,
        stdio: ['ignore', 2, 2],
        env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
        detached: true,
      }
    );
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      if (pid !== undefined) endGroup(pid, 'SIGKILL');
    }, options.timeLimitMinutes * 60_000);
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      done({ exitCode: code ?? undefined, timedOut });
    });
  });

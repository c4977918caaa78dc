import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(__dirname, '..', '..');
/** Elasticsearch, the plugin's build and two weeks of records, on two busy cores. */
const START_LIMIT_MS = 300_000;

const resultSchema = z.object({
  records: z.object({ sent: z.number(), stored: z.number(), failed: z.number() }),
  calls: z.number(),
  people_resolved_share: z.number(),
  suspicious_calls: z.number(),
  campaigns: z.array(z.object({ id: z.string(), detected: z.boolean() })),
  benign_calls_alerted: z.number(),
});

/** The demo as a person at a terminal has it. */
export interface RunningDemo {
  readonly url: string;
  readonly dataDir: string;
  readonly result: z.infer<typeof resultSchema>;
  readonly passwords: Readonly<Record<string, string>>;
  /** Ends it as Ctrl-C does. @returns the exit status */
  stop(): Promise<number | null>;
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });

/** Runs one of the commands of `package.json` to its end. */
export const runCommand = async (...args: readonly string[]): Promise<Run> => {
  const child = start(args);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return { code: await exitOf(child), stdout, stderr };
};

/** Waits for the line that says how to stop; by then everything is loaded. */
const waitUntilReady = (child: ChildProcess): Promise<{ told: string; json: string }> =>
  new Promise((resolve, reject) => {
    let told = '';
    let json = '';
    const limit = setTimeout(() => {
      child.kill('SIGINT');
      reject(new Error(`The demo is not ready: ${told}`));
    }, START_LIMIT_MS);
    const look = (): void => {
      // Two streams: which of them is read first is not known.
      if (!told.includes('Stop with') || !json.endsWith('\n')) return;
      clearTimeout(limit);
      resolve({ told, json });
    };
    child.stdout?.on('data', (chunk: Buffer) => {
      json += chunk.toString();
      look();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      look();
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The demo ended with ${String(code)}: ${told}`));
    });
  });

/** Starts the demo on a new data folder and any free port. */
export const startDemo = async (): Promise<RunningDemo> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vishing-demo-'));
  const child = start(['standalone/demo.ts', '--json', '--port', '0', '--data-dir', dataDir]);
  const { told, json } = await waitUntilReady(child);
  const url = /Open (http:\/\/[\d.:]+)\/app/.exec(told)?.[1] ?? '';
  const logins = told.matchAll(/^ {4}(admin|engineer|analyst|privacy|nobody) +(\S+)$/gm);
  return {
    url,
    dataDir,
    result: resultSchema.parse(JSON.parse(json)),
    passwords: Object.fromEntries([...logins].map(([, user = '', word = '']) => [user, word])),
    stop: async () => {
      child.kill('SIGINT');
      const code = await exitOf(child);
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
};

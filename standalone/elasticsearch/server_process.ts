import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import type { Account } from './account';
import { encodeServerArgs, readyMarker, shutdownMarker, type ServerArgs } from './server_args';

/** Kept to explain a failed start. */
const keptLines = 40;
/** A server that does not stop in this time is killed; its data stays consistent (translog). */
const stopLimitMs = 30_000;

export interface ServerCommand {
  java: string;
  options: string[];
  cwd: string;
  tmpDir: string;
  account?: Account;
  args: ServerArgs;
  /** Every line the server prints. */
  onLine?: (line: string) => void;
}

/** How the process ended. */
export interface ServerExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A Java process that runs the server. */
export interface ServerProcess {
  pid: number;
  /** Resolves when the server says that it is up; rejects never. */
  ready: Promise<void>;
  exited: Promise<ServerExit>;
  lastLines(): string[];
  /** Stops in good order, by force after 30 s; resolves when the process is gone. */
  stop(): Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function spawnServer({ java, options, cwd, tmpDir, account }: ServerCommand): Child {
  return spawn(java, options, {
    cwd,
    ...account,
    // The server insists on LIBFFI_TMPDIR; options meant for other Java programs must not reach it.
    env: { ...process.env, LIBFFI_TMPDIR: tmpDir, JAVA_TOOL_OPTIONS: undefined },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C in the terminal must reach only us, so that we can stop things in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/**
 * Starts the server. It ends when its standard input ends, and that happens whenever this process ends,
 * also by SIGKILL: no Elasticsearch is ever left behind. Rejects when Java cannot be started at all.
 */
export async function startServerProcess(command: ServerCommand): Promise<ServerProcess> {
  const child = spawnServer(command);
  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    command.onLine?.(line);
  };
  const exited = new Promise<ServerExit>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal }))
  );
  let isReady = false;
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', keep);
    createInterface({ input: child.stderr }).on('line', (line) =>
      keep(line.replaceAll(readyMarker, ''))
    );
    child.stderr.on('data', (chunk: Buffer) => {
      if (!chunk.includes(readyMarker)) return;
      isReady = true;
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  // The server may die before it reads; `exited` tells that, a broken pipe adds nothing.
  child.stdin.on('error', (error) => keep(`standard input: ${error.message}`));
  child.stdin.write(encodeServerArgs(command.args));
  return {
    pid: child.pid ?? -1,
    ready,
    exited,
    lastLines: () => lines.filter((line) => line.trim() !== ''),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // While it starts, the server does not listen to its standard input yet.
      if (!isReady) child.kill('SIGTERM');
      else if (child.stdin.writable) child.stdin.end(shutdownMarker);
      const force = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
      await exited;
      clearTimeout(force);
    },
  };
}

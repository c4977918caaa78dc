import { tell } from '../command/run_command';

/** Tells what is going on, with the seconds since the start, and measures the steps. */
export interface Progress {
  tell(text: string): void;
  /** Runs a step and adds its seconds to `name`. */
  measure<T>(name: string, step: () => Promise<T>): Promise<T>;
  /** Seconds spent so far, with one decimal. */
  secondsOf(name: string): number;
}

export const createProgress = (): Progress => {
  const started = performance.now();
  const spent = new Map<string, number>();
  return {
    tell: (text) => {
      const seconds = Math.round((performance.now() - started) / 1_000);
      tell(`[${String(seconds).padStart(3)} s] ${text}`);
    },
    measure: async (name, step) => {
      const from = performance.now();
      try {
        return await step();
      } finally {
        spent.set(name, (spent.get(name) ?? 0) + performance.now() - from);
      }
    },
    secondsOf: (name) => Math.round((spent.get(name) ?? 0) / 100) / 10,
  };
};

import type { Logger } from '../../server/kibana';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

const textOf = (message: string | Error): string =>
  message instanceof Error ? (message.stack ?? message.message) : message;

/**
 * Kibana's logger over any sink of lines, such as `[info ][plugins.vishing] text`.
 * @param lowest the least important level that is written
 */
export const createLogger = (
  write: (line: string) => void,
  lowest: LogLevel = 'info',
  context: readonly string[] = []
): Logger => {
  const at =
    (level: LogLevel) =>
    (message: string | Error): void => {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return;
      write(`[${level.padEnd(5)}][${context.join('.') || 'root'}] ${textOf(message)}`);
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    get: (...child) => createLogger(write, lowest, [...context, ...child]),
  };
};

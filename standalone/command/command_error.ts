/** Ends a command with one sentence for the person at the terminal: what happened, why, what to do. */
export class CommandError extends Error {
  /** 1 for a failure, 2 for a wrong use of the command. */
  readonly exitCode: number;

  constructor(message: string, exitCode = 1, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** The command was called in a way it does not understand. */
export const usageError = (message: string): CommandError =>
  new CommandError(`${message} Add --help to see all options.`, 2);

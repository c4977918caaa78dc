import { CommandError } from './command_error';

/** Writes a line for people; results for programs go to standard output. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const isParseArgsError = (error: unknown): error is TypeError & { code: string } =>
  error instanceof TypeError &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('ERR_PARSE_ARGS');

/** The first sentence that `node:util` has to say; the rest are hints about its own syntax. */
const firstSentence = (text: string): string => text.split(/(?<=\.)\s/)[0] ?? text;

/** Text and exit status for anything that a command throws. Errors that name a `code` carry a message for people. */
export const describeFailure = (error: unknown): { text: string; exitCode: number } => {
  if (error instanceof CommandError) return { text: error.message, exitCode: error.exitCode };
  if (isParseArgsError(error)) {
    return { text: `${firstSentence(error.message)} Add --help to see all options.`, exitCode: 2 };
  }
  if (
    error instanceof Error &&
    'code' in error &&
    error.name.endsWith('Error') &&
    error.name !== 'Error'
  ) {
    return { text: error.message, exitCode: 1 };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `This should not happen, please report it: ${text}`, exitCode: 1 };
};

/** Runs a command to its end and sets the exit status. @param main returns the exit status */
export const runCommand = async (main: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await main();
  } catch (error) {
    const { text, exitCode } = describeFailure(error);
    tell(text);
    process.exitCode = exitCode;
  }
};

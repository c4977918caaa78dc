import { usageError } from '../../standalone/command/command_error';

/** Reads an option that takes a whole number. @throws CommandError with exit status 2 */
export const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw usageError(`${name} needs a whole number, not "${text}".`);
  return Number(text);
};

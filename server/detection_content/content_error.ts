/** A shipped file that cannot be used; the message names the file, what is wrong and where. */
export class ContentError extends Error {
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = 'ContentError';
  }
}

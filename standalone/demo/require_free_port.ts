import { createServer } from 'node:net';
import { CommandError } from '../command/command_error';

/**
 * Tries a port before anything slow begins.
 * @param port 0 is always free
 * @throws CommandError when another program has it
 */
export const requireFreePort = async (port: number, host = '127.0.0.1'): Promise<void> => {
  if (port === 0) return;
  const server = createServer();
  const code = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  throw new CommandError(
    code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is in use by another program. Choose another with --port, or end that program.`
      : `Port ${port} on ${host} cannot be used (${code}). Choose another with --port.`
  );
};

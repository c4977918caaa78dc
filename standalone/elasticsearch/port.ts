import { createServer, type AddressInfo } from 'node:net';
import { ElasticsearchStartError } from './errors';

/** The error for a port that another program listens on. */
export function portInUse(port: number, cause?: unknown): ElasticsearchStartError {
  return new ElasticsearchStartError(
    'port_in_use',
    `Port ${port} is in use by another program. End that program, or choose another port with --port, then start again.`,
    { cause }
  );
}

/** The port itself when it is free on 127.0.0.1, or any free one for 0. Throws `port_in_use`. */
export async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'EADDRINUSE' || error.code === 'EACCES' ? portInUse(wanted, error) : error
        )
      );
      server.listen(wanted, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

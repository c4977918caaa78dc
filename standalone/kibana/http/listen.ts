import type { Server } from '@hapi/hapi';
import { KibanaStartError } from '../errors';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;

/** Begins to accept connections. @throws KibanaStartError when the port is taken or not allowed */
export const listen = async (server: Server, host: string): Promise<void> => {
  try {
    await server.start();
  } catch (error) {
    const port = String(server.settings.port);
    if (codeOf(error) === 'EADDRINUSE') {
      throw new KibanaStartError(
        'port_in_use',
        `Port ${port} on ${host} is in use by another program. Choose another with --port, or end that program.`,
        { cause: error }
      );
    }
    if (codeOf(error) === 'EACCES') {
      throw new KibanaStartError(
        'port_in_use',
        `Port ${port} may not be opened without administrator rights. Choose one above 1023 with --port.`,
        { cause: error }
      );
    }
    throw error;
  }
};

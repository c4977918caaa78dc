import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { z } from 'zod';
import { openJsonFile } from '../json_file';

const COOKIE = 'vishing_sid';
const SESSION_HOURS = 8;
const sessionSchema = z.object({ authorization: z.string() });

/** Key that seals the cookies; kept, so that a restart logs nobody out. */
const readSealingKey = (dataDir: string): string => {
  const schema = z.object({ sealingKey: z.string().min(32) });
  const path = join(dataDir, 'session_key.json');
  const file = openJsonFile(path, schema, { sealingKey: randomBytes(32).toString('hex') });
  file.write(file.read());
  return file.read().sealingKey;
};

/** Lets the server keep a person's credentials in a sealed cookie, as Kibana's basic provider does in its session. */
export const registerSessionCookie = (server: Server, dataDir: string): void => {
  server.state(COOKIE, {
    encoding: 'iron',
    password: readSealingKey(dataDir),
    ttl: SESSION_HOURS * 3_600_000,
    isHttpOnly: true,
    isSecure: false, // the stand-in serves plain http on the loopback address
    isSameSite: 'Lax',
    path: '/',
    ignoreErrors: true,
    clearInvalid: true,
  });
};

/** The credentials in the cookie; undefined without a cookie or when it was not sealed by us. */
export const readSession = (request: Request): string | undefined =>
  sessionSchema.safeParse(request.state[COOKIE]).data?.authorization;

export const startSession = (h: ResponseToolkit, authorization: string): void => {
  h.state(COOKIE, { authorization });
};

export const endSession = (h: ResponseToolkit): void => {
  h.unstate(COOKIE, { path: '/' });
};

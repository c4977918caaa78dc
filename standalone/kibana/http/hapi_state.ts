import type { Request } from '@hapi/hapi';
import { DEFAULT_SPACE, type Identity } from './identity';

declare module '@hapi/hapi' {
  interface RequestApplicationState {
    spaceId?: string;
    identity?: Identity;
  }
}

/** The space of the address, such as `sales` for `/s/sales/app/vishing`. */
export const spaceIdOf = (request: Request): string => request.app.spaceId ?? DEFAULT_SPACE;

/** Prefix of every address in a space; empty for the default space. */
export const basePathOf = (spaceId: string): string =>
  spaceId === DEFAULT_SPACE ? '' : `/s/${spaceId}`;

/** @throws an Error when the route does not require a log-in: a mistake in our own code */
export const signedInIdentity = (request: Request): Identity => {
  const { identity } = request.app;
  if (!identity) throw new Error(`The route of ${request.path} does not require a log-in.`);
  return identity;
};

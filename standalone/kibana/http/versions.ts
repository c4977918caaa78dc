import type { Refusal } from './guards';

export const VERSION_HEADER = 'elastic-api-version';

/**
 * Finds the version of a route that a request asks for. Without a header the route's oldest version answers, as in production.
 * @returns the version, or why there is none
 */
export const chooseVersion = (
  asked: string | undefined,
  route: { readonly method: string; readonly path: string; readonly versions: readonly string[] }
): { readonly version: string } | { readonly refusal: Refusal } => {
  const { method, path, versions } = route;
  const version = asked ?? [...versions].sort()[0];
  if (version !== undefined && versions.includes(version)) return { version };
  return {
    refusal: {
      status: 400,
      message: `No version "${asked ?? ''}" available for [${method}] [${path}]. Available versions are: ${versions.join(', ')}`,
    },
  };
};

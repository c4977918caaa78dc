import artifactUrl from 'mvn-artifact-url';

/** Where to ask for an artifact; `authorization` is set when the mirror's address carries a log-in. */
export interface ArtifactAddress {
  url: string;
  authorization?: string;
}

/**
 * The address of Maven coordinates `group:artifact:version` (a jar) or `group:artifact:extension:version`.
 * `repository` is the base address of a mirror, by default the environment's `MAVEN_REPOSITORY_URL`;
 * without one the library's own default holds.
 */
export async function artifactAddress(
  coordinates: string,
  repository = process.env.MAVEN_REPOSITORY_URL
): Promise<ArtifactAddress> {
  const parts = coordinates.split(':');
  const [groupId, artifactId] = parts;
  const version = parts.at(-1);
  if (!groupId || !artifactId || !version || parts.length < 3 || parts.length > 4)
    throw new Error(`Not Maven coordinates: ${coordinates}`);
  const extension = parts.length === 4 ? parts[2] : 'jar';
  const base = repository ? `${repository.replace(/\/+$/, '')}/` : undefined;
  const url = new URL(await artifactUrl({ groupId, artifactId, version, extension }, base));
  if (!url.username) return { url: url.href };
  const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return { url: url.href, authorization: `Basic ${Buffer.from(login).toString('base64')}` };
}

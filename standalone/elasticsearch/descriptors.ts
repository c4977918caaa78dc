import type { ManifestFile } from './manifest';

/**
 * The text of a `plugin-descriptor.properties` with the version of the server, which loads only modules
 * of exactly its own version. `version_without_ml` also drops the machine learning module, which is not there.
 */
export function editDescriptor(
  text: string,
  edit: NonNullable<ManifestFile['edit']>,
  version: string
): string {
  const versioned = text
    .replace(/^version=.*$/m, `version=${version}`)
    .replace(/^elasticsearch\.version=.*$/m, `elasticsearch.version=${version}`);
  if (edit === 'version') return versioned;
  return versioned.replace(/^extended\.plugins=(.*)$/m, (_line, names: string) => {
    const kept = names.split(',').filter((name) => name.trim() !== 'x-pack-ml');
    return `extended.plugins=${kept.join(',')}`;
  });
}

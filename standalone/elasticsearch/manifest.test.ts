import { forPlatform, parseManifest, platformFolder, readManifest } from './manifest';

const file = (path: string) => ({ path, bytes: 1, sha256: 'a'.repeat(64), from: 'dist' });
const manifest = (...files: object[]) => ({
  version: '8.19.4',
  dist: { artifact: 'org.example:server:zip:1', prefix: 'server/' },
  files,
});

describe('the manifest', () => {
  it('lists a server, its modules and a checksum for every file', () => {
    const { version, files } = readManifest();
    const paths = files.map(({ path }) => path);
    expect(paths).toContain(`lib/elasticsearch-${version}.jar`);
    for (const module of ['ingest-common', 'lang-painless', 'x-pack-esql', 'x-pack-security'])
      expect(paths).toContain(`modules/${module}/plugin-descriptor.properties`);
  });

  it('refuses paths that leave the home', () => {
    for (const path of ['/etc/passwd', '../outside', 'lib/../../outside'])
      expect(() => parseManifest(manifest(file(path)))).toThrow('must stay inside the home');
  });

  it('refuses a path that stands in it twice', () => {
    expect(() => parseManifest(manifest(file('lib/a.jar'), file('lib/a.jar')))).toThrow(
      'names lib/a.jar twice'
    );
  });

  it('refuses a file without a proper checksum or source', () => {
    expect(() => parseManifest(manifest({ ...file('a'), sha256: 'abc' }))).toThrow();
    expect(() => parseManifest(manifest({ ...file('a'), from: 'somewhere' }))).toThrow();
  });

  it('keeps only the native libraries of the machine', () => {
    const all = parseManifest(
      manifest(
        file('lib/a.jar'),
        file('lib/platform/linux-x64/libzstd.so'),
        file('lib/platform/windows-x64/zstd.dll')
      )
    );
    expect(forPlatform(all, 'win32', 'x64').files.map(({ path }) => path)).toEqual([
      'lib/a.jar',
      'lib/platform/windows-x64/zstd.dll',
    ]);
    expect(platformFolder('darwin', 'arm64')).toBe('darwin-aarch64');
  });
});

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifactAddress } from './artifact_address';
import { cacheFolder } from './cache_folder';
import { readOrCreateCredentials } from './credentials';
import { editDescriptor } from './descriptors';
import { requireDiskSpace } from './disk_space';
import { freePort } from './port';

describe('cacheFolder', () => {
  const home = '/home/ana';
  it.each([
    ['linux', {}, 1000, '/home/ana/.cache/vishing'],
    ['linux', { XDG_CACHE_HOME: '/fast' }, 1000, '/fast/vishing'],
    ['linux', {}, 0, '/var/cache/vishing'],
    ['darwin', {}, 501, '/home/ana/Library/Caches/vishing'],
    ['linux', { VISHING_CACHE_DIR: '/mine' }, 0, '/mine'],
  ] as const)('on %s with %j for user %i is %s', (platform, env, uid, folder) => {
    expect(cacheFolder({ platform, env, home, uid })).toBe(folder);
  });
});

describe('artifactAddress', () => {
  it('asks a mirror below its path, with or without a slash at the end', async () => {
    for (const mirror of ['https://mirror.example.com/maven', 'https://mirror.example.com/maven/'])
      expect(await artifactAddress('org.example:tool:1.2', mirror)).toEqual({
        url: 'https://mirror.example.com/maven/org/example/tool/1.2/tool-1.2.jar',
      });
  });

  it('sends the log-in of a mirror as a header, not in the address', async () => {
    const address = await artifactAddress(
      'org.example:tool:zip:1',
      'https://ana:p%40ss@example.com'
    );
    expect(address).toEqual({
      url: 'https://example.com/org/example/tool/1/tool-1.zip',
      authorization: `Basic ${Buffer.from('ana:p@ss').toString('base64')}`,
    });
  });
});

describe('editDescriptor', () => {
  const text =
    '# version=\nversion=8.19.8\nname=x\nelasticsearch.version=8.19.8\nextended.plugins=a,x-pack-ml,b\n';

  it('sets both versions and nothing else', () => {
    expect(editDescriptor(text, 'version', '8.19.4')).toBe(text.replaceAll('8.19.8', '8.19.4'));
  });

  it('drops the machine learning module', () => {
    expect(editDescriptor(text, 'version_without_ml', '8.19.4')).toContain(
      'extended.plugins=a,b\n'
    );
  });
});

describe('readOrCreateCredentials', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vishing-credentials-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes passwords once, readable by their owner only', async () => {
    const first = await readOrCreateCredentials(folder);
    expect(await readOrCreateCredentials(folder)).toEqual(first);
    expect(first.elastic).not.toBe(first.kibanaSystem);
    expect((await stat(join(folder, 'credentials.json'))).mode & 0o777).toBe(0o600);
  });

  it('says what to do when the file is broken, and leaves it alone', async () => {
    await writeFile(join(folder, 'credentials.json'), '{"elastic":');
    await expect(readOrCreateCredentials(folder)).rejects.toMatchObject({
      code: 'data_dir_unusable',
      message: expect.stringContaining('Restore it, or delete'),
    });
  });
});

describe('freePort', () => {
  it('finds a free port for 0 and accepts a free one', async () => {
    const port = await freePort(0);
    expect(port).toBeGreaterThan(1023);
    expect(await freePort(port)).toBe(port);
  });

  it('names the port that is in use and the option that changes it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(freePort(port)).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringMatching(`^Port ${port} is in use .*--port`),
    });
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('requireDiskSpace', () => {
  it('passes when there is room and says how much is missing when there is not', async () => {
    await requireDiskSpace(tmpdir(), 1, 'A test');
    await expect(requireDiskSpace(tmpdir(), 1e18, 'A test')).rejects.toMatchObject({
      code: 'disk_full',
      message: expect.stringMatching(/^A test needs 1000000000000 MB in .* are free/),
    });
  });
});

import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveTo, requireReachable, serverAccount } from './account';

const stranger = { uid: 64_999, gid: 64_999 };

describe('serverAccount', () => {
  it('switches to another account only for root', () => {
    expect(serverAccount(0)?.uid).toBeGreaterThan(1000);
    expect(serverAccount(1000)).toBeUndefined();
  });
});

describe('requireReachable', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vishing-account-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('names the folder that keeps the account out', async () => {
    await chmod(folder, 0o700);
    const inside = join(folder, 'data');
    await mkdir(inside);
    await expect(requireReachable(inside, stranger, 'Choose another.')).rejects.toMatchObject({
      code: 'data_dir_unusable',
      message: expect.stringContaining(`cannot enter ${folder} on the way to ${inside}. Choose`),
    });
  });

  it('passes when every folder on the way can be entered', async () => {
    await chmod(folder, 0o711);
    await requireReachable(join(folder, 'data'), stranger, '');
  });
});

describe('giveTo', () => {
  it('leaves alone what belongs to the account already', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vishing-account-'));
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { uid, gid } = await stat(folder);
    await giveTo(folder, { uid, gid });
    expect((await stat(file)).uid).toBe(uid);
    await chown(file, uid, gid);
    await rm(folder, { recursive: true });
  });
});

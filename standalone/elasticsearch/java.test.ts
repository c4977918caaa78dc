import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findJava, parseJavaVersion, usualFolders } from './java';

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['openjdk version "22-ea" 2024-03-19', 22],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2" 2024-01-16 LTS', 21],
    ['java: command not found', undefined],
  ])('reads %j as %p', (output, major) => {
    expect(parseJavaVersion(output)).toBe(major);
  });
});

describe('findJava', () => {
  let folder: string;
  /** A program that answers `java -version` as the given version does, as `<name>/bin/java`. */
  const install = async (name: string, version: string) => {
    const bin = join(folder, name, 'bin');
    await mkdir(bin, { recursive: true });
    const program = join(bin, 'java');
    await writeFile(program, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
    await chmod(program, 0o755);
    return { home: join(folder, name), bin, program };
  };
  const surroundings = (env: Record<string, string>) => ({
    platform: 'linux' as const,
    env,
    usual: usualFolders('linux', env, folder).filter((usual) => usual.startsWith(folder)),
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vishing-java-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('prefers JAVA_HOME to PATH', async () => {
    const named = await install('named', '21.0.2');
    const onPath = await install('on_path', '17.0.1');
    const found = await findJava(surroundings({ JAVA_HOME: named.home, PATH: onPath.bin }));
    expect(found).toEqual({ path: named.program, major: 21 });
  });

  it('passes over a Java that is too old', async () => {
    const old = await install('old', '11.0.22');
    const good = await install('good', '17.0.1');
    const found = await findJava(
      surroundings({ JAVA_HOME: old.home, PATH: [join(folder, 'empty'), good.bin].join(delimiter) })
    );
    expect(found).toEqual({ path: good.program, major: 17 });
  });

  it('finds one that a version manager installed below the home folder', async () => {
    const managed = await install('.sdkman/candidates/java/21.0.2-tem', '21.0.2');
    expect(await findJava(surroundings({ PATH: '' }))).toEqual({
      path: managed.program,
      major: 21,
    });
  });

  it('says which Java is too old and what to do', async () => {
    const old = await install('old', '11.0.22');
    await expect(findJava(surroundings({ PATH: old.bin }))).rejects.toMatchObject({
      code: 'java_missing',
      message: expect.stringMatching(/Java 17 or newer\. Only Java 11 was found .*set JAVA_HOME/),
    });
  });
});

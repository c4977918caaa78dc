import { execFileSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { z } from 'zod';
import { findLines, readText, ROOT, trackedFiles } from './tracked_files';

const REGISTRY = /\bregistry\.[a-z]+[a-z.]*\.(org|com|io)\b|\bmaven\.(org|apache)\b|\bpypi\.org\b/;
const MACHINE_PATH = /(^|[\s'"`(=:])\/(work|root)\/|\/tmp\/(brief|bash_jobs)/;
const NOT_RUN = /\b(describe|it|test)\.(only|skip|todo)\b|\b(fit|fdescribe|xit|xtest|xdescribe)\(/;
const SUPPRESSED = /@ts-(ignore|nocheck)\b/;
const TEST_FILE = /\.test\.tsx?$/;

const code = () => trackedFiles().filter((path) => /\.(ts|tsx|mjs)$/.test(path));

describe('the tracked files', () => {
  it('name no package registry, so that everyone may use their own', () => {
    expect(findLines(REGISTRY)).toEqual([]);
  });

  it('name no path of the machine that they were written on', () => {
    expect(findLines(MACHINE_PATH)).toEqual([]);
  });

  it('leave out no test', () => {
    expect(findLines(NOT_RUN, code())).toEqual([]);
  });

  it('silence no type error', () => {
    expect(findLines(SUPPRESSED, code())).toEqual([]);
  });

  it('hold no result of a build', () => {
    expect(
      trackedFiles().filter((path) => /^(target|dist|coverage|node_modules)\//.test(path))
    ).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('does not say where packages were downloaded from', () => {
    expect(findLines(/"resolved":/, ['package-lock.json'])).toEqual([]);
  });

  it('pins every direct dependency to one version', () => {
    const versions = z.record(z.string(), z.string());
    const { dependencies, devDependencies } = z
      .object({ dependencies: versions, devDependencies: versions })
      .parse(JSON.parse(readText('package.json')));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version)
    );
    expect(loose).toEqual([]);
  });
});

describe('LICENSE', () => {
  it('is the Apache License 2.0', () => {
    const text = readText('LICENSE');
    expect(text).toMatch(/^\s+Apache License\n\s+Version 2\.0, January 2004\n/);
    expect(text).toContain('END OF TERMS AND CONDITIONS');
    expect(JSON.parse(readText('package.json'))).toHaveProperty('license', 'Apache-2.0');
  });
});

describe('the test projects', () => {
  it('run every test file', () => {
    const jest = resolve(ROOT, 'node_modules/jest/bin/jest.js');
    const listed = execFileSync(process.execPath, [jest, '--listTests', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const known = z
      .array(z.string())
      .parse(JSON.parse(listed))
      .map((path) => relative(ROOT, path));
    const forgotten = trackedFiles().filter(
      (path) => TEST_FILE.test(path) && !known.includes(path)
    );
    expect(forgotten).toEqual([]);
  });

  it('can be started as a program', () => {
    const mode = execFileSync('git', ['ls-files', '--stage', '.ci/run'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(mode).toMatch(/^100755 /);
  });
});
